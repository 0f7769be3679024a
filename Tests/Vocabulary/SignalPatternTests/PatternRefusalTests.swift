import SignalPattern
import Testing

struct PatternRefusalTests {
    @Test(
        "what is not supported is refused by name, where it stands",
        arguments: [
            ("a(?=b)", 1, "look-ahead (\"(?=\")"), ("a(?!b)", 1, "negative look-ahead"),
            ("(?<=a)b", 0, "look-behind (\"(?<=\")"), ("(?<!a)b", 0, "negative look-behind"),
            ("(?<name>a)", 0, "named groups"), ("(?P<name>a)", 0, "named groups"),
            ("(?'name'a)", 0, "named groups"), ("(?P=name)", 0, "back-references"),
            ("é(?>a)", 2, "atomic groups"), ("(?i)a", 0, "flag groups"), ("(?-i:a)", 0, "flag groups"),
            ("(?^i:a)", 0, "flag groups"), ("(?#a)", 0, "comments"), ("(?R)", 0, "recursion"),
            ("(?P>name)", 0, "recursion"), ("(?-1)", 0, "recursion"), ("(?(1)a)", 0, "conditional"),
            ("(*FAIL)", 0, "backtracking verbs"), ("(?", 0, "(?"), ("(?|a)", 0, "branch reset"),
            (#"(a)\1"#, 3, "back-references"), (#"\k<a>"#, 0, "named back-references"),
            (#"a\b"#, 1, "word boundaries"), (#"\B"#, 0, "word boundaries"), (#"\<a"#, 0, "word boundaries"),
            (#"[\b]"#, 1, "backspace"), (#"\Aa"#, 0, "anchor"), (#"a\z"#, 1, "anchor"),
            (#"a\'"#, 1, "anchor"),
            (#"\p{L}"#, 0, "Unicode properties"), (#"[\P{L}]"#, 1, "Unicode properties"),
            (#"\x41"#, 0, "character codes"), (#"\u0041"#, 0, "character codes"),
            (#"\0"#, 0, "character codes"), (#"\cA"#, 0, "control escapes"),
            (#"\h"#, 0, "white-space classes"), (#"\Qa\E"#, 0, "quotation"),
            (#"\q"#, 0, #"the escape "\q""#), (#"\é"#, 0, #"the escape "\é""#), (#"\ "#, 0, "the escape"),
            ("\\\u{1B}", 0, #"the escape "\⟨U+001B⟩""#), (#"a\"#, 1, "ends in"), (#"[\"#, 1, "ends in"),
            ("a*?", 2, "lazy"), ("a{2}?", 4, #"lazy quantifiers ("{2}?")"#), ("a??", 2, "lazy"),
            ("a++", 2, "possessive"), ("a**", 2, "follows another quantifier"),
            ("a{2}{3}", 4, "follows another quantifier"),
            ("*a", 0, "nothing to repeat"), ("a|+", 2, "nothing to repeat"),
            ("(?:?)", 3, "nothing to repeat"),
            ("^*", 1, "nothing to repeat"), ("{2}", 0, "nothing to repeat"),
            ("a{", 1, "begins no quantifier"), ("a{,2}", 1, "begins no quantifier"),
            ("a{x}", 1, "begins no quantifier"), ("a{2", 1, "begins no quantifier"),
            ("a{2,1}", 1, "less than the minimum"),
            ("a}", 1, "closes nothing"), ("a]", 1, "closes nothing"), ("a)", 1, "closes no group"),
            ("(a", 0, "never closed"), ("é((a)", 2, "never closed"), ("(a|", 0, "never closed"),
            ("[a", 0, "never closed"), ("[", 0, "never closed"), ("é[a-", 2, "never closed"),
            ("a^", 1, "anchor"), ("(^a)", 1, "anchor"), ("a$b", 1, "anchor"), ("a$*", 1, "anchor"),
            ("(a$)", 2, "anchor"), ("^^a", 1, "anchor"), (#"\|^a"#, 2, "anchor"),
            ("^a|b$", 0, "different dialects"), ("a$|b", 1, "different dialects"),
            ("a|^b", 2, "different dialects"), ("é|b$", 4, "different dialects"),
            ("[]", 0, "empty"), ("[^]", 0, "empty"), ("[]a]", 0, "empty"),
            (#"a[^\d\D]"#, 1, "matches nothing"),
            ("[^\u{0}-\u{D7FF}\u{E000}-\u{10FFFF}]", 0, "matches nothing"),
            ("[z-a]", 1, "upside down"), ("[éz-a]", 3, #""z-a" is upside down"#),
            (#"[\d-z]"#, 1, "begin a range"), (#"[a-\d]"#, 3, "end a range"),
            (#"[\d-\w]"#, 1, "begin a range"),
            ("[a-z-9]", 4, "begins no range"), ("[é-ü-9]", 6, "begins no range"), ("[[:alpha:]]", 1, "POSIX"),
            ("[[=a=]]", 1, "POSIX"), ("[a[b]]", 2, "class in a class"),
            ("[a&&b]", 2, "set operation"), ("[a--b]", 2, "set operation"), ("[+--]", 2, "set operation"),
            ("[--a]", 1, "set operation"), ("[a~~b]", 2, "set operation"), ("[a||b]", 2, "set operation"),
            ("a{0,100000}", 4, "at most 256"), ("a{99999999999999999999999}", 2, "at most 256"),
            ("[a-z]{1,512}", 8, "at most 256"), ("(){257}", 3, "at most 256"), ("a{257,}", 2, "at most 256"),
            ("(ab){129}", 4, "at most 256 positions, this makes 258"), ("(ab){129,}", 4, "too large"),
            ("((a{100}){100}){100}", 9, "too large"),
            ("a{256}b", 6, "too large"), ("a{200}|b{200}", 7, "too large"),
            ("((a{16}){16}b)", 12, "too large"),
        ] as [(String, Int, String)])
    func refuses(text: String, offset: Int, words: String) throws {
        let error = try #require(throws: PatternError.self) { try Pattern(parsing: text) }
        #expect(error.offset == offset, "\(text): \(error)")
        #expect(error.message.contains(words), "\(text): \(error)")
    }

    @Test func `groups nest up to the limit and no deeper`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "a" + String(repeating: ")*", count: depth)
        }
        #expect(try Pattern(parsing: nested(64)).matches("aaa"))
        let error = try #require(throws: PatternError.self) { try Pattern(parsing: nested(65)) }
        #expect(error.offset == 64)
        #expect(error.message.contains("at most 64 deep"))
        #expect(throws: PatternError.self) { try Pattern(parsing: String(repeating: "(", count: 1_000_000)) }
    }

    @Test func `a text beyond the limit is refused before it is read`() throws {
        let error = try #require(throws: PatternError.self) {
            try Pattern(parsing: String(repeating: "()", count: 1_000_000))
        }
        #expect(error.offset == 4096)
        #expect(error.message.contains("at most 4096 bytes, this has 2000000"))
        #expect(try Pattern(parsing: String(repeating: "()", count: 2048)).matches(""))
    }

    @Test func `an error prints its message and offset`() throws {
        let error = try #require(throws: PatternError.self) { try Pattern(parsing: "ab*?") }
        #expect(error.description == error.message + " (at byte 3 of the pattern)")
    }

    @Test func `every prefix and every damaged form of a pattern is read or refused within its text`() {
        let text = #"^(?:[^a-c\]é-ü]{2,3}|\d+(x|)*?.\.)*[\w-]$(?<="#
        let bytes = Array(text.utf8)
        for cut in 0...bytes.count {
            for damage in Array(#"()[]{}*+?|^$\.-,é:&"#.utf8) + [0x30, 0x41] {
                var changed = Array(bytes[..<cut])
                changed.append(damage)
                for tail in [[], Array(bytes[cut...])] {
                    let string = String(decoding: changed + tail, as: UTF8.self)
                    do throws(PatternError) {
                        _ = try Pattern(parsing: string)
                    } catch {
                        #expect((0...string.utf8.count).contains(error.offset), "\(string)")
                    }
                }
            }
        }
    }
}
