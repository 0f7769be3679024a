import Testing
import TestSupport

@testable import SignalPattern

/// Compares with Swift's own regular expressions, which share nothing with ours.
///
/// Swift gets `.`, `\d`, `\w` and `\s` written out as classes: its `.` knows more line terminators, its `\s` is
/// another set, and with `asciiOnlyCharacterClasses` Swift 6.3 finds that `\W\W` matches "1😀".
struct PatternOracleTests {
    @Test(arguments: 0..<UInt64(LongTests.count(4, long: 32)))
    func `generated patterns match what Swift's Regex matches`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var matched = 0
        var compared = 0
        for _ in 0..<400 {
            let expression = Expression(depth: 2, &random)
            let pattern: Pattern
            do {
                pattern = try Pattern(parsing: expression.text)
            } catch {
                #expect(error.message.contains("too large"), "\(expression.text.debugDescription): \(error)")
                continue
            }
            let regex = try Regex(expression.oracle).matchingSemantics(.unicodeScalar)
            for _ in 0..<12 {
                let length = Int.random(in: 0...6, using: &random)
                var input = (0..<length).map { _ in Self.alphabet.pick(&random) }.joined()
                let expected = try regex.wholeMatch(in: input) != nil
                #expect(
                    pattern.matches(input) == expected,
                    "\(expression.text.debugDescription) on \(input.debugDescription)")
                // Small patterns have tables; those that have none are matched by this.
                var steps = 0
                let byPositions = input.withUTF8 { pattern.program.matchesByPositions($0, &steps) }
                #expect(
                    byPositions == expected,
                    "\(expression.text.debugDescription) by positions on \(input.debugDescription)")
                compared += 1
                matched += expected ? 1 : 0
            }
        }
        // The comparison is worth something only if few patterns are too large and both answers are common.
        #expect(compared > 4_000)
        #expect(matched > compared / 50 && matched < compared / 2, "\(matched) of \(compared)")
    }

    private static let alphabet = [
        "a", "a", "b", "b", "c", "1", "_", "-", " ", ".", "é", "語", "😀", "\n", "\u{2028}",
    ]
}

/// A random pattern in our spelling and in the oracle's.
///
/// A group that may match the empty string is at most optional: repeating one can keep the oracle busy for ever.
/// Such loops are in the table of ``PatternMatchTests``.
private struct Expression {
    var text = ""
    var oracle = ""
    private var acceptsEmpty = false

    private static let atoms: [(String, String)] =
        [
            "a", "b", "c", "1", "é", "語", "😀", #"\."#, "[ab]", "[^a]", "[a-c1]", "[^b-cé]", "[é😀]",
            "[à-ü]", "[b-語]",
        ]
        .map { ($0, $0) } + [
            (".", #"[^\n\r\u2028\u2029]"#),
            (#"\d"#, "[0-9]"), (#"\w"#, "[A-Za-z0-9_]"), (#"\s"#, #"[\#(spaces)]"#),
            (#"\D"#, "[^0-9]"), (#"\W"#, "[^A-Za-z0-9_]"), (#"\S"#, #"[^\#(spaces)]"#),
            (#"[\d_-]"#, "[0-9_-]"), (#"[^\w]"#, "[^A-Za-z0-9_]"), (#"[^\s\-]"#, #"[^\#(spaces)\-]"#),
        ]
    /// As many as Swift takes in a class; ``PatternMatchTests`` has the others.
    private static let spaces = #"\t\n\x0B\f\r \u00A0\u2028\u2029\uFEFF"#
    private static let quantifiers = ["", "", "", "?", "*", "+", "{2}", "{0,2}", "{1,}", "{1,3}", "{0}"]

    init(depth: Int, _ random: inout SeededGenerator) {
        for branch in 0..<Int.random(in: 1...2, using: &random) {
            if branch > 0 { append("|", "|") }
            var branchAcceptsEmpty = true
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                var partAcceptsEmpty = false
                if depth > 0, Int.random(in: 0..<3, using: &random) == 0 {
                    let open = ["(", "(?:"].pick(&random)
                    let inner = Expression(depth: depth - 1, &random)
                    append(open + inner.text + ")", open + inner.oracle + ")")
                    partAcceptsEmpty = inner.acceptsEmpty
                } else {
                    let atom = Self.atoms.pick(&random)
                    append(atom.0, atom.1)
                }
                let quantifier = partAcceptsEmpty ? ["", "?"].pick(&random) : Self.quantifiers.pick(&random)
                append(quantifier, quantifier)
                if ["?", "*", "{0,2}", "{0}"].contains(quantifier) { partAcceptsEmpty = true }
                branchAcceptsEmpty = branchAcceptsEmpty && partAcceptsEmpty
            }
            acceptsEmpty = acceptsEmpty || branchAcceptsEmpty
        }
    }

    private mutating func append(_ text: String, _ oracle: String) {
        self.text += text
        self.oracle += oracle
    }
}

extension Array {
    fileprivate func pick(_ random: inout SeededGenerator) -> Element {
        self[Int.random(in: 0..<count, using: &random)]
    }
}
