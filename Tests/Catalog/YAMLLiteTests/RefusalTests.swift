import TestSupport
import Testing
import YAMLLite

/// Texts that are refused: by which rules, and where.
@Suite struct RefusalTests {
    struct Example: CustomTestStringConvertible {
        /// The text; the problem of each rule stands at the mark of its number: `1️⃣` for the first.
        var text: String
        var rules: [Rule]
        var testDescription: String { text }

        init(_ text: String, _ rules: Rule...) {
            self.text = text
            self.rules = rules
        }
    }

    static let characters: [Example] = [
        Example("a: b1️⃣\u{0}c\n", .controlCharacter),
        Example(
            "a: \"1️⃣\u{1}\"\n# 2️⃣\u{7F}\nb: 3️⃣\u{9F}\n", .controlCharacter, .controlCharacter, .controlCharacter),
        Example("a: 1️⃣\u{FFFE}\n", .controlCharacter),
        Example("a: b1️⃣\rc\n", .carriageReturn),
        Example("a: é1️⃣\u{85}\nb: 2️⃣\u{2028}\nc: 3️⃣\u{2029}\n", .lineSeparator, .lineSeparator, .lineSeparator),
        Example("a: 1️⃣\u{FEFF}b\n", .byteOrderMark),
    ]

    static let outsideTheSubset: [Example] = [
        Example("1️⃣%YAML 1.2\n---\na: 1\n", .directive),
        Example("1️⃣%TAG ! x\n2️⃣%FOO\n---\na: 1\n", .directive, .directive),
        Example("a: 1\n1️⃣---\nb: 2\n", .severalDocuments),
        Example("---\n1️⃣---\nb: 2\n", .severalDocuments),
        Example("--- 1️⃣a\n", .documentStart),
        Example("a: 1\n1️⃣...\n", .documentEnd),
        Example("a: 1️⃣!!str 1\nb: 2️⃣!x y\n", .tag, .tag),
        Example("1️⃣!!map\na: 1\n", .tag),
        Example("[1️⃣!x y]", .tag),
        Example("a: &b c\nd:\n  1️⃣<<: *b\n", .mergeKey),
        Example("{1️⃣<<: 1}", .mergeKey),
        Example("a: 1️⃣<<\n", .mergeKey),
        Example("1️⃣? a\n: b\n", .complexKey),
        Example("a: 1\n1️⃣? b\n", .complexKey),
        Example("1️⃣[a, b]: c\n", .complexKey),
        Example("a: 1\n1️⃣{b: c}: d\n", .complexKey),
        Example("{1️⃣[a]: b}", .complexKey),
        Example("1️⃣\"a\n b\": c\n", .multiLineKey),
        Example("a: 1\n1️⃣'b\n  c': d\n", .multiLineKey),
        Example("{1️⃣a\n b: c}", .multiLineKey),
        Example("{1️⃣\"a\"\n: b}", .multiLineKey),
        Example("1️⃣1: a\n2️⃣~: b\n3️⃣true: c\n4️⃣.5: d\n", .keyNotText, .keyNotText, .keyNotText, .keyNotText),
        Example("a: 1\n1️⃣" + String(repeating: "k", count: 1025) + ": 1\n", .keyTooLong),
        Example(
            "a: 1️⃣&x [1]\nb: 2️⃣&y {c: 1}\nd: 3️⃣&z\n  - 1\n", .anchorOnCollection, .anchorOnCollection,
            .anchorOnCollection),
        Example("a: 1️⃣&x\n  b: c\nd: [2️⃣&y [1]]\n", .anchorOnCollection, .anchorOnCollection),
        Example("1️⃣&a b: c\n", .anchorOnKey),
        Example("x: 1\n1️⃣&a b: c\n2️⃣*d : e\n", .anchorOnKey, .anchorOnKey),
        Example("- &a b\n- 1️⃣*a : c\n", .anchorOnKey),
        Example("{1️⃣&a b: c}", .anchorOnKey),
        Example(
            "a: 1️⃣&x\nb: 2️⃣&y # c\nd: [3️⃣&z , e]\n", .anchorWithoutScalar, .anchorWithoutScalar,
            .anchorWithoutScalar),
        Example("a: 1️⃣&x &y z\n", .anchorWithoutScalar),
        Example("a: 1️⃣&\nb: 2️⃣*\nc: 3️⃣&ä b\nd: 4️⃣&a.b c\n", .anchorName, .anchorName, .anchorName, .anchorName),
        Example("a: &x 1\nb: 1️⃣&x 2\n", .duplicateAnchor),
        Example("a: 1️⃣*x\nb: &x 1\nc: [2️⃣*y]\n", .unresolvedAlias, .unresolvedAlias),
        Example(
            "a: 1️⃣012\nb: 2️⃣1_000\nc: 3️⃣0b11\nd: 4️⃣-0x1F\ne: 5️⃣.5e3\nf: 6️⃣+.5\n", .ambiguousNumber,
            .ambiguousNumber, .ambiguousNumber, .ambiguousNumber, .ambiguousNumber, .ambiguousNumber),
        Example("[1️⃣1e400, 2️⃣-1e400, 3️⃣1e-400]", .numberRange, .numberRange, .numberRange),
        Example("a: 1️⃣=\n", .reservedScalar),
        Example("[a1️⃣: b]", .pairInSequence),
        Example("[\"a\"1️⃣: b]", .pairInSequence),
    ]

