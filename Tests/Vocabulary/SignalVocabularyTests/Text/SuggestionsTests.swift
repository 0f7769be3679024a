import Testing

@testable import SignalVocabulary

@Suite struct `Did you mean` {
    @Test(arguments: [
        ("minimun", "minimum"), ("mniimum", "minimum"), ("Minimum", "minimum"), ("maxlength", "max_length"),
        ("typ", "type"), ("tpye", "type"), ("x", nil), ("descripshun", "description"), ("entirely", nil),
        ("", nil),
    ])
    func `the nearest word is meant if it is near enough`(word: String, meant: String?) {
        var suggestions = Suggestions()
        let candidates = ["minimum", "maximum", "max_length", "type", "description"]
        #expect(suggestions.nearest(to: word, among: candidates) == meant)
    }

    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1), ("abc", "ab", 1),
        ("abcd", "badc", 2), ("kitten", "sitting", 3), ("kitten", "mitosis", nil),
    ])
    func `the distance counts changes and swaps up to its limit`(
        first: String, second: String, distance: Int?
    ) {
        #expect(Suggestions.distance(Array(first.utf8), Array(second.utf8), limit: 3) == distance)
        #expect(Suggestions.distance(Array(second.utf8), Array(first.utf8), limit: 3) == distance)
    }

    @Test func `a run compares so many candidates and no more`() {
        var suggestions = Suggestions()
        let candidates = (0..<50_000).map { "candidate\($0)" }
        #expect(suggestions.nearest(to: "candidat0", among: candidates) == "candidate0")
        _ = suggestions.nearest(to: "something", among: candidates)
        _ = suggestions.nearest(to: "something", among: candidates)
        #expect(suggestions.nearest(to: "candidat0", among: candidates) == nil)
    }
}
