import SignalPattern
import Testing

struct PatternRefusalTests {
    @Test(
        "what is not supported is refused by name, where it stands",
        arguments: [
            ("a(?=b)", 1, "look-ahead"), ("a(?!b)", 1, "negative look-ahead"),
            ("(?<=a)b", 0, "look-behind"), ("(?<!a)b", 0, "negative look-behind"),
            ("(?<name>a)", 0, "named group"), ("(?P<name>a)", 0, "named group"),
            ("(?P=name)", 0, "back-reference"),
            ("é(?>a)", 2, "atomic group"), ("(?i)a", 0, "flag group"), ("(?-i:a)", 0, "flag group"),
            ("(?#a)", 0, "comment"), ("(?R)", 0, "recursion"), ("(?(1)a)", 0, "conditional"),
            ("(*FAIL)", 0, "control verb"),
            ("(?", 0, "(?"), ("(?|a)", 0, "branch reset"),
            (#"(a)\1"#, 3, "back-reference"), (#"\k<a>"#, 0, "named back-reference"),
            (#"a\b"#, 1, "word boundary"), (#"\B"#, 0, "word boundary"), (#"[\b]"#, 1, "backspace"),
            (#"\Aa"#, 0, "anchor"), (#"a\z"#, 1, "anchor"), (#"\p{L}"#, 0, "Unicode property"),
            (#"[\P{L}]"#, 1, "Unicode property"), (#"\x41"#, 0, "numeric escape"),
            (#"\u0041"#, 0, "numeric escape"),
            (#"\cA"#, 0, "control escape"), (#"\h"#, 0, "white-space class"), (#"\Qa\E"#, 0, "quotation"),
            (#"\q"#, 0, "unknown escape"), (#"\é"#, 0, "unknown escape"), (#"a\"#, 1, "ends in"),
            (#"[\"#, 1, "ends in"),
            ("a*?", 2, "lazy"), ("a{2}?", 4, "lazy"), ("a??", 2, "lazy"), ("a++", 2, "possessive"),
            ("a**", 2, "quantifier on a quantifier"),
            ("a{2}{3}", 4, "quantifier on a quantifier"),
            ("*a", 0, "nothing to repeat"), ("a|+", 2, "nothing to repeat"),
            ("(?:?)", 3, "nothing to repeat"),
            ("^*", 1, "nothing to repeat"), ("{2}", 0, "nothing to repeat"),
            ("a{", 1, "begins a count"), ("a{,2}", 1, "begins a count"), ("a{x}", 1, "begins a count"),
            ("a{2", 1, "begins a count"), ("a{2,1}", 1, "reversed"),
            ("a}", 1, "closes nothing"), ("a]", 1, "closes nothing"), ("a)", 1, "closes no group"),
            ("(a", 0, "never closed"), ("é((a)", 2, "never closed"), ("(a|", 0, "never closed"),
            ("[a", 0, "never closed"), ("[", 0, "never closed"),
            ("a^", 1, "anchor"), ("(^a)", 1, "anchor"), ("a$b", 1, "anchor"), ("a$*", 1, "anchor"),
            ("(a$)", 2, "anchor"),
            ("[]", 0, "empty"), ("[^]", 0, "empty"), ("[]a]", 0, "empty"),
            (#"[^\d\D]"#, 0, "matches nothing"),
            ("[z-a]", 1, "reversed"), ("[éz-a]", 3, "reversed"), (#"[\d-z]"#, 1, "begin a range"),
            (#"[a-\d]"#, 3, "end a range"),
            ("[a-z-9]", 4, "no range"), ("[[:alpha:]]", 1, "POSIX"), ("[a[b]]", 2, "class in a class"),
            ("[a&&b]", 2, "set operation"), ("[a--b]", 2, "set operation"), ("[a~~b]", 2, "set operation"),
            ("a{0,100000}", 4, "at most 512"), ("a{99999999999999999999999}", 2, "at most 512"),
            ("(ab){257}", 4, "too large"), ("((a{100}){100}){100}", 9, "too large"),
            (".{35}", 1, "too large"),
            ("a{512}b", 6, "too large"), ("a{300}|b{300}", 7, "too large"),
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
        #expect(error.message.contains("deeper than 64"))
        #expect(throws: PatternError.self) { try Pattern(parsing: String(repeating: "(", count: 1_000_000)) }
    }

    @Test func `a text beyond the limit is refused before it is read`() throws {
        let error = try #require(throws: PatternError.self) {
            try Pattern(parsing: String(repeating: "()", count: 1_000_000))
        }
        #expect(error.offset == 4096)
        #expect(error.message.contains("2000000"))
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
