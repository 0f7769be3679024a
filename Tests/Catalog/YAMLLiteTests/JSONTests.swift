import Testing
import TestSupport
import YAMLLite

/// Which of the accepted texts are JSON.
@Suite struct JSONTests {
    @Test(arguments: [
        "{}", "[]", "[[], {}]", #"{"a": 1}"#, #"{"a":1}"#, "{\n\t\"a\" :\t[1,\n\t\t2]\n}\n", "\r\n[1]\r\n",
        "\u{FEFF}[1]",
        "true", "false", "null", "0", "-0", "12", "-1.5", "1e5", "0.5E-3", "123456789012345678901234567890",
        "1.0",
        #""text""#, #"["\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00"]"#, "[\"é😀\u{A0}\"]", #"{"": null}"#, "[ 1 , 2 ]",
    ])
    func `JSON is recognised`(text: String) {
        let result = parse(Array(text.utf8))
        #expect(result.problems.isEmpty, "\(result.problems)")
        #expect(result.isJSON)
        #expect(JSONGrammar.matches(Array(text.utf8)))
    }

    @Test(arguments: [
        "", "# c\n[1]", "[1] # c", "[1, # c\n 2]", "---\n[1]", "a: 1", #""a": 1"#, "- 1", "text", "'text'",
        "['a']", "[a]",
        "{a: 1}", "{'a': 1}", #"{"a": }"#, #"{"a":,"b":1}"#, "[1,]", "[[],]", #"{"a": 1,}"#,
        "[True]", "[NULL]",
        "[~]", "[0x1F]", "[0o7]", "[.5]", "[1.]", "[1.e3]", "[+1]", "[.inf]", "[-.inf]", "[.nan]", "[00.5]",
        "[-00.5]",
        "[&a 1]", "[&a 1, *a]", "[\"a\tb\"]", "[\"\\n\ta\"]", "[\"a\n b\"]", "[\"a\\\n b\"]", #"["\x41"]"#,
        #"["\0"]"#,
        #"["\ "]"#, #"["\_"]"#, #"["\U00000041"]"#, #"["\e"]"#, "a: |\n text\n", "[1 2]",
    ])
    func `YAML that JSON does not have is not JSON`(text: String) {
        let result = parse(Array(text.utf8))
        #expect(result.problems.isEmpty, "\(result.problems)")
        #expect(!result.isJSON)
        #expect(!JSONGrammar.matches(Array(text.utf8)))
    }

    @Test func `a text that is refused is not JSON`() {
        for text in ["[1", #"{"a": 1, "a": 2}"#, "[\"\\uD800\"]", "[\"\u{7F}\"]", "{} {}"] {
            let result = parse(Array(text.utf8))
            #expect(!result.problems.isEmpty && !result.isJSON, "\(text)")
        }
    }

    /// Pieces of JSON and of YAML, put together at random and changed, read by the parser and by the grammar alone.
    @Test func `the parser says what the grammar says`() {
        var random = SeededGenerator(seed: 8)
        let bytes = Array("\"'[]{}:,-#&*~\\/\n\r\t .+01eExouUntb".utf8)
        var texts = 0
        var accepted = 0
        for _ in 0..<LongTests.count(40_000, long: 1_000_000) {
            var text = Self.value(&random, depth: 0)
            if Int.random(in: 0..<3, using: &random) > 0 {
                let index = Int.random(in: 0..<text.count, using: &random)
                let byte = bytes.randomElement(using: &random) ?? 0x20
                switch Int.random(in: 0..<3, using: &random) {
                case 0: text[index] = byte
                case 1: text.remove(at: index)
                default: text.insert(byte, at: index)
                }
            }
            let result = parse(text)
            guard result.problems.isEmpty, result.root != nil else { continue }
            accepted += 1
            if result.isJSON { texts += 1 }
            let isJSON = JSONGrammar.matches(text)
            #expect(result.isJSON == isJSON, "\(String(decoding: text, as: UTF8.self))")
        }
        #expect(texts > 5_000 && accepted - texts > 3_000, "\(texts) of \(accepted)")
    }

    @Test(arguments: try! Corpus.files())
    func `the corpus is JSON where the grammar says so`(file: Corpus.File) {
        #expect(parse(file.text).isJSON == JSONGrammar.matches(file.text))
    }

    private static func value(_ random: inout SeededGenerator, depth: Int) -> [UInt8] {
        func pick(_ texts: [String]) -> [UInt8] { Array((texts.randomElement(using: &random) ?? "").utf8) }
        func space() -> [UInt8] { pick(["", "", "", " ", "\n ", "\t", "\r\n "]) }
        let scalars = [
            "0", "-1", "1.5", "2e3", "10", "true", "false", "null", "\"\"", "\"a b\"", "\"\\u00e9\"",
            "\"\\n\\\\\"", "\"é\"",
        ]
        switch Int.random(in: 0..<(depth < 3 ? 6 : 3), using: &random) {
        case 0, 1, 2:
            return depth > 0 || Int.random(in: 0..<4, using: &random) == 0 ? pick(scalars) : Array("[]".utf8)
        case 3, 4:
            var text = Array("{".utf8) + space()
            let count = Int.random(in: 0..<4, using: &random)
            for number in 0..<count {
                text += Array("\"k\(number)\"".utf8) + pick(["", " "]) + Array(":".utf8) + space()
                text += value(&random, depth: depth + 1) + space()
                if number + 1 < count { text += Array(",".utf8) + space() }
            }
            return text + Array("}".utf8)
        default:
            var text = Array("[".utf8) + space()
            let count = Int.random(in: 0..<4, using: &random)
            for number in 0..<count {
                text += value(&random, depth: depth + 1) + space()
                if number + 1 < count { text += Array(",".utf8) + space() }
            }
            return text + Array("]".utf8)
        }
    }
}
