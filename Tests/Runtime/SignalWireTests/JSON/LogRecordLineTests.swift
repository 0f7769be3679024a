import Foundation
import SignalWire
import Testing
import TestSupport

@Suite struct LogRecordLineTests {
    private func line(_ record: [UInt8]) throws -> String {
        var writer = JSONWriter(capacity: 64)
        try record.withUnsafeBufferPointer { try writer.line($0) }
        return writer.buffer.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `a record becomes one flat object with its head first`() throws {
        #expect(try line(SampleRecord.complete) == SampleRecord.completeLine)
    }

    @Test func `the head comes first whatever the order on the wire`() throws {
        let record = SampleRecord.encoded { writer in
            SampleRecord.attribute("a", to: &writer) { $0.varintField(OTLPFields.AnyValue.int, 1) }
            writer.bytesField(OTLPFields.LogRecord.traceID, Array(0..<16), count: 16)
            writer.stringField(OTLPFields.LogRecord.eventName, "e" as StaticString)
            writer.varintField(OTLPFields.LogRecord.severityNumber, 17)
            writer.fixed64Field(OTLPFields.LogRecord.observedTimeUnixNano, 1000)
            SampleRecord.attribute("b", to: &writer) { $0.varintField(OTLPFields.AnyValue.int, 2) }
        }
        #expect(
            try line(record) == """
                {"timestamp":"1970-01-01T00:00:00.000001Z","event":"e","severity":"error","a":1,"b":2,\
                "trace_id":"000102030405060708090a0b0c0d0e0f"}

                """)
    }

    @Test func `a severity without a number is given in the sender's words`() throws {
        let record = SampleRecord.encoded {
            $0.stringField(OTLPFields.LogRecord.severityText, "Notice" as StaticString)
        }
        #expect(
            try line(record)
                == "{\"timestamp\":\"1970-01-01T00:00:00.000000Z\",\"event\":\"\",\"severity\":\"Notice\"}\n")
    }

    @Test func `keys are escaped`() throws {
        let record = SampleRecord.encoded { SampleRecord.attribute("a\"\n", to: &$0) { _ in } }
        #expect(try line(record).hasSuffix("\"a\\\"\\n\":null}\n"))
    }

    @Test func `a malformed record leaves no trace between its neighbours`() throws {
        var writer = JSONWriter()
        var broken = SampleRecord.complete
        broken.removeLast()
        for record in [SampleRecord.complete, broken, SampleRecord.complete] {
            try? record.withUnsafeBufferPointer { try writer.line($0) }
        }
        let expected = SampleRecord.completeLine + SampleRecord.completeLine
        #expect(writer.buffer.withBytes { String(decoding: $0, as: UTF8.self) } == expected)
    }

    /// A record whose only attribute is a list in a list, `depth` lists in all.
    private func nested(_ depth: Int) -> [UInt8] {
        func write(_ depth: Int, _ writer: inout ProtobufWriter) {
            guard depth > 0 else { return }
            let list = writer.beginMessage(OTLPFields.AnyValue.array)
            let value = writer.beginMessage(OTLPFields.List.values)
            write(depth - 1, &writer)
            writer.endMessage(value)
            writer.endMessage(list)
        }
        return SampleRecord.encoded { SampleRecord.attribute("a", to: &$0) { write(depth, &$0) } }
    }

    @Test func `values that are nested too deep are refused`() throws {
        #expect(try line(nested(16)).contains(String(repeating: "[", count: 16) + "null"))
        #expect(throws: WireError.tooDeep) { try line(nested(17)) }
        #expect(throws: WireError.tooDeep) { try line(nested(5000)) }
    }

    @Test func `whatever is made of flipped bytes is JSON`() {
        var generator = SeededGenerator()
        for _ in 0..<3000 {
            var bytes = SampleRecord.complete
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
                    in: 0...255, using: &generator)
            }
            guard let line = try? line(bytes) else { continue }
            #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) is [String: Any], "\(line)")
        }
    }
}
