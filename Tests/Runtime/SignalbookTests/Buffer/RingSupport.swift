import Foundation
import Testing

@testable import Signalbook

/// What tests of rings write: a payload that begins as every record does, and then carries a number.
enum TestRecord {
    static let segmentSize = 128 << 10

    /// A ring below `directory`, or in plain memory where there is none.
    static func makeRing(
        in directory: String?, exporters: [String] = ["a"], segments: Int = 8,
        identifier: UInt64 = .random(in: 1...UInt64.max)
    ) throws -> EventBuffer {
        let storage =
            try directory.map {
                try BufferStorage.mapped(in: $0, segmentCount: segments, segmentSize: segmentSize)
            } ?? BufferStorage.inMemory(segmentCount: segments, segmentSize: segmentSize)
        let ring = EventBuffer(storage: storage, identifier: identifier)
        ring.assign(exporters.map { ExporterSlot(name: $0) })
        return ring
    }

    /// Writes one record; false when the ring is full.
    @discardableResult
    static func write(
        _ number: UInt64, _ kind: RecordKind = .log, isError: Bool = false, size: Int = 64,
        time: UInt64? = nil, to ring: EventBuffer
    ) -> Bool {
        guard let lane = ring.acquireLane() else { return false }
        defer { ring.release(lane) }
        if kind == .span { lane.pointee.spanAccount.tracked += 1 } else { lane.pointee.account.tracked += 1 }
        let rank: SegmentRank = isError ? .priority : .ordinary
        let fill = ring.fill(of: lane, rank)
        if fill.pointee.room < RecordHead.recordSize(payload: size) + 8, !ring.rotate(lane, rank) {
            lane.pointee.account.bufferFull += 1
            return false
        }
        guard let start = fill.pointee.start else { return false }
        let payload = start + fill.pointee.length + RecordHead.size
        for offset in 0..<size {
            payload.storeBytes(
                of: UInt8(truncatingIfNeeded: offset &+ Int(truncatingIfNeeded: number)),
                toByteOffset: offset,
                as: UInt8.self)
        }
        payload.storeBytes(of: number, toByteOffset: 24, as: UInt64.self)
        ring.commit(kind, payload: size, time: time ?? number, to: fill, of: lane)
        return true
    }

    /// The numbers of collected records.
    static func numbers(_ collection: RecordCollection?) -> [UInt64] {
        var numbers: [UInt64] = []
        collection?.batch.forEachRecord {
            numbers.append($0.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
        }
        return numbers
    }

    /// Collects and settles all there is for a slot, as delivered.
    @discardableResult
    static func drain(_ store: any RecordStore, slot: Int = 0, batch: Int = 100) -> [UInt64] {
        var numbers: [UInt64] = []
        while let collection = store.collect(for: slot, maximumCount: batch, maximumBytes: 1 << 20) {
            numbers += self.numbers(collection)
            store.settle(collection, for: slot, delivered: collection.count, dropped: nil)
        }
        return numbers
    }

    /// Adopts everything below a directory.
    static func adopt(
        _ directory: String, exporters: [String] = ["a"], diagnostics: DiagnosticRecord = DiagnosticRecord(),
        limits: SpoolLimits = unlimited, now: UInt64 = 1 << 40
    ) -> (adopter: SpoolAdopter, spools: [AdoptedSpool]) {
        adopt(
            directory, slots: exporters.map { ExporterSlot(name: $0) }, diagnostics: diagnostics,
            limits: limits, now: now)
    }

    /// Adopts everything below a directory.
    static func adopt(
        _ directory: String, slots exporters: [ExporterSlot],
        diagnostics: DiagnosticRecord = DiagnosticRecord(),
        limits: SpoolLimits = unlimited, now: UInt64 = 1 << 40
    ) -> (adopter: SpoolAdopter, spools: [AdoptedSpool]) {
        let adopter = SpoolAdopter(
            directory: directory, exporters: exporters, limits: limits,
            diagnostics: DiagnosticChannel { diagnostics.add($0) }, now: { now })
        return (adopter, adopter.adopt())
    }

    static var unlimited: SpoolLimits {
        var limits = SpoolLimits()
        limits.maximumAge = .max
        return limits
    }

    /// The paths of all segment files below a directory, sorted.
    static func segmentFiles(in directory: String) -> [String] {
        (FileManager.default.enumerator(atPath: directory)?.allObjects as? [String] ?? [])
            .filter { $0.hasSuffix(".ring") }.sorted().map { directory + "/" + $0 }
    }

    /// Copies a spool as it is, which leaves its locks behind: what a kill at this moment would leave.
    static func copySpool(from source: String, to target: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: source) {
            try FileManager.default.copyItem(atPath: source + "/" + name, toPath: target + "/" + name)
        }
    }

    /// Changes a file's bytes.
    static func edit(_ path: String, _ body: (inout [UInt8]) -> Void) throws {
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        body(&bytes)
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
    }
}

extension EventBuffer {
    /// Whether everything written is settled or waits.
    var pendingTotal: Int {
        let (lanes, settled) = accounts()
        return Int(lanes.total.written) - Int(settled.total.settled)
    }

    /// The account of all records on their way in.
    func laneAccount() -> LaneAccount { laneAccounts().total }
}

extension SpoolAdopter {
    /// The account of all records.
    var account: StoreAccount { accounts.total }

    /// An adopter for exporters of log records.
    convenience init(
        directory: String, exporters: [String], limits: SpoolLimits, diagnostics: DiagnosticChannel,
        now: @escaping @Sendable () -> UInt64
    ) {
        self.init(
            directory: directory, exporters: exporters.map { ExporterSlot(name: $0) }, limits: limits,
            diagnostics: diagnostics, now: now)
    }
}

extension StoreAccount {
    /// Adopted records that wait.
    var pending: Int { Int(recovered) - Int(settled) }
    /// All that was lost.
    var droppedTotal: Int { dropped.values.reduce(0) { $0 + Int($1) } }
}
