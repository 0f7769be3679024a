import Dispatch
import Synchronization
import Testing
import TestSupport

@testable import Signalbook

/// What every store has to do, tried on each kind of them.
@Suite struct RecordStoreTests {
    enum Kind: CaseIterable {
        case memory, files, adopted
    }

    /// A store with these records for exporters `a` and `b`, and its account.
    private func withStore(
        _ kind: Kind, _ records: Range<UInt64>, size: Int = 64,
        _ body: (
            any RecordStore,
            _ account: @escaping () -> (delivered: Int, dropped: [DropReason: UInt64], pending: Int)
        )
            throws -> Void
    ) throws {
        let directory = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: kind == .memory ? nil : directory.path, exporters: ["a", "b"])
        for number in records { TestRecord.write(number, size: size, to: ring) }
        guard kind == .adopted else {
            return try body(ring) {
                let (lanes, settled) = ring.accounts()
                let total = settled.total
                return (Int(total.delivered), total.dropped, Int(lanes.total.written) - Int(total.settled))
            }
        }
        // A copy, whose lock nobody holds: as if the process had died this very moment.
        let copy = try TemporaryFolder()
        try TestRecord.copySpool(from: directory.path, to: copy.path)
        let (adopter, spools) = TestRecord.adopt(copy.path, exporters: ["a", "b"])
        let spool = try #require(spools.first)
        try body(spool) {
            let account = adopter.account
            return (Int(account.delivered), account.dropped, account.pending)
        }
    }

    @Test(arguments: Kind.allCases)
    func `what is collected comes oldest first and stays until it is settled`(_ kind: Kind) throws {
        try withStore(kind, 0..<10) { store, _ in
            for _ in 0..<2 {
                let collection = store.collect(for: 0, maximumCount: 5, maximumBytes: .max)
                #expect(TestRecord.numbers(collection) == [0, 1, 2, 3, 4])
                #expect(collection?.oldestTime == 0)
            }
            #expect(store.pendingCount(for: 0) == 10)
            #expect(TestRecord.drain(store, batch: 3) == Array(0..<10))
            #expect(store.collect(for: 0, maximumCount: 5, maximumBytes: .max) == nil)
            #expect(store.pendingCount(for: 0) == 0)
        }
    }

    @Test(arguments: Kind.allCases)
    func `each slot goes at its own pace, and a record leaves once all have settled it`(_ kind: Kind) throws {
        try withStore(kind, 0..<10) { store, account in
            TestRecord.drain(store, slot: 0)
            #expect(store.pendingCount(for: 1) == 10)
            #expect(account().pending == 10)
            #expect(account().delivered == 0)
            #expect(TestRecord.drain(store, slot: 1, batch: 4) == Array(0..<10))
            #expect(account().delivered == 10)
            #expect(account().pending == 0)
        }
    }

    @Test(arguments: Kind.allCases)
    func
        `a record counts as delivered if one exporter took it, and else as dropped for the last one's reason`(
            _ kind: Kind
        ) throws
    {
        try withStore(kind, 0..<9) { store, account in
            let first = try #require(store.collect(for: 0, maximumCount: 9, maximumBytes: .max))
            store.settle(first, for: 0, delivered: 3, dropped: .exportFailed)
            let second = try #require(store.collect(for: 1, maximumCount: 6, maximumBytes: .max))
            store.settle(second, for: 1, delivered: 0, dropped: .tooLarge)
            #expect(account().delivered == 3)
            #expect(account().dropped == [.tooLarge: 3])
            #expect(account().pending == 3)
            let third = try #require(store.collect(for: 1, maximumCount: 6, maximumBytes: .max))
            store.settle(third, for: 1, delivered: 1, dropped: nil)
            #expect(account().delivered == 4)
            #expect(account().dropped == [.tooLarge: 3, .exportFailed: 2])
            #expect(account().pending == 0)
        }
    }

    @Test(arguments: Kind.allCases)
    func `a collection that was superseded settles nothing`(_ kind: Kind) throws {
        try withStore(kind, 0..<4) { store, account in
            let old = try #require(store.collect(for: 0, maximumCount: 4, maximumBytes: .max))
            let new = try #require(store.collect(for: 0, maximumCount: 2, maximumBytes: .max))
            store.settle(old, for: 0, delivered: 4, dropped: nil)
            #expect(store.pendingCount(for: 0) == 4)
            store.settle(new, for: 0, delivered: 2, dropped: nil)
            store.settle(new, for: 0, delivered: 2, dropped: nil)
            #expect(store.pendingCount(for: 0) == 2)
            #expect(account().pending == 4)
        }
    }

    @Test(arguments: Kind.allCases)
    func `a batch keeps to its bytes, but for a single record that is larger`(_ kind: Kind) throws {
        try withStore(kind, 0..<3, size: 600) { store, _ in
            #expect(store.collect(for: 0, maximumCount: 10, maximumBytes: 1_000)?.count == 1)
            #expect(store.collect(for: 0, maximumCount: 10, maximumBytes: 1_200)?.count == 2)
            #expect(store.collect(for: 0, maximumCount: 10, maximumBytes: 10)?.count == 1)
        }
    }

    @Test(arguments: Kind.allCases)
    func `a slot without an exporter gets nothing`(_ kind: Kind) throws {
        try withStore(kind, 0..<3) { store, account in
            for slot in [2, 7, 8, -1] {
                #expect(store.collect(for: slot, maximumCount: 10, maximumBytes: .max) == nil)
                #expect(store.pendingCount(for: slot) == 0)
            }
            #expect(account().pending == 3)
        }
    }

    @Test(arguments: Kind.allCases)
    func `slots on threads of their own get every record once, and the account balances all the while`(
        _ kind: Kind
    ) throws {
        let total = 4_000
        try withStore(kind, 0..<UInt64(total)) { store, account in
            let account = UncheckedBox(account)
            let finished = Atomic<Int>(0)
            let isBalanced = Atomic<Bool>(true)
            let seen = Locked<[[UInt64]]>([[], []])
            DispatchQueue.concurrentPerform(iterations: 3) { thread in
                if thread < 2 {
                    let numbers = TestRecord.drain(store, slot: thread, batch: 37 + thread)
                    seen.withLock { $0[thread] = numbers }
                    finished.add(1, ordering: .releasing)
                } else {
                    while finished.load(ordering: .acquiring) < 2 {
                        let now = account.value()
                        if now.delivered + now.pending != total {
                            isBalanced.store(false, ordering: .relaxed)
                        }
                    }
                }
            }
            let wasBalanced = isBalanced.load(ordering: .relaxed)
            #expect(wasBalanced)
            for numbers in seen.withLock({ $0 }) { #expect(numbers.sorted() == Array(0..<UInt64(total))) }
            #expect(account.value().delivered == total)
        }
    }
}

/// Hands a closure that is safe to call from anywhere to threads.
struct UncheckedBox<Value>: @unchecked Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
}
