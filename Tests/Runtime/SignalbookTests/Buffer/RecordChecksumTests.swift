import Testing
import TestSupport

@testable import Signalbook

@Suite struct RecordChecksumTests {
    private func hash(_ bytes: [UInt8], seed: UInt64 = 9, first: UInt64 = 1, second: UInt64 = 2) -> UInt32 {
        bytes.withUnsafeBytes {
            guard let base = $0.baseAddress else { return 0 }
            return RecordChecksum.hash(base, words: $0.count / 8, seed: seed, first: first, second: second)
        }
    }

    @Test func `every single flipped bit changes it, and so do seed, length and time`() {
        let bytes = (0..<200).map { UInt8($0) }
        let whole = hash(bytes)
        for bit in 0..<(8 * bytes.count) {
            var damaged = bytes
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(hash(damaged) != whole)
        }
        for bit in 0..<64 {
            let flip: UInt64 = 1 << UInt64(bit)
            #expect(hash(bytes, seed: 9 ^ flip) != whole)
            #expect(hash(bytes, first: 1 ^ flip) != whole)
            #expect(hash(bytes, second: 2 ^ flip) != whole)
        }
    }

    @Test func `swapped, shifted and doubly damaged words change it`() {
        var random = SeededGenerator(seed: 4)
        let bytes = (0..<256).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let whole = hash(bytes)
        for left in stride(from: 0, to: 256, by: 8) {
            for right in stride(from: left + 8, to: 256, by: 8) {
                var swapped = bytes
                for offset in 0..<8 { swapped.swapAt(left + offset, right + offset) }
                #expect(hash(swapped) != whole)
                // The top bits of two words: what sums and products of words overlook most easily.
                var flipped = bytes
                flipped[left + 7] ^= 0x80
                flipped[right + 7] ^= 0x80
                #expect(hash(flipped) != whole)
            }
        }
        #expect(hash(Array(bytes.dropFirst(8))) != hash(Array(bytes.dropLast(8))))
    }

    @Test func `it is never the number that stands for none`() {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<10_000 { #expect(hash([UInt8](repeating: 0, count: 16), seed: random.next()) != 0) }
    }

    @Test func `a record is whole only as it was written`() {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 256, alignment: 16)
        defer { bytes.deallocate() }
        guard let base = bytes.baseAddress else { return }
        for length in 1...40 {
            bytes.initializeMemory(as: UInt8.self, repeating: 0xFF)
            for offset in 0..<length { bytes[RecordHead.size + offset] = UInt8(offset) }
            var state = RecordState()
            state.setDone(3)
            let kind: RecordKind = length.isMultiple(of: 2) ? .log : .span
            RecordHead.write(at: base, length: length, kind: kind, time: 77, seed: 5)
            base.storeBytes(of: RecordHead(at: base).word(state), as: UInt32.self)
            let record = RecordHead.wholeRecord(UnsafeRawBufferPointer(bytes), seed: 5)
            #expect(record?.count == RecordHead.recordSize(payload: length))
            #expect(RecordHead(at: base).state.stored == state.stored)
            #expect(RecordHead(at: base).time == 77)
            #expect(RecordHead(at: base).kind == kind)
            #expect(RecordHead.wholeRecord(UnsafeRawBufferPointer(bytes), seed: 6) == nil)
            let short = UnsafeRawBufferPointer(
                rebasing: bytes[..<(RecordHead.recordSize(payload: length) - 1)])
            #expect(RecordHead.wholeRecord(short, seed: 5) == nil)
            // Its kind is a part of it.
            bytes[3] ^= 4
            #expect(RecordHead.wholeRecord(UnsafeRawBufferPointer(bytes), seed: 5) == nil)
        }
    }
}
