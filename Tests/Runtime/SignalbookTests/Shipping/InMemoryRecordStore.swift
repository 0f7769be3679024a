import SignalVocabulary
import Synchronization

@testable import Signalbook

/// Records in an array, as a store that deliveries read from.
final class InMemoryRecordStore: RecordStore {
    private struct State {
        var records: [(bytes: [UInt8], kind: SignalKind)] = []
        var positions = [Int](repeating: 0, count: RecordSlots.maximumCount)
        var collected = [Int?](repeating: nil, count: RecordSlots.maximumCount)
        var settled: [(slot: Int, delivered: Int, count: Int, reason: DropReason?)] = []
        var problems: [String] = []
        var token: UInt64 = 0
    }

    private let state = Locked(State())

    init(_ numbers: some Sequence<Int>) { append(numbers) }

    func append(_ numbers: some Sequence<Int>, kind: SignalKind = .logs) {
        let records = numbers.map { (Array("\($0)".utf8), kind) }
        state.withLock { $0.records += records }
    }

    /// What a delivery did that it must not.
    var problems: [String] { state.withLock { $0.problems } }
    /// What came of the slots' collections, in order.
    var settlements: [(slot: Int, delivered: Int, count: Int, reason: DropReason?)] {
        state.withLock { $0.settled }
    }

    func collect(for slot: Int, maximumCount: Int, maximumBytes: Int) -> RecordCollection? {
        state.withLock { state in
            let start = state.positions[slot]
            var builder = RecordBatch.Builder(kind: state.records.dropFirst(start).first?.kind ?? .logs)
            for record in state.records[start...] {
                guard builder.count < maximumCount, record.kind == builder.kind else { break }
                if builder.count > 0, builder.byteCount + record.bytes.count > maximumBytes { break }
                record.bytes.withUnsafeBytes { builder.append($0) }
            }
            guard builder.count > 0 else {
                state.collected[slot] = nil
                return nil
            }
            state.collected[slot] = builder.count
            state.token += 1
            return RecordCollection(batch: builder.build(), oldestTime: 0, places: [], token: state.token)
        }
    }

    func settle(
        _ collection: RecordCollection, for slot: Int, delivered: Int, dropped reason: DropReason?,
        counting count: (_ settle: () -> Void) -> Void
    ) {
        count {
            state.withLock { state in
                if state.collected[slot] != collection.count {
                    state.problems.append(
                        "slot \(slot) settles \(collection.count), not \(String(describing: state.collected[slot]))"
                    )
                }
                if !(0...collection.count).contains(delivered) {
                    state.problems.append("\(delivered) delivered")
                }
                if delivered < collection.count, reason == nil { state.problems.append("no reason") }
                state.collected[slot] = nil
                state.positions[slot] += collection.count
                state.settled.append((slot, delivered, collection.count, reason))
            }
        }
    }

    func pendingCount(for slot: Int) -> Int { state.withLock { $0.records.count - $0.positions[slot] } }
}

extension RecordStore {
    /// Settles, and counts nothing elsewhere.
    func settle(_ collection: RecordCollection, for slot: Int, delivered: Int, dropped reason: DropReason?) {
        settle(collection, for: slot, delivered: delivered, dropped: reason) { $0() }
    }
}

extension RecordBatch {
    /// The numbers of an ``InMemoryRecordStore``'s records.
    var numbers: [Int] {
        var numbers: [Int] = []
        forEachRecord { numbers.append(Int(String(decoding: $0, as: UTF8.self)) ?? -1) }
        return numbers
    }
}

/// Answers as a script says, and remembers what it was given.
final class ScriptedExporter: Exporter {
    private struct State {
        var calls: [[Int]] = []
        var isBusy = false
        var hasOverlapped = false
        var events: [String] = []
    }

    let name: String
    let kinds: Set<SignalKind>
    private let state = Locked(State())
    private let script: @Sendable (_ batch: RecordBatch, _ call: Int) async -> ExportResult

    /// - Parameter script: is given the batch and the number of the call, from 0.
    init(
        _ name: String = "scripted", kinds: Set<SignalKind> = [.logs],
        script: @escaping @Sendable (_ batch: RecordBatch, _ call: Int) async -> ExportResult = { _, _ in
            .delivered
        }
    ) {
        self.name = name
        self.kinds = kinds
        self.script = script
    }

    /// The numbers of each call's records.
    var calls: [[Int]] { state.withLock { $0.calls } }
    /// Whether two calls ever overlapped.
    var hasOverlapped: Bool { state.withLock { $0.hasOverlapped } }
    /// `flush` and `shutdown` as they came.
    var events: [String] { state.withLock { $0.events } }

    func export(_ batch: RecordBatch) async -> ExportResult {
        let numbers = batch.numbers
        let call = state.withLock { state in
            if state.isBusy { state.hasOverlapped = true }
            state.isBusy = true
            state.calls.append(numbers)
            return state.calls.count - 1
        }
        let result = await script(batch, call)
        state.withLock { $0.isBusy = false }
        return result
    }

    func flush() async { state.withLock { $0.events.append("flush") } }

    func shutdown() async { state.withLock { $0.events.append("shutdown") } }
}
