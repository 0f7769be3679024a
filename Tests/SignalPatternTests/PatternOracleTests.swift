import SignalPattern
import Testing

/// Compares with Swift's own regular expressions, which share nothing with ours.
struct PatternOracleTests {
    @Test(arguments: 0..<8 as Range<UInt64>)
    func `generated patterns match what Swift's Regex matches`(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        var matched = 0
        var compared = 0
        for _ in 0..<500 {
            let text = Self.expression(depth: 3, &random)
            let pattern: Pattern
            do {
                pattern = try Pattern(parsing: text)
            } catch {
                Issue.record("\(text.debugDescription): \(error)")
                continue
            }
            let regex = try Regex(text).matchingSemantics(.unicodeScalar).asciiOnlyCharacterClasses()
            for _ in 0..<12 {
                let length = Int.random(in: 0...6, using: &random)
                let input = (0..<length).map { _ in Self.pick(Self.alphabet, &random) }.joined()
                let expected = try regex.wholeMatch(in: input) != nil
                #expect(
                    pattern.matches(input) == expected,
                    "\(text.debugDescription) on \(input.debugDescription)")
                compared += 1
                matched += expected ? 1 : 0
            }
        }
        // The comparison is worth something only if both answers are common.
        #expect(matched > compared / 50 && matched < compared / 2, "\(matched) of \(compared)")
    }

    private static let alphabet = ["a", "a", "b", "b", "c", "1", "_", "-", " ", ".", "é", "語", "😀", "\n"]
    private static let atoms = [
        "a", "b", "c", "1", "é", "語", "😀", ".", #"\."#, #"\d"#, #"\w"#, #"\s"#, #"\D"#, #"\W"#, #"\S"#,
        "[ab]", "[^a]", "[a-c1]", "[^b-cé]", #"[\d_-]"#, #"[^\w]"#, "[é😀]", #"[^\s\-]"#, "[à-ü]", "[b-語]",
    ]
    private static let quantifiers = ["", "", "", "?", "*", "+", "{2}", "{0,2}", "{1,}", "{1,3}", "{0}"]

    private static func expression(depth: Int, _ random: inout SplitMix) -> String {
        (0..<Int.random(in: 1...2, using: &random)).map { _ in
            (0..<Int.random(in: 0...3, using: &random)).map { _ in
                let isGroup = depth > 0 && Int.random(in: 0..<3, using: &random) == 0
                let atom =
                    isGroup
                    ? pick(["(", "(?:"], &random) + expression(depth: depth - 2, &random) + ")"
                    : pick(atoms, &random)
                return atom + pick(quantifiers, &random)
            }.joined()
        }.joined(separator: "|")
    }

    private static func pick(_ choices: [String], _ random: inout SplitMix) -> String {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }
}

/// The same numbers in every run (Steele, Lea and Flood 2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
