import SignalPattern
import Testing

struct PatternMatchTests {
    @Test(
        "a pattern matches whole strings with the usual meaning",
        arguments: [
            ("", [""], ["a"]),
            ("abc", ["abc"], ["", "ab", "abcd", "xabc", "ABC"]),
            ("^abc$", ["abc"], ["^abc$", "xabc", "abcx", "abc\n"]),
            ("^a|b$", ["a", "b"], ["", "ab"]),
            ("a|", ["a", ""], ["|"]),
            ("()", [""], ["()"]),
            ("(){0,512}a", ["a"], [""]),
            ("(?:ab|cd)+", ["ab", "abcd", "cdcdab"], ["", "abc"]),
            ("a?b*c+", ["c", "abbcc"], ["", "ab"]),
            ("a{3}", ["aaa"], ["aa", "aaaa"]),
            ("a{2,}", ["aa", "aaaaaaa"], ["", "a"]),
            ("a{0,2}", ["", "a", "aa"], ["aaa"]),
            ("a{0}b", ["b"], ["ab"]),
            ("(a|b){2,3}", ["ab", "bba"], ["a", "abab"]),
            ("(a?){3}", ["", "a", "aaa"], ["aaaa"]),
            ("(a*)*b", ["b", "aaab"], ["aaa"]),
            ("(|a)+b", ["b", "aaab"], ["", "a"]),
            ("((a?b?)*|c)+d", ["d", "abbad", "abccad", "cd"], ["", "ab", "da"]),
            ("(a*|b){2,}c", ["c", "abac", "bbbbac"], ["", "ab", "cc"]),
            ("(a?|b){2}", ["", "a", "b", "ab", "ba", "bb"], ["aab", "c"]),
            ("[a-z0-9_-]+", ["a-b_9"], ["", "A", "a.b"]),
            ("[-a]+", ["a-"], ["b"]),
            ("[a^$.*+?(){}|/]+", ["^$.*+?(){}|/a"], ["\\"]),
            ("[^,]", [";", "é", "語", "😀", "\n"], [",", "", "e\u{301}"]),
            (".", ["a", "é", "語", "😀", "\u{10FFFF}", "\u{E000}", "\r"], ["", "\n", "aa"]),
            ("[é-ü語]+", ["éü語", "ò"], ["ý", "è", "e"]),
            ("é+", ["é", "éé"], ["e", "e\u{301}"]),
            ("[äöü]?😀{2}", ["ä😀😀", "😀😀"], ["😀"]),
            (
                "[\u{7F}-\u{10000}]", ["\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{FFFF}", "\u{10000}"],
                ["~", "\u{10001}"]
            ),
            (#"\d\D\w\W\s\S"#, ["1a_- x", "2é0語\ty"], ["11a- x", "1aé- x", "٣a_- x"]),
            (#"[\d\s]+[^\w]"#, ["1 2-", "1é"], ["1a"]),
            (#"\.\-\\\/\(\)\[\]\{\}\*\+\?\|\^\$"#, [#".-\/()[]{}*+?|^$"#], ["a"]),
            (#"\t\n\r\f\v"#, ["\t\n\r\u{0C}\u{0B}"], ["tnrfv"]),
            (#"[\]\-\\]+"#, [#"]-\"#], ["["]),
            (
                "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", ["123e4567-e89b-12d3-a456-426614174000"],
                ["123e4567"]
            ),
            (
                "[a-z]{1,512}", ["a", String(repeating: "z", count: 512)],
                ["", String(repeating: "z", count: 513)]
            ),
        ] as [(String, [String], [String])])
    func matches(text: String, matching: [String], other: [String]) throws {
        let pattern = try Pattern(parsing: text)
        for string in matching {
            #expect(pattern.matches(string), "\(text) should match \(string.debugDescription)")
        }
        for string in other {
            #expect(!pattern.matches(string), "\(text) should not match \(string.debugDescription)")
        }
    }

    @Test func `bytes that are not UTF-8 match nothing`() throws {
        let invalid: [[UInt8]] = [
            [0x80], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xFF],
            [0xF0, 0x80, 0x80, 0x80], [0xE2, 0x82], [0xC3, 0x28],
        ]
        for text in [".*", "[^a]*", #"\D*"#] {
            let pattern = try Pattern(parsing: text)
            for bytes in invalid {
                #expect(!bytes.withUnsafeBufferPointer { pattern.matches($0) }, "\(text) \(bytes)")
            }
        }
    }

    @Test func `the dot takes every scalar but line feed, once`() throws {
        let dot = try Pattern(parsing: ".")
        for value in (0...0x10FFFF as ClosedRange<UInt32>) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if dot.matches(String(Character(scalar))) == (value == 0x0A) {
                Issue.record("U+\(String(value, radix: 16))")
            }
        }
    }
}
