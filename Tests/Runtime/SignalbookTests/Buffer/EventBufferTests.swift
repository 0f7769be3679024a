import Foundation
import Synchronization
import Testing
import TestSupport

@testable import Signalbook

@Suite(.timeLimit(.minutes(10))) struct EventBufferTests {
    private static let segmentSize = 128 << 10
    /// A clock that all writers share: read under a lane's lock, it only goes up within a lane, as the wall clock does.
    private static let clock = Atomic<UInt64>(0)

    private func makeBuffer(segments: Int) -> EventBuffer {
        EventBuffer(
            storage: BufferStorage.inMemory(segmentCount: segments, segmentSize: Self.segmentSize),
            identifier: 42)
    }

    /// Writes one record of `count` bytes that begins with `number`, or with its time; false when the buffer is full.
    @discardableResult
    private func write(_ number: UInt64?, count: Int = 64, to buffer: EventBuffer) -> Bool {
        guard let lane = buffer.acquireLane() else { return false }
        defer { buffer.release(lane) }
        lane.pointee.account.tracked += 1
        let fill = buffer.fill(of: lane, .ordinary)
        if fill.pointee.room < RecordHead.recordSize(payload: count), !buffer.rotate(lane, .ordinary) {
            lane.pointee.account.bufferFull += 1
            return false
        }
        guard let start = fill.pointee.start else { return false }
        let payload = start + fill.pointee.length + Segment.recordHeadSize
        payload.initializeMemory(as: UInt8.self, repeating: 0, count: count)
        let time = Self.clock.add(1, ordering: .relaxed).oldValue
        payload.storeBytes(of: number ?? time, as: UInt64.self)
        buffer.commit(.log, payload: count, time: time, to: fill, of: lane)
        return true
    }

    /// The numbers of all records in the buffer, consuming them.
    @discardableResult
    private func drain(_ buffer: EventBuffer, atMost limit: Int = .max) -> [UInt64] {
        var numbers: [UInt64] = []
        while numbers.count < limit,
            let collection = buffer.collect(
                for: 0, maximumCount: min(100, limit - numbers.count), maximumBytes: 1 << 20)
        {
            collection.batch.forEachRecord { numbers.append($0.loadUnaligned(as: UInt64.self)) }
            buffer.settle(collection, for: 0, delivered: collection.count, dropped: nil)
        }
        return numbers
    }

    @Test func `records come out once, in the order of their times`() {
        let buffer = makeBuffer(segments: 8)
        for number in 0..<1_000 { write(UInt64(number), to: buffer) }
        #expect(drain(buffer) == Array(0..<1_000))
        #expect(drain(buffer).isEmpty)
    }

    @Test func `records of several threads are merged by time`() {
        let buffer = makeBuffer(segments: 32)
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for _ in 0..<500 { write(nil, to: buffer) }
        }
        let times = drain(buffer)
        #expect(times.count == 2_000)
        #expect(times == times.sorted())
    }

    @Test
    func
        `an exporter that holds everything keeps no room from new records, and has the last word on its own`()
        throws
    {
        let buffer = makeBuffer(segments: 2)
        var number: UInt64 = 0
        // Two segments of records, all of them in an exporter's hands.
        while buffer.pool.withLock({ $0.emptyCount }) > 0 {
            write(number, to: buffer)
            number += 1
        }
        let held = try #require(buffer.collect(for: 0, maximumCount: .max, maximumBytes: .max))
        #expect(held.count == Int(number))
        for later in 0..<5_000 { #expect(write(1_000_000 + UInt64(later), to: buffer)) }
        let account = buffer.laneAccount()
        #expect(account.tracked == number + 5_000)
        #expect(account.written == account.tracked)
        #expect(buffer.settledAccount.delivered == 0)
        #expect(buffer.pendingTotal >= held.count, "nobody knows yet whether they arrive")
        buffer.settle(held, for: 0, delivered: held.count - 7, dropped: .exportFailed)
        #expect(buffer.settledAccount.delivered == number - 7)
        #expect(buffer.settledAccount.dropped[.exportFailed] == 7)
        let rest = drain(buffer)
        #expect(rest.last == 1_004_999)
        #expect(rest == Array((1_005_000 - UInt64(rest.count))..<1_005_000))
        #expect(buffer.pendingTotal == 0)
        #expect(buffer.settledAccount.settled == account.written)
    }

    @Test func `what an exporter lets go of after it was given up is counted as that`() throws {
        let buffer = makeBuffer(segments: 2)
        for number in 0..<100 { write(UInt64(number), to: buffer) }
        let held = try #require(buffer.collect(for: 0, maximumCount: .max, maximumBytes: .max))
        for number in 100..<6_000 { write(UInt64(number), to: buffer) }
        _ = buffer.collect(for: 0, maximumCount: 0, maximumBytes: 0)
        buffer.settle(held, for: 0, delivered: 100, dropped: nil)
        #expect(buffer.settledAccount.delivered == 0, "that collection was let go of")
        let rest = drain(buffer)
        #expect(rest == Array((6_000 - UInt64(rest.count))..<6_000))
        #expect(buffer.settledAccount.dropped == [.evicted: UInt64(6_000 - rest.count)])
        #expect(buffer.pendingTotal == 0)
    }

    /// A buffer whose threads wait for as long as it takes, and say when they begin to.
    private func makePatientBuffer(segments: Int, isWaiting: Gate) -> EventBuffer {
        EventBuffer(
            storage: BufferStorage.inMemory(segmentCount: segments, segmentSize: Self.segmentSize),
            identifier: 42, patience: .max
        ) { round in
            isWaiting.open()
            EventBuffer.giveWay(round)
        }
    }

    @Test func `who tracks while the only lane is held waits for it, and loses nothing`() async throws {
        let isWaiting = Gate()
        let buffer = makePatientBuffer(segments: 2, isWaiting: isWaiting)
        #expect(buffer.laneCount == 1)
        let held = try #require(buffer.acquireLane())
        async let isWritten = onThread { self.write(1, to: buffer) }
        try await isWaiting.wait()
        #expect(buffer.contended.load(ordering: .relaxed) == 0)
        buffer.release(held)
        #expect(try await isWritten)
        #expect(buffer.contended.load(ordering: .relaxed) == 0)
    }

    @Test
    func `a lane that is never let go of costs events, which are counted, and holds nobody up for ever`()
        throws
    {
        let buffer = makeBuffer(segments: 2)
        let held = try #require(buffer.acquireLane())
        #expect(!write(1, to: buffer))
        #expect(buffer.contended.load(ordering: .relaxed) == 1)
        buffer.release(held)
        #expect(write(1, to: buffer))
    }

    @Test func `who asks for the account while a lane is held leaves the others to who tracks`()
        async throws
    {
        let isWaiting = Gate()
        let buffer = makePatientBuffer(segments: 32, isWaiting: isWaiting)
        // The last one, because they are asked in order.
        let held = buffer.lane(buffer.laneCount - 1)
        buffer.lock(held)
        async let account = onThread { buffer.laneAccount().written }
        try await isWaiting.wait()
        // It waits for the held lane now, and holds none itself. If it did, this would wait for ever.
        try await onThread {
            for number in 0..<1_000 { #expect(self.write(UInt64(number), to: buffer)) }
        }
        buffer.release(held)
        _ = try await account
        #expect(buffer.laneAccount().written == 1_000)
        #expect(buffer.contended.load(ordering: .relaxed) == 0)
    }

    @Test func `segments are used again and again`() {
        let buffer = makeBuffer(segments: 3)
        var next: UInt64 = 0
        for _ in 0..<200 {
            let first = next
            for _ in 0..<100 {
                #expect(write(next, count: 1_000, to: buffer))
                next += 1
            }
            #expect(drain(buffer) == Array(first..<next))
        }
    }

    @Test func `what is collected and not consumed is collected again`() {
        let buffer = makeBuffer(segments: 4)
        for number in 0..<10 { write(UInt64(number), to: buffer) }
        #expect(buffer.collect(for: 0, maximumCount: 5, maximumBytes: .max)?.count == 5)
        #expect(drain(buffer, atMost: 5) == [0, 1, 2, 3, 4])
        #expect(drain(buffer) == [5, 6, 7, 8, 9])
    }

    @Test func `a batch keeps to its bytes, but for a single record that is larger`() {
        let buffer = makeBuffer(segments: 4)
        for number in 0..<3 { write(UInt64(number), count: 600, to: buffer) }
        #expect(buffer.collect(for: 0, maximumCount: 10, maximumBytes: 1_000)?.count == 1)
        #expect(buffer.collect(for: 0, maximumCount: 10, maximumBytes: 1_200)?.count == 2)
        #expect(buffer.collect(for: 0, maximumCount: 10, maximumBytes: 10)?.count == 1)
    }

    @Test func `writers and the reader may run at once, and every record arrives once or is counted`() {
        let buffer = makeBuffer(segments: 4)
        let perThread = 20_000
        let written = Locked<Set<UInt64>>([])
        let finished = Atomic<Int>(0)
        let read = Locked<[UInt64]>([])
        DispatchQueue.concurrentPerform(iterations: 3) { thread in
            if thread == 2 {
                while true {
                    let isDone = finished.load(ordering: .acquiring) == 2
                    let numbers = drain(buffer)
                    read.withLock { $0 += numbers }
                    if isDone, numbers.isEmpty { break }
                }
            } else {
                var mine: [UInt64] = []
                for step in 0..<perThread {
                    let number = UInt64(thread * perThread + step)
                    if write(number, to: buffer) { mine.append(number) }
                }
                written.withLock { $0.formUnion(mine) }
                finished.add(1, ordering: .releasing)
            }
        }
        let all = read.withLock { $0 }
        #expect(all.count == Set(all).count)
        #expect(Set(all).isSubset(of: written.withLock { $0 }))
        let account = buffer.settledAccount
        #expect(account.dropped[.evicted, default: 0] == buffer.laneAccount().written - UInt64(all.count))
        #expect(account.delivered == UInt64(all.count))
        #expect(!all.isEmpty)
    }
}