    static let indentation: [Example] = [
        Example("a:\n1️⃣\tb: c\nd: e\n", .tabIndentation),
        Example("a:\n  b: c\n 1️⃣\t\n  d: e\n", .tabIndentation),
        Example("1️⃣\t# c\na: 1\n", .tabIndentation),
        Example("a: \"b\n1️⃣\tc\"\n", .tabIndentation),
        Example("a: [b,\n1️⃣\tc]\n", .tabIndentation),
        Example("a: |\n  b\n 1️⃣\tc\n", .tabIndentation),
        Example("a: |\n1️⃣\tb\n", .tabIndentation),
        Example("a:1️⃣\tb\nc: d2️⃣\te\n", .tabSeparation, .tabSeparation),
        Example("-1️⃣\ta\n- b2️⃣\t\n", .tabSeparation, .tabSeparation),
        Example("a: b1️⃣\t# c\n", .tabSeparation),
        Example("[a1️⃣\tb]", .tabSeparation),
        Example("---1️⃣\ta\n", .tabSeparation),
        Example("a: 'b'\n  1️⃣c: d\n", .badIndentation),
        Example("a:\n    b: c\n  1️⃣d: e\nf: g\n", .badIndentation),
        Example("a: b\n  1️⃣c: d\ne: f\n", .badIndentation),
        Example("a: b\n  1️⃣- c\n", .badIndentation),
        Example("  a: b\n1️⃣c: d\n", .badIndentation),
        Example("- a\n  1️⃣- b\n", .badIndentation),
        Example("- 'a'\n  1️⃣- b\n- c\n", .badIndentation),
        Example("'a'\n1️⃣'b'\n", .badIndentation),
        Example("a: [\n  b\n1️⃣]\nc: d\n", .flowIndentation),
        Example("a: {\n  b: c\n1️⃣}\nd: e\n", .flowIndentation),
        Example("a: 1️⃣>\n \n    \n  b\n", .blockScalarIndentation),
        Example("a: |2\n  1️⃣   \n  b\n", .blockScalarIndentation),
        Example("a:\n  1️⃣|\n  b\n", .blockScalarHeader),
        Example("a: |1️⃣x\n  b\nc: >2️⃣0\nd: |-3️⃣+\n", .blockScalarHeader, .blockScalarHeader, .blockScalarHeader),
        Example("a: |\n  b1️⃣", .missingFinalNewline),
        Example("a: >+\n  b\n  1️⃣", .missingFinalNewline),
        Example("1️⃣|\n a\n", .blockScalarHeader),
    ]

