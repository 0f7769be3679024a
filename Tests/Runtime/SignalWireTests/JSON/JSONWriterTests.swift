import Foundation
import SignalWire
import Testing
import TestSupport

@Suite struct JSONWriterTests {
    /// What `write` writes, as it is.
    private func bytes(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(capacity: 64)
        write(&writer)
        return writer.buffer.withBytes { Array($0) }
    }

    private func text(_ write: (inout JSONWriter) -> Void) -> String {
        String(decoding: bytes(write), as: UTF8.self)
    }

    private func string(_ utf8: [UInt8]) -> String {
        text { writer in utf8.withUnsafeBufferPointer { writer.string($0) } }
    }

    @Test(arguments: [
        ("", #""""#), ("a", #""a""#), ("a\"b\\c/d", #""a\"b\\c/d""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
        ("\0\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""), ("12345678\"", #""12345678\"""#),
        ("1234567\u{1F}8", #""1234567\u001f8""#),
        ("12345678 12345678 ä€😀 12345678", "\"12345678 12345678 ä€😀 12345678\""),
        ("\u{2028}", "\"\u{2028}\""),
    ])
    func `a string is escaped as little as JSON allows`(value: String, expected: String) {
        #expect(text { $0.string(value) } == expected)
    }

    @Test func `every special byte is found at every place of a word`() {
        for special in [0x00, 0x1F, 0x22, 0x5C, 0x80, 0xFF] as [UInt8] {
            for place in 0..<24 {
                var raw = [UInt8](repeating: 0x7E, count: 24)
                raw[place] = special
                let decoded = try? JSONDecoder().decode(String.self, from: Data(string(raw).utf8))
                #expect(decoded == String(decoding: raw, as: UTF8.self))
            }
        }
    }

    @Test func `what is not UTF-8 becomes U+FFFD exactly where Swift's own decoding puts it`() {
        var generator = SeededGenerator()
        let pool: [UInt8] = [
            0x41, 0x22, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF,
            0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
        ]
        for _ in 0..<20_000 {
            let raw = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                pool.randomElement(using: &generator) ?? 0
            }
            let expected =
                "\"" + String(decoding: raw, as: UTF8.self).replacingOccurrences(of: "\"", with: "\\\"")
                + "\""
            #expect(string(raw) == expected, "\(raw)")
        }
    }

    @Test(arguments: [0, 9, 10, 99, 100, -1, 1_234_567_890, .max, .min] as [Int64])
    func `an integer is written with all its digits`(value: Int64) {
        #expect(text { $0.integer(value) } == "\(value)")
    }

    @Test(
        arguments: [
            (0.0, "0.0"), (-0.0, "-0.0"), (1, "1.0"), (-1.5, "-1.5"), (45.213, "45.213"), (0.001, "0.001"),
            (0.1, "0.1"), (0.12, "0.12"),
            (0.0001, "0.0001"), (1e-5, "1e-05"), (1e16, "1e+16"), (0.1 + 0.2, "0.30000000000000004"),
            (.leastNonzeroMagnitude, "5e-324"),
            (999_999_999_999.999, "999999999999.999"), (.nan, "\"NaN\""), (.infinity, "\"Infinity\""),
            (-.infinity, "\"-Infinity\""),
        ] as [(Double, String)])
    func `a double is the shortest that reads back, and a string if it is no number`(
        value: Double, expected: String
    ) {
        #expect(text { $0.double(value) } == expected)
    }

    @Test func `the short way for doubles writes what Swift's description writes`() {
        var generator = SeededGenerator()
        for _ in 0..<20_000 {
            let value =
                Double(Int.random(in: -1_000_000_000_000...1_000_000_000_000, using: &generator)) / 1000
            let scaled = value * [1.0, 0.001, 1e3, 1.0000000001][Int.random(in: 0..<4, using: &generator)]
            #expect(text { $0.double(scaled) } == scaled.description)
        }
    }

    @Test func `commas and colons come by themselves`() {
        let result = text { writer in
            writer.beginObject()
            writer.key("a")
            writer.null()
            writer.key("b")
            writer.beginArray()
            writer.boolean(true)
            writer.beginObject()
            writer.endObject()
            writer.beginArray()
            writer.endArray()
            writer.boolean(false)
            writer.endArray()
            writer.key("c")
            writer.timestamp(unixNanoseconds: 0)
            writer.endObject()
            writer.newLine()
            writer.beginObject()
            writer.endObject()
        }
        #expect(result == "{\"a\":null,\"b\":[true,{},[],false],\"c\":\"1970-01-01T00:00:00.000000Z\"}\n{}")
    }

    @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
    func `bytes are written in Base64 and hexadecimal`(value: String) {
        let raw = Array(value.utf8)
        let base64 = text { writer in raw.withUnsafeBufferPointer { writer.base64($0) } }
        #expect(base64 == "\"\(Data(raw).base64EncodedString())\"")
        let hexadecimal = text { writer in raw.withUnsafeBufferPointer { writer.hexadecimal($0) } }
        #expect(
            hexadecimal
                == "\"\(raw.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())\"")
    }

    @Test func `every byte has its Base64 digits`() {
        let raw = Array(UInt8(0)...255)
        #expect(
            text { writer in raw.withUnsafeBufferPointer { writer.base64($0) } }
                == "\"\(Data(raw).base64EncodedString())\"")
    }

    @Test func `the memory is used again and given back on request`() {
        var writer = JSONWriter(capacity: 64)
        writer.string(String(repeating: "\u{1}", count: 100_000))
        #expect(writer.buffer.count == 600_002)
        writer.buffer.trim(to: 100)
        #expect(writer.buffer.count == 600_002)
        writer.reset()
        writer.buffer.trim(to: 100)
        writer.null()
        #expect(writer.buffer.withBytes { Array($0) } == Array("null".utf8))
    }
}
