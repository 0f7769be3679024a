import Testing
import TestSupport

@testable import Signalbook

/// A ring's bytes that somebody changes between one look and the next.
private struct ChangingBytes: SegmentBytes {
    var bytes: RingBytes
    /// The records of which another one is there after they were copied.
    let changed: Set<UInt64>

    mutating func record(in segment: Int, at offset: UInt32, seed: UInt64) -> RecordLookup {
        bytes.record(in: segment, at: offset, seed: seed)
    }

    func isUnchanged(_ record: UnsafeRawBufferPointer, length: Int, seed: UInt64) -> Bool {
        let number = record.loadUnaligned(fromByteOffset: RecordHead.size + 24, as: UInt64.self)
        return !changed.contains(number) && bytes.isUnchanged(record, length: length, seed: seed)
    }

    mutating func store(_ state: RecordState, in segment: Int, at offset: UInt32) {
        bytes.store(state, in: segment, at: offset)
    }

    mutating func store(cursor offset: UInt32, count: Int, slot: Int, in segment: Int, seed: UInt64) {
        bytes.store(cursor: offset, count: count, slot: slot, in: segment, seed: seed)
    }
}

@Suite struct ChangingRecordTests {
    @Test(arguments: [[], [0], [3, 4], [9], Set(0..<10)] as [Set<UInt64>])
    func `what changes while it is copied is corrupted, and not handed out`(_ changed: Set<UInt64>) throws {
        let directory = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: directory.path)
        for number in 0..<10 as Range<UInt64> { TestRecord.write(number, to: ring) }
        var bytes = ChangingBytes(bytes: RingBytes(storage: ring.storage, pool: ring.pool), changed: changed)
        let numbers = ring.reading.withLock { reading in
            ring.refresh(&reading)
            let some = reading.ledger.collect(
                for: 0, maximumCount: 100, maximumBytes: .max, notBefore: 0, in: &bytes)
            if let some {
                reading.ledger.settle(
                    some, for: 0, delivered: some.count, dropped: .exportFailed, in: &bytes)
            }
            return TestRecord.numbers(some)
        }
        #expect(numbers == (0..<10).filter { !changed.contains($0) })
        #expect(ring.settledAccount.dropped[.corrupted, default: 0] == UInt64(changed.count))
        #expect(ring.settledAccount.delivered == UInt64(numbers.count))
        #expect(ring.pendingTotal == 0)
    }

    @Test func `a record is unchanged as long as all its bytes are what they were`() throws {
        let directory = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: directory.path)
        TestRecord.write(1, size: 61, to: ring)
        let bytes = RingBytes(storage: ring.storage, pool: ring.pool)
        let seed = ring.seed(generation: 1)
        let segment = try #require(
            ring.storage.segments.first { RecordHead(at: $0.records).length == 61 })
        let record = UnsafeRawBufferPointer(
            start: segment.records, count: RecordHead.recordSize(payload: 61))
        #expect(bytes.isUnchanged(record, length: 61, seed: seed))
        for offset in 0..<(RecordHead.size + 61) {
            let old = segment.records.load(fromByteOffset: offset, as: UInt8.self)
            // In byte 3 the lowest bits say what exporters have done with the record; the next ones are its kind.
            segment.records.storeBytes(of: old ^ (offset == 3 ? 4 : 1), toByteOffset: offset, as: UInt8.self)
            #expect(!bytes.isUnchanged(record, length: 61, seed: seed), "byte \(offset)")
            segment.records.storeBytes(of: old, toByteOffset: offset, as: UInt8.self)
        }
    }
}
