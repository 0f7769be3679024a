import SignalWire
import Testing
import TestSupport

@Suite struct LogRecordReaderTests {
    /// The fields of `bytes`, one text each; throws what the reader throws. The bytes stand at the end of their allocation.
    private func fields(_ bytes: [UInt8]) throws(WireError) -> [String] {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
        defer { memory.deallocate() }
        _ = memory.initialize(fromContentsOf: bytes)
        var reader = LogRecordReader(UnsafeBufferPointer(rebasing: memory[..<bytes.count]))
        var result: [String] = []
        while let field = try reader.next() { result.append(try text(field)) }
        return result
    }

    private func text(_ field: LogRecordField) throws(WireError) -> String {
        switch field {
        case .time(let time): "time \(time)"
        case .observedTime(let time): "observed \(time)"
        case .severityNumber(let number): "severity \(number)"
        case .severityText(let bytes): "severity text \(text(bytes))"
        case .eventName(let bytes): "event \(text(bytes))"
        case .body(let value): "body \(try text(value))"
        case .attribute(let pair): "\(text(pair.key))=\(try text(pair.value))"
        case .traceID(let bytes): "trace \(Array(bytes))"
        case .spanID(let bytes): "span \(Array(bytes))"
        case .flags(let flags): "flags \(flags)"
        case .droppedAttributesCount(let count): "dropped \(count)"
        }
    }

    private func text(_ value: WireValue) throws(WireError) -> String {
        switch value {
        case .null: return "null"
        case .string(let bytes): return "\"\(text(bytes))\""
        case .bool(let flag): return "\(flag)"
        case .int(let number): return "\(number)"
        case .double(let number): return "\(number)"
        case .bytes(let bytes): return "\(Array(bytes))"
        case .array(let encoded):
            var list = WireList(encoded)
            var result: [String] = []
            while let element = try list.next() { result.append(try text(element)) }
            return "[\(result.joined(separator: ", "))]"
        case .keyValueList(let encoded):
            var list = WireKeyValueList(encoded)
            var result: [String] = []
            while let element = try list.next() {
                result.append("\(text(element.key)): \(try text(element.value))")
            }
            return "{\(result.joined(separator: ", "))}"
        }
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    @Test func `every field and every kind of value is read`() throws {
        #expect(
            try fields(SampleRecord.complete) == [
                "time 1770285600123456789", "observed 1770285600123456789", "severity 9",
                "severity text INFO",
                "event request_completed", "log.record.uid=\"01JH\"", "catalog=\"api/1.0.0\"",
                "session_id=null",
                "status_code=200", "offset=-7", "duration_ms=45.25", "is_retryable=false", "note=\"\"",
                "tags=[\"a\", \"b\"]",
                "map={k: true}", "raw=[102, 111, 111, 98, 97]", "span [0, 240, 1, 2, 3, 4, 5, 171]",
            ])
    }

    @Test(
        arguments: [
            // Written by hand from the .proto files: tag, then payload.
            ([0x09, 1, 0, 0, 0, 0, 0, 0, 0], ["time 1"]),
            ([0x59, 2, 0, 0, 0, 0, 0, 0, 0], ["observed 2"]),
            ([0x10, 0x11], ["severity 17"]),
            ([0x1A, 1, 0x45], ["severity text E"]),
            ([0x62, 1, 0x61], ["event a"]),
            ([0x2A, 3, 0x0A, 1, 0x62], ["body \"b\""]),
            ([0x32, 5, 0x0A, 1, 0x6B, 0x12, 0x00], ["k=null"]),
            ([0x32, 3, 0x0A, 1, 0x6B], ["k=null"]),
            ([0x32, 0], ["=null"]),
            ([0x32, 7, 0x0A, 1, 0x6B, 0x12, 2, 0x10, 0x01], ["k=true"]),
            ([0x32, 7, 0x12, 2, 0x18, 0x05, 0x0A, 1, 0x6B], ["k=5"]),
            ([0x38, 3], ["dropped 3"]),
            ([0x45, 1, 0, 0, 0], ["flags 1"]),
            ([0x4A, 1, 0xFF], ["trace [255]"]),
            // Unknown fields of each wire type, then a known one.
            (
                [
                    0xA0, 0x06, 0x96, 0x01, 0xA1, 0x06, 1, 2, 3, 4, 5, 6, 7, 8, 0xA2, 0x06, 1, 9, 0xA5, 0x06,
                    1, 2, 3, 4, 0x10, 1,
                ], ["severity 1"]
            ),
            // A known number with another wire type.
            ([0x12, 1, 0x61, 0x10, 1], ["severity 1"]),
            ([], []),
        ] as [([UInt8], [String])])
    func `bytes made by hand are read`(bytes: [UInt8], expected: [String]) throws {
        #expect(try fields(bytes) == expected)
    }

    @Test(
        arguments: [
            ([0x09, 1, 0, 0], .truncated), ([0x62, 5, 0x61], .truncated), ([0x10], .truncated),
            ([0x10, 0x80], .truncated),
            ([0x45, 1], .truncated), ([0x80], .truncated),
            ([0x62, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], .truncated),
            ([0x10, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02], .oversizedVarint),
            ([0x10, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00], .oversizedVarint),
            ([0x00, 1], .invalidTag), ([0x0B], .invalidTag), ([0x0C], .invalidTag), ([0x0E], .invalidTag),
            ([0x0F], .invalidTag),
            ([0x80, 0x80, 0x80, 0x80, 0x10], .invalidTag), ([0x32, 2, 0x0A, 5], .truncated),
            ([0x32, 4, 0x12, 2, 0x0A, 5], .truncated),
        ] as [([UInt8], WireError)])
    func `malformed bytes are an error`(bytes: [UInt8], expected: WireError) {
        #expect(throws: expected) { try fields(bytes) }
    }

    @Test func `every prefix of a record is read or refused`() throws {
        let whole = try fields(SampleRecord.complete)
        var read = 0
        for count in 0..<SampleRecord.complete.count {
            guard let some = try? fields(Array(SampleRecord.complete[..<count])) else { continue }
            read += 1
            #expect(some.count < whole.count && whole.starts(with: some))
        }
        // One before each field.
        #expect(read == whole.count)
    }

    @Test func `records with flipped bytes are read or refused`() {
        var generator = SeededGenerator()
        var (read, refused) = (0, 0)
        for _ in 0..<5000 {
            var bytes = SampleRecord.complete
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
                    in: 0...255, using: &generator)
            }
            if (try? fields(bytes)) == nil { refused += 1 } else { read += 1 }
        }
        #expect(read > 500 && refused > 500, "\(read) read, \(refused) refused")
    }
}
