import Testing
import YAMLLite

/// Texts that are accepted, and what they mean exactly.
@Suite struct AcceptedTests {
    struct Example: CustomTestStringConvertible {
        var text: String
        var meaning: String
        var testDescription: String { text }

        init(_ text: String, _ meaning: String) {
            self.text = text
            self.meaning = meaning
        }
    }

    static let block: [Example] = [
        Example("", "nothing"),
        Example("\n# only a comment\n  # and another", "nothing"),
        Example("---\n", "nothing"),
        Example("a: 1", #"{"a": 1}"#),
        Example("a: 1\n", #"{"a": 1}"#),
        Example("---\na: 1\n", #"{"a": 1}"#),
        Example("# c\n\n--- # c\n# c\na: 1 # c\n", #"{"a": 1}"#),
        Example("\u{FEFF}a: 1\n", #"{"a": 1}"#),
        Example("\u{FEFF}---\na: 1\n", #"{"a": 1}"#),
        Example("a: 1\r\nb:\r\n  - x\r\n  - y\r\n", #"{"a": 1, "b": ["x", "y"]}"#),
        Example("a:\nb: ~\nc: null\n", #"{"a": null, "b": null, "c": null}"#),
        Example("a : 1\n\"b\" : 2\n'c': 3\n", #"{"a": 1, "b": 2, "c": 3}"#),
        Example("a:\n  b:\n    c: d\n  e: f\ng: h\n", #"{"a": {"b": {"c": "d"}, "e": "f"}, "g": "h"}"#),
        Example("  a: 1\n  b: 2\n", #"{"a": 1, "b": 2}"#),
        Example("a:\n- 1\n- 2\nb:\n  - 3\n", #"{"a": [1, 2], "b": [3]}"#),
        Example("- a\n-\n  b\n-\n- c", #"["a", "b", null, "c"]"#),
        Example("- - a\n  - b\n- - - c\n", #"[["a", "b"], [["c"]]]"#),
        Example("- a: 1\n  b: 2\n-   c: 3\n    d: 4\n", #"[{"a": 1, "b": 2}, {"c": 3, "d": 4}]"#),
        Example("- a:\n  - b\n  c: d\n", #"[{"a": ["b"], "c": "d"}]"#),
        Example("a:\n    b: 1\n\n# c\n      # d\n    c: 2\n", #"{"a": {"b": 1, "c": 2}}"#),
        Example("text\n", #""text""#),
        Example("'text'\n", #""text""#),
        Example("no: yes\non: off\n", #"{"no": "yes", "on": "off"}"#),
        Example("a: b#c\nd: e # f\n", #"{"a": "b#c", "d": "e"}"#),
        Example("a:b: c\nhttp://x: 1:2\n", #"{"a:b": "c", "http://x": "1:2"}"#),
        Example("é: 😀\n", #"{"é": "😀"}"#),
        Example("a b c: d e f  \n", #"{"a b c": "d e f"}"#),
        Example("a: -b\nc: --\nd: a-\n", #"{"a": "-b", "c": "--", "d": "a-"}"#),
        Example(
            "a: b, c [d] {e} 'f' \"g\" | > & * ! % @ ` ?\n",
            ##"{"a": "b, c [d] {e} 'f' \"g\" | > & * ! % @ ` ?"}"##),
        Example("---x: 1\n", #"{"---x": 1}"#),
        Example("a: ...\nb: ---\n", #"{"a": "...", "b": "---"}"#),
    ]

    static let folded: [Example] = [
        Example("a: b\n  c\n   d\n", #"{"a": "b c d"}"#),
        Example("a: b\n\n  c\n\n\n  d\n", #"{"a": "b\nc\n\nd"}"#),
        Example("a:\n  b\n  c\ne: f\n", #"{"a": "b c", "e": "f"}"#),
        Example("a: b  \n  c  # d\ne: f\n", #"{"a": "b c", "e": "f"}"#),
        Example("- a\n b\n", #"["a b"]"#),
        Example("a: b\n  \"c\" [d\n", ##"{"a": "b \"c\" [d"}"##),
        Example("a: \"b  \n   c\"\n", #"{"a": "b c"}"#),
        Example("a: \"b\n\n  c\n\n\n  d\"\n", #"{"a": "b\nc\n\nd"}"#),
        Example("a: \"b\\\n   c\\ \\\n  d\"\n", #"{"a": "bc d"}"#),
        Example("a: \"b \\\n\n\n  c\"\n", #"{"a": "b \n\nc"}"#),
        Example("a: \"\n  b\n  \"\n", #"{"a": " b "}"#),
        Example("a: 'b\n  c''s\n\n  d'\n", #"{"a": "b c's\nd"}"#),
        Example("\"a\nb\"\n", #""a b""#),
        Example("[a\n b, 'c\n d']", #"["a b", "c d"]"#),
        Example("a: \"b\r\n\r\n  c\"\r\n", #"{"a": "b\nc"}"#),
        Example("a: \"x\t\n \ty\"\n", #"{"a": "x y"}"#),
    ]

    static let quotes: [Example] = [
        Example(#""\0\a\b\t\n\v\f\r\e\ \"\/\\""#, #""\{0}\{7}\{8}\t\n\{b}\{c}\{d}\{1b} \"/\\""#),
        Example(#""\N\_\L\P""#, "\"\\{85}\\{a0}\u{2028}\u{2029}\""),
        Example(#""\x41\u00e9\U0001F600""#, #""Aé😀""#),
        Example(#""\uD83D\uDE00\uFFFD\ud83d\ude00""#, #""😀�😀""#),
        Example(#"'a''b\n'"#, #""a'b\\n""#),
        Example(#"["", '', "''", '""']"#, ##"["", "", "''", "\"\""]"##),
        Example("\"a: b # c\"", #""a: b # c""#),
        Example("\"true\"", #""true""#),
        Example("\"a\tb\"", #""a\tb""#),
    ]

    static let blockScalars: [Example] = [
        Example("a: |\n  b\n  c\n", #"{"a": "b\nc\n"}"#),
        Example("a: |-\n  b\n  c\n", #"{"a": "b\nc"}"#),
        Example("a: |-\n  b", #"{"a": "b"}"#),
        Example("a: |+\n  b\n\n\nc: d\n", #"{"a": "b\n\n\n", "c": "d"}"#),
        Example("a: |\n  b\n\n\nc: d\n", #"{"a": "b\n", "c": "d"}"#),
        Example("a: | # c\n  # b\n", ##"{"a": "# b\n"}"##),
        Example("a: |\n\n  b\n    c\n   d\n", #"{"a": "\nb\n  c\n d\n"}"#),
        Example("a: |2\n    b\n   c\n", #"{"a": "  b\n c\n"}"#),
        Example("a: |1-\n  b\n", #"{"a": " b"}"#),
        Example("a: |-1\n  b\n", #"{"a": " b"}"#),
        Example("a: |\nb: >\nc: |+\n\nd: 1\n", #"{"a": "", "b": "", "c": "\n", "d": 1}"#),
        Example("a: >\n  b\n  c\n\n  d\n", #"{"a": "b c\nd\n"}"#),
        Example("a: >-\n  b\n\n\n  c\n", #"{"a": "b\n\nc"}"#),
        Example("a: >\n  b\n\n    c\n    d\n\n  e\n  f\n", #"{"a": "b\n\n  c\n  d\n\ne f\n"}"#),
        Example("a: >+\n  b\n\n", #"{"a": "b\n\n"}"#),
        Example("a: >\n\n  b\n", #"{"a": "\nb\n"}"#),
        Example("- |\n b\n- >\n c\n", #"["b\n", "c\n"]"#),
        Example("- - |\n   b\n  - c\n", #"[["b\n", "c"]]"#),
        Example("a:\n- |\n  b\nc: d\n", #"{"a": ["b\n"], "c": "d"}"#),
        Example("a: |\n    b\n  # c\nd: e\n", #"{"a": "b\n", "d": "e"}"#),
        Example("a: |\r\n  b\r\n  c\r\n", #"{"a": "b\nc\n"}"#),
        Example("a: |\n  b\tc\n  \td\n", #"{"a": "b\tc\n\td\n"}"#),
        Example("a: |\n  b: c\n  - d\n  \"e\n", ##"{"a": "b: c\n- d\n\"e\n"}"##),
    ]

    static let flow: [Example] = [
        Example("[]", "[]"),
        Example("{}", "{}"),
        Example("[a, b,]", #"["a", "b"]"#),
        Example("{a: 1, b: [2, {c: 3}],}", #"{"a": 1, "b": [2, {"c": 3}]}"#),
        Example("{a: , b: }", #"{"a": null, "b": null}"#),
        Example(#"{"a":1,"b":"c","d":[1,2]}"#, #"{"a": 1, "b": "c", "d": [1, 2]}"#),
        Example("{\"a\" : 1, 'b':2}", #"{"a": 1, "b": 2}"#),
        Example("[a b, c:d, http://x/y]", #"["a b", "c:d", "http://x/y"]"#),
        Example("[\n  a, # c\n  # d\n  b\n]", #"["a", "b"]"#),
        Example("a: [\n  b,\n  c\n  ]\nd: {\n  e: f }\n", #"{"a": ["b", "c"], "d": {"e": "f"}}"#),
        Example("a:\n  [b,\n   c]\n", #"{"a": ["b", "c"]}"#),
        Example("- [a]\n- {b: c} # d\n", #"[["a"], {"b": "c"}]"#),
        Example("{a: b c\n  d, e: f}", #"{"a": "b c d", "e": "f"}"#),
        Example("{a:\n b}", #"{"a": "b"}"#),
        Example("[-1, -a, a-b]", #"[-1, "-a", "a-b"]"#),
        Example("{\n\t\"a\":\t[1,\t2\t]\n}\n", #"{"a": [1, 2]}"#),
        Example("[\"a\"\n,\n\"b\"\n]", #"["a", "b"]"#),
    ]

    static let coreSchema: [Example] = [
        Example("[~, null, Null, NULL, nULL]", #"[null, null, null, null, "nULL"]"#),
        Example(
            "[true, True, TRUE, false, False, FALSE, tRUE]",
            #"[true, true, true, false, false, false, "tRUE"]"#),
        Example("[y, n, yes, no, on, off]", #"["y", "n", "yes", "no", "on", "off"]"#),
        Example("[0, -0, +1, 12, -34]", "[0, 0, 1, 12, -34]"),
        Example("[0o7, 0o17, 0x1F, 0xff, 0xDEADbeef]", "[7, 15, 31, 255, 3735928559]"),
        Example("[0o8, 0xg, 0o, 0x, 0X1, 0O7]", #"["0o8", "0xg", "0o", "0x", "0X1", "0O7"]"#),
        Example(
            "[9223372036854775807, -9223372036854775808, 9223372036854775808]",
            "[9223372036854775807, -9223372036854775808, big 9223372036854775808]"),
        Example("[0x7fffffffffffffff, 0xffffffffffffffff]", "[9223372036854775807, big 0xffffffffffffffff]"),
        Example(
            "[1.5, -0.25, 1., .5, 1e3, 1.5E-2, +2.0]",
            "[double 1.5, double -0.25, double 1.0, double 0.5, double 1000.0, double 0.015, double 2.0]"),
        Example("[1.e2, 0.0, -0.0]", "[double 100.0, double 0.0, double -0.0]"),
        Example(
            "[.inf, -.Inf, +.INF, .nan, .NaN]",
            "[double inf, double -inf, double inf, double nan, double nan]"),
        Example("[+.nan, .Nan, inf, nan]", #"["+.nan", ".Nan", "inf", "nan"]"#),
        Example(
            "[., .., +, -a, 1e, 1e+, 1.2.3, 1a, e3]",
            #"[".", "..", "+", "-a", "1e", "1e+", "1.2.3", "1a", "e3"]"#),
        Example("[2026-02-05, 12:30, 1:2:3, 1.0.0]", #"["2026-02-05", "12:30", "1:2:3", "1.0.0"]"#),
        Example("['1', \"2\", '~', \"true\"]", #"["1", "2", "~", "true"]"#),
        Example("a: |-\n  1\n", #"{"a": "1"}"#),
        Example("a: 1\n  2\n", #"{"a": "1 2"}"#),
    ]

    static let anchors: [Example] = [
        Example("a: &x 1\nb: *x\n", #"{"a": 1, "b": 1}"#),
        Example("a: &x_1-y 'b c'\nd: [*x_1-y, *x_1-y ]\n", #"{"a": "b c", "d": ["b c", "b c"]}"#),
        Example("- &a |\n  text\n- *a\n", #"["text\n", "text\n"]"#),
        Example("{a: &x y, b: *x}", #"{"a": "y", "b": "y"}"#),
        Example("- &a b\n  c\n- *a # d\n", #"["b c", "b c"]"#),
        Example("a: b&c *d\n", #"{"a": "b&c *d"}"#),
    ]

    @Test(arguments: [block, folded, quotes, blockScalars, flow, coreSchema, anchors].flatMap { $0 })
    func `an accepted text has exactly the meaning that YAML gives it`(example: Example) {
        let result = parsed(example.text)
        #expect(result.problems.isEmpty, "\(result.problems)")
        #expect(meaning(result.root) == example.meaning)
    }

    @Test func `a mapping of many keys keeps their order`() {
        let text = (0..<1000).map { "key\(($0 * 7919) % 1000): \($0)\n" }.joined()
        let result = parsed(text)
        #expect(result.problems.isEmpty)
        #expect(result.root?.mapping?.map(\.keyText) == (0..<1000).map { "key\(($0 * 7919) % 1000)" })
    }

    @Test func `every node knows where it stands and how long it is`() throws {
        let result = parsed("a: bc\n\"d\":\n  - [1, {e: 'f'}]\n  - |\n    g\nh:\n")
        let entries = try #require(result.root?.mapping)
        func place(_ node: Node) -> [Int] {
            [node.start.line, node.start.column, node.start.offset, node.length]
        }
        #expect(place(try #require(result.root)) == [1, 1, 0, 1])
        #expect(place(entries[0].key) == [1, 1, 0, 1])
        #expect(place(entries[0].value) == [1, 4, 3, 2])
        #expect(place(entries[1].key) == [2, 1, 6, 3])
        let items = try #require(entries[1].value.sequence)
        #expect(place(entries[1].value) == [3, 3, 13, 1])
        #expect(place(items[0]) == [3, 5, 15, 13])
        let inner = try #require(items[0].sequence?[1].mapping)
        #expect(place(inner[0].value) == [3, 13, 23, 3])
        #expect(place(items[1]) == [4, 5, 33, 1])
        #expect(place(entries[2].value) == [6, 3, 43, 0])
    }

    @Test func `a byte order mark is no column`() throws {
        let root = try #require(parsed("\u{FEFF}a: b").root)
        #expect(root.start == Position(line: 1, column: 1, offset: 3))
    }
}
