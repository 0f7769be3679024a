import SignalPattern
import Testing

/// Patterns that cost a backtracking matcher exponential time, and the growth of ours.
struct PatternHostileTests {
    @Test(
        "a pattern that explodes under backtracking is matched in one pass over 100 KB",
        .timeLimit(.minutes(1)),
        arguments: [
            "(a*)*b", "(a+)+b", "(a|a)*b", "(a|aa)+b", "(.*)(.*)(.*)b", "((a?){20}a{20})*b", "(a*a*a*)*b",
        ])
    func explodes(text: String) throws {
        let pattern = try Pattern(parsing: text)
        let letters = String(repeating: "a", count: 100_000)
        #expect(!pattern.matches(letters))
        #expect(pattern.matches(letters + "b"))
    }

    @Test func `a pattern of the most positions matches 3 KB with all of them alive`() throws {
        let pattern = try Pattern(parsing: "(a?){511}b")
        #expect(pattern.matches(String(repeating: "a", count: 511) + "b"))
        #expect(!pattern.matches(String(repeating: "a", count: 512) + "b"))
        let loop = try Pattern(parsing: "((a?){511})*b")
        #expect(loop.matches(String(repeating: "a", count: 3_000) + "b"))
    }

    @Test func `empty parts cost nothing however often they repeat`() throws {
        var text = "()"
        for _ in 0..<60 { text = "(\(text)){0,512}" }
        #expect(try Pattern(parsing: text).matches(""))
    }

    @Test func `sixteen times the input takes nowhere near its square in time`() throws {
        let pattern = try Pattern(parsing: "(a|aa|(a*)*)*b")
        let clock = ContinuousClock()
        func fastest(_ count: Int) -> Duration {
            let letters = String(repeating: "a", count: count)
            return (0..<7).map { _ in clock.measure { #expect(!pattern.matches(letters)) } }.min() ?? .zero
        }
        // Quadratic time would be 256 times as much; the margin is for a busy machine.
        #expect(fastest(160_000) < fastest(10_000) * 100)
    }
}
