import Recordings
import Testing

/// What the scanner says of a text: nil if it is sound.
func problem(in text: String) -> JSONProblem? { problem(in: Array(text.utf8)) }

func problem(in bytes: [UInt8]) -> JSONProblem? {
    var scanner = JSONScanner()
    return bytes.withUnsafeBufferPointer { bytes in
        do throws(JSONProblem) {
            _ = try scanner.scan(bytes)
            return nil
        } catch {
            return error
        }
    }
}

@Suite struct JSONScannerTests {
    @Test(arguments: [
        "{}", "[]", " { } ", "0", "-0", "-1.5e+10", "1E5", "true", "null", #""""#,
        #"{"a":[1,{"b":null}],"c":"d"}"#,
        "\t[\n1 ,\r2 ]", #""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00""#, "\"é€😀\"", #"[[],{},"",0]"#,
    ])
    func `a sound text is accepted`(_ text: String) { #expect(problem(in: text) == nil) }

    @Test(arguments: [
        ("", JSONProblem.Reason.expectedValue, 0), ("  ", .unexpectedEnd, 2), ("{", .unexpectedEnd, 1),
        ("[1,]", .expectedValue, 3), (#"{"a":1,}"#, .expectedKey, 7), (#"{"a" 1}"#, .expectedColon, 5),
        (#"{"a":1 "b":2}"#, .expectedCommaOrBrace, 7), ("[1 2]", .expectedCommaOrBracket, 3),
        ("[1}", .expectedCommaOrBracket, 2),
        ("{1:2}", .expectedKey, 1), ("1 2", .trailingText, 2), ("tru", .invalidLiteral, 0),
        ("nul1", .invalidLiteral, 0),
        ("01", .leadingZero, 0), ("-", .invalidNumber, 1), ("1.", .invalidNumber, 2),
        ("1e", .invalidNumber, 2), (".5", .expectedValue, 0),
        ("\"a", .unterminatedString, 0), ("\"a\tb\"", .controlCharacter, 2), (#""\x""#, .invalidEscape, 1),
        (#""\u12g4""#, .invalidUnicodeEscape, 1), (#""\uD83D""#, .unpairedSurrogate, 1),
        (#""\uDE00\uD83D""#, .unpairedSurrogate, 1),
        ("\u{1}", .unexpectedByte, 0), ("[\u{a0}1]", .unexpectedByte, 1), (#"{"a":}"#, .expectedValue, 5),
        ("\"\\", .unterminatedString, 1),
    ])
    func `a flaw is refused where it stands`(_ text: String, _ reason: JSONProblem.Reason, _ offset: Int) {
        #expect(problem(in: text) == JSONProblem(reason, at: offset))
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0xAF], [0xC1, 0x81], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0xFF],
        ] as [[UInt8]])
    func `bytes that are no UTF-8 are refused in strings and keys`(_ bytes: [UInt8]) {
        #expect(problem(in: [0x22, 0x61] + bytes + [0x22]) == JSONProblem(.invalidUTF8, at: 2))
        #expect(
            problem(in: [0x7B, 0x22] + bytes + [0x22, 0x3A, 0x31, 0x7D]) == JSONProblem(.invalidUTF8, at: 2))
    }

    @Test
    func `every character is accepted wherever it falls among the eight bytes that are looked at together`() {
        for padding in 0..<9 {
            let start = String(repeating: "x", count: padding)
            for character in ["é", "€", "😀", #"\n"#, #"\u0041"#] {
                #expect(problem(in: "\"\(start)\(character)\(start)\"") == nil)
            }
            #expect(
                problem(in: "\"\(start)\u{1F}\(start)\"") == JSONProblem(.controlCharacter, at: padding + 1))
        }
    }

    @Test func `containers are refused when they are nested too deep`() {
        let most = JSONScanner.maximumDepth
        let deepest = String(repeating: "[", count: most) + String(repeating: "]", count: most)
        #expect(problem(in: deepest) == nil)
        #expect(problem(in: "[" + deepest + "]") == JSONProblem(.tooDeep, at: most))
        #expect(
            problem(in: String(repeating: #"{"a":"#, count: 100_000)) == JSONProblem(.tooDeep, at: 5 * most))
    }

    @Test func `a text of too many values is refused`() {
        let text = "[" + String(repeating: "0,", count: JSONScanner.maximumNodes) + "0]"
        #expect(problem(in: text)?.reason == .tooManyValues)
    }
}