    static let structure: [Example] = [
        Example("a: 1\nb: 2\n1️⃣a: 3\n", .duplicateKey),
        Example("{a: 1, \"b\": 2, 1️⃣'a': 3}", .duplicateKey),
        Example("a: 1\n1️⃣\"\\x61\": 2\n", .duplicateKey),
        Example((0..<20).map { "k\($0): 1\n" }.joined() + "1️⃣k3: 2\n2️⃣k19: 2\n", .duplicateKey, .duplicateKey),
        Example("a: 1\n1️⃣b\nc: 2\n", .missingColon),
        Example("a: 1\n1️⃣b:c\n2️⃣\"d\"\n", .missingColon, .missingColon),
        Example("\"a\"1️⃣:1\n", .missingSpace),
        Example("a: 1\n'b'1️⃣:c\n", .missingSpace),
        Example("{a1️⃣:}", .missingSpace),
        Example("a: 'b'1️⃣#c\n", .missingSpace),
        Example("[a,1️⃣#c\n]", .missingSpace),
        Example("{1️⃣a}", .missingValue),
        Example("{b: 1, 1️⃣a:1}", .missingValue),
        Example("1️⃣: a\n", .missingValue),
        Example("[1️⃣, a]", .missingItem),
        Example("[a,1️⃣,]", .missingItem),
        Example("{1️⃣,}", .missingItem),
        Example("['a' 1️⃣'b']", .missingComma),
        Example("[a, b 1️⃣[c]]", .missingComma),
        Example("{a: 'b' 1️⃣c: d}", .missingComma),
        Example("{'a' 1️⃣b: c}", .missingComma),
        Example("a: b1️⃣: c\n", .nestedMapping),
        Example("description: Note1️⃣: this is so\nb: 'c'2️⃣: d\n", .nestedMapping, .nestedMapping),
        Example("{a: b1️⃣: c}", .nestedMapping),
        Example("a: 1️⃣- b\n", .misplacedSequence),
        Example("a: 1\n1️⃣- b\n", .misplacedSequence),
        Example("- a\n1️⃣b: c\n", .misplacedSequence),
        Example("[1️⃣- a]", .misplacedSequence),
        Example("a: 'b' 1️⃣c\n", .unexpectedText),
        Example("a: [b] 1️⃣c\n", .unexpectedText),
        Example("a: &x 'b' 1️⃣c\nd: *x 2️⃣e\n", .unexpectedText, .unexpectedText),
        Example("a: 1️⃣@b\nc: 2️⃣`d`\ne: 3️⃣%f\n", .reservedIndicator, .reservedIndicator, .reservedIndicator),
        Example(
            "a: 1️⃣]\nb: 2️⃣}\nc: 3️⃣,\nd: 4️⃣?e\nf: 5️⃣:g\n", .reservedIndicator, .reservedIndicator,
            .reservedIndicator, .reservedIndicator, .reservedIndicator),
        Example("[1️⃣-]", .reservedIndicator),
        Example("[1️⃣|]", .reservedIndicator),
        Example("a: 1️⃣\"b\nc: d\n", .unterminatedQuote),
        Example("a: 1️⃣'b\n", .unterminatedQuote),
        Example("a: 1️⃣\"b\\", .unterminatedQuote),
        Example("a: 1️⃣\"b\\\"\nc: 2️⃣'d\n", .unterminatedQuote, .unterminatedQuote),
        Example("1️⃣\"a\n---\nb\"\n", .unterminatedQuote),
        Example("a: 1️⃣[b, c\nd: e\n", .unterminatedFlow),
        Example("1️⃣{a: b", .unterminatedFlow),
        Example("[1️⃣[1, 2", .unterminatedFlow),
        Example("{a: [1, 21️⃣}]", .unterminatedFlow),
        Example(
            #"["1️⃣\q", "2️⃣\x4", "3️⃣\u00g0", "4️⃣\é"]"#, .unknownEscape, .unknownEscape, .unknownEscape,
            .unknownEscape),
        Example(
            #"["1️⃣\uD83D", "2️⃣\uDE00", "3️⃣\U00110000", "4️⃣\uD83D\u0041"]"#, .invalidCodePoint, .invalidCodePoint,
            .invalidCodePoint, .invalidCodePoint),
        Example("\"a\\n1️⃣ \n b\"", .trailingSpace),
    ]

    @Test(arguments: [characters, outsideTheSubset, indentation, structure].flatMap { $0 })
    func `what is refused is refused by name at its place, and nothing else is`(example: Example) {
        let marked = MarkedText(example.text)
        let expected = example.rules.enumerated().map { index, rule in
            "\(marked[index + 1].map { "\($0)" } ?? "unmarked") \(rule.rawValue)"
        }
        #expect(findings(marked.bytes) == expected)
    }

