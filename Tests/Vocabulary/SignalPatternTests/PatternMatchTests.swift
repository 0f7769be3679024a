import SignalPattern
import Testing

struct PatternMatchTests {
    @Test(
        "a pattern matches whole strings with the usual meaning",
        arguments: [
            ("", [""], ["a"]),
            ("abc", ["abc"], ["", "ab", "abcd", "xabc", "ABC"]),
            ("^abc$", ["abc"], ["^abc$", "xabc", "abcx", "abc\n"]),
            ("^(a|b)$", ["a", "b"], ["", "ab"]),
            ("^$", [""], ["^$"]),
            ("a|", ["a", ""], ["|"]),
            ("()", [""], ["()"]),
            ("(){0,256}a", ["a"], [""]),
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
            ("[a-c-]+", ["b-"], ["d"]),
            ("[a^$.*+?(){}|/]+", ["^$.*+?(){}|/a"], ["\\"]),
            ("[^,]", [";", "é", "語", "😀", "\n"], [",", "", "e\u{301}"]),
            (".", ["a", "é", "語", "😀", "\u{10FFFF}", "\u{E000}", "\t"], ["", "\n", "\r", "\u{2028}", "aa"]),
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
                "[a-z]{1,256}", ["a", String(repeating: "z", count: 256)],
                ["", String(repeating: "z", count: 257)]
            ),
            (
                ".{1,200}", ["語", String(repeating: "é", count: 200)],
                ["", "\n", String(repeating: "é", count: 201)]
            ),
            (
                "[^,]{1,200}", ["\n", String(repeating: "😀", count: 200)],
                ["", ",", String(repeating: "😀", count: 201)]
            ),
            (
                "(a|b)*a(a|b){20}", ["baa" + String(repeating: "ab", count: 10)],
                ["ba" + String(repeating: "b", count: 19)]
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

    @Test func `the dot takes every scalar but the line terminators, once`() throws {
        let terminators: [Unicode.Scalar] = ["\n", "\r", "\u{2028}", "\u{2029}"]
        let dot = try Pattern(parsing: ".")
        for terminator in terminators { #expect(!dot.matches(String(Character(terminator)))) }
        try expectTaken(by: ".", exceptFor: Set(terminators.map(\.value)))
    }

    @Test func `white space is that of ECMA-262`() throws {
        // Section 12.2 and 12.3; the last line is general category Zs.
        let spaces: [Unicode.Scalar] = [
            "\t", "\u{0B}", "\u{0C}", "\u{FEFF}", "\n", "\r", "\u{2028}", "\u{2029}",
            " ", "\u{A0}", "\u{1680}", "\u{2000}", "\u{2001}", "\u{2002}", "\u{2003}", "\u{2004}", "\u{2005}",
            "\u{2006}", "\u{2007}", "\u{2008}", "\u{2009}", "\u{200A}", "\u{202F}", "\u{205F}", "\u{3000}",
        ]
        let space = try Pattern(parsing: #"\s"#)
        for scalar in spaces { #expect(space.matches(String(Character(scalar))), "\(scalar.value)") }
        try expectTaken(by: #"\S"#, exceptFor: Set(spaces.map(\.value)))
    }

    /// Expects that `atom` takes every scalar but `others` as one, in runs of 200 and, beyond the basic plane,
    /// only some of them, for the sake of time.
    private func expectTaken(by atom: String, exceptFor others: Set<UInt32>) throws {
        let pattern = try Pattern(parsing: atom + "{200}")
        let values = Array(0...0xFFFF) + Array(stride(from: UInt32(0x10000), through: 0x10FFFF, by: 255))
        let scalars = values.compactMap { others.contains($0) ? nil : Unicode.Scalar($0) }
        for start in stride(from: 0, through: scalars.count - 200, by: 200) {
            var run = String.UnicodeScalarView()
            run.append(contentsOf: scalars[start..<start + 200])
            #expect(pattern.matches(String(run)), "\(atom) from U+\(String(scalars[start].value, radix: 16))")
        }
        #expect(try Pattern(parsing: atom).matches("\u{10FFFF}"))
    }
}
