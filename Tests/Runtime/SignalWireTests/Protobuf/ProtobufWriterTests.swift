import SignalWire
import Testing

@Suite struct ProtobufWriterTests {
    /// What `write` puts into a buffer of `capacity` bytes, and whether it overflowed. Asserts that nothing past it changed.
    private func written(
        capacity: Int = 512, _ write: (inout ProtobufWriter) -> Void
    ) -> (bytes: [UInt8], overflowed: Bool) {
        let guardBytes = 32
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity + guardBytes) { memory in
            memory.initialize(repeating: 0xEE)
            guard let base = memory.baseAddress else { return ([], true) }
            var writer = ProtobufWriter(start: base, capacity: capacity)
            write(&writer)
            #expect(memory[capacity...].allSatisfy { $0 == 0xEE })
            return (Array(memory[..<writer.count]), writer.hasOverflowed)
        }
    }

    @Test(
        arguments: [
            (0, [0x00]), (1, [0x01]), (127, [0x7F]), (128, [0x80, 0x01]), (150, [0x96, 0x01]),
            (300, [0xAC, 0x02]),
            (16383, [0xFF, 0x7F]), (16384, [0x80, 0x80, 0x01]),
            (UInt64.max, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]),
        ] as [(UInt64, [UInt8])])
    func `a varint takes seven bits a byte, lowest first`(value: UInt64, expected: [UInt8]) {
        #expect(written { $0.varint(value) }.bytes == expected)
        #expect(varintLength(value) == expected.count)
    }

    @Test func `the length of a varint is right at every power of two`() {
        for bit in 0..<64 {
            for value in [UInt64(1) << bit, (UInt64(1) << bit) &- 1, (UInt64(1) << bit) | 1] {
                #expect(written { $0.varint(value) }.bytes.count == varintLength(value))
            }
        }
    }

    @Test func `event_name, field 12, has the tag 0x62`() {
        #expect(written { $0.stringField(12, "a" as StaticString) }.bytes == [0x62, 0x01, 0x61])
        #expect(written { $0.stringField(12, String("a")) }.bytes == [0x62, 0x01, 0x61])
    }

    @Test func `a field number past 15 takes a tag of two bytes`() {
        #expect(written { $0.fixed32Field(16, 1) }.bytes == [0x85, 0x01, 1, 0, 0, 0])
    }

    @Test func `fixed-width fields are little-endian`() {
        #expect(written { $0.fixed64Field(1, 0x0102_0304_0506_0708) }.bytes == [9, 8, 7, 6, 5, 4, 3, 2, 1])
        #expect(written { $0.doubleField(4, 1) }.bytes == [0x21, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F])
    }

    @Test(arguments: [0, 1, 127, 128, 129, 200, 16383, 16384, 20000])
    func `an embedded message gets the shortest length, whatever its size`(size: Int) {
        let content = [UInt8](repeating: 7, count: size)
        let open = written(capacity: 32_768) { writer in
            let message = writer.beginMessage(6)
            content.withUnsafeBufferPointer { writer.bytes($0) }
            writer.endMessage(message)
        }
        let direct = written(capacity: 32_768) { writer in
            content.withUnsafeBufferPointer { writer.bytesField(6, $0) }
        }
        #expect(open.bytes == direct.bytes)
        #expect(!open.overflowed)
    }

    @Test
    func `a message that does not fit sets the flag and writes nothing past the end, at every capacity`() {
        func message(_ writer: inout ProtobufWriter) {
            writer.fixed64Field(1, .max)
            let outer = writer.beginMessage(6)
            writer.stringField(1, "key" as StaticString)
            let inner = writer.beginMessage(2)
            writer.stringField(1, String(repeating: "x", count: 150))
            writer.endMessage(inner)
            writer.endMessage(outer)
            writer.varintField(2, .max)
        }
        let whole = written { message(&$0) }
        #expect(!whole.overflowed)
        for capacity in 0..<whole.bytes.count {
            #expect(written(capacity: capacity) { message(&$0) }.overflowed)
        }
        #expect(written(capacity: whole.bytes.count) { message(&$0) }.bytes == whole.bytes)
    }
}