    @Test(arguments: [characters, outsideTheSubset, indentation, structure].flatMap { $0 })
    func `a problem says what is wrong in one line`(example: Example) {
        for problem in parse(MarkedText(example.text).bytes).problems {
            #expect(!problem.message.contains("\n") && !problem.message.hasSuffix("."))
            #expect(problem.length >= 1)
            #expect(problem.message.utf8.count < 200)
        }
    }

    @Test func `every rule has an example`() {
        let inTables = [Self.characters, Self.outsideTheSubset, Self.indentation, Self.structure].flatMap {
            $0
        }
        // Those of the limits and of bytes that no Swift string can hold have tests of their own.
        let elsewhere: Set<Rule> = [.encoding, .tooLarge, .tooDeep, .tooManyNodes, .tooManyProblems]
        #expect(Set(inTables.flatMap(\.rules)).union(elsewhere) == Set(Rule.allCases))
    }

    @Test(
        arguments: [
            ([0x61, 0x3A, 0x20, 0xFF], "1:4"), ([0x61, 0x0A, 0xC3], "2:1"), ([0xC0, 0x80], "1:1"),
            ([0xED, 0xA0, 0x80], "1:1"), ([0xF4, 0x90, 0x80, 0x80], "1:1"), ([0xE2, 0x82, 0x61], "1:1"),
        ] as [([UInt8], String)])
    func `bytes that are not UTF-8 are refused where they begin`(bytes: [UInt8], place: String) {
        #expect(findings(bytes).first == "\(place) yaml-encoding")
    }

    @Test(
        arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00], [0x00, 0x61]]
            as [[UInt8]])
    func `UTF-16 is refused as such, once`(bytes: [UInt8]) {
        #expect(findings(bytes) == ["1:1 yaml-encoding"])
        #expect(parse(bytes).problems.first?.message.contains("UTF-16") == true)
    }

    @Test func `a file that is no text is refused once, where it stops to be one`() {
        let program: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01] + Array(repeating: 0, count: 90)
        #expect(findings(program) == ["1:8 yaml-encoding"])
        #expect(parse(program).problems.first?.message == "the file is not UTF-8 text")
        let latin1 = Array("a: b\nc: ".utf8) + Array(repeating: [0xE4, 0x20], count: 20).flatMap(\.self)
        #expect(findings(latin1) == ["2:4 yaml-encoding"])
        // Characters that YAML does not allow are text all the same, however many there are.
        let bells = Array("a: \"".utf8) + Array(repeating: 7, count: 20) + Array("\"".utf8)
        #expect(findings(bells).count { $0.hasSuffix("yaml-control-character") } == 20)
        // A few such bytes are each shown.
        let few = Array("a: ".utf8) + Array(repeating: [0xE4, 0x20], count: 9).flatMap(\.self)
        #expect(findings(few).count { $0.hasSuffix("yaml-encoding") } == 9)
    }

    @Test func `several problems in one file are all reported and the rest is still read`() {
        let marked = MarkedText(
            """
            events:
              one:
                description: Note1️⃣: bad
                owner: x
              two:
            2️⃣\towner: y
                values: [1, 2
              3️⃣three: 'x
              four:
                 a: 1
                 tag: 4️⃣!!str 3
                5️⃣b: 2
              6️⃣four: again
            last: ok
            """)
        let result = parse(marked.bytes)
        #expect(
            findings(marked.bytes) == [
                "3:22 yaml-nested-mapping", "6:1 yaml-tab-indentation", "7:13 yaml-unterminated-flow",
                "8:10 yaml-unterminated-quote", "11:11 yaml-tag", "12:5 yaml-bad-indentation",
                "13:3 yaml-duplicate-key",
            ])
        #expect(result.root?.mapping?.map(\.keyText) == ["events", "last"])
    }

    @Test func `a duplicate key's note points to the first`() throws {
        let problem = try #require(parsed("a: 1\nb: 2\n\"a\": 3\n").problems.first)
        #expect(problem.message == "the key 'a' stands twice in its mapping")
        #expect(problem.notes.map(\.position) == [Position(line: 1, column: 1, offset: 0)])
        #expect(problem.length == 3)
    }
}
