import Testing
import TestSupport

@testable import SignalPattern

/// Patterns that cost a backtracking matcher exponential time, and the growth of ours.
struct PatternHostileTests {
    @Test(
        "a pattern that explodes under backtracking is matched in one pass over 100 KB",
        .timeLimit(.minutes(10)),
        arguments: [
            "(a*)*b", "(a+)+b", "(a|a)*b", "(a|aa)+b", "(.*)(.*)(.*)b", "((a?){20}a{20})*b", "(a*a*a*)*b",
        ])
    func explodes(text: String) async throws {
        let pattern = try Pattern(parsing: text)
        let letters = String(repeating: "a", count: 100_000)
        let results = try await onThread { [pattern.matches(letters), pattern.matches(letters + "b")] }
        #expect(results == [false, true])
        // A step a scalar where there is a table, else at most one for each position of the pattern.
        #expect(steps(of: pattern.program, on: 100_000) <= 100_000 * Pattern.maximumPositions)
    }

    @Test func `a pattern of the most positions matches 3 KB with all of them alive`() throws {
        let pattern = try Pattern(parsing: "(a?){255}b")
        #expect(pattern.matches(String(repeating: "a", count: 255) + "b"))
        #expect(!pattern.matches(String(repeating: "a", count: 256) + "b"))
        let loop = try Pattern(parsing: "((a?){255})*b")
        #expect(loop.matches(String(repeating: "a", count: 3_000) + "b"))
    }

    @Test func `empty parts cost nothing however often they repeat`() throws {
        var text = "()"
        for _ in 0..<60 { text = "(\(text)){0,256}" }
        #expect(try Pattern(parsing: text).matches(""))
    }

    @Test(
        "a scalar costs one look-up in the table, whatever the pattern",
        arguments: [
            "(a*)*b", "(a|aa|(a*)*)*b", "((a?){20}a{20})*b", "((a?){255})*b", ".{1,200}", "[^,]{0,200}",
        ])
    func readsTheTableOnce(text: String) throws {
        let program = try Pattern(parsing: text).program
        #expect((1...Program.maximumStates).contains(program.stateCount))
        let few = steps(of: program, on: 200)
        #expect(few == 200)
        // What is refused early takes less, and nothing takes more.
        #expect(steps(of: program, on: 20_000) <= 100 * few)
    }

    @Test(
        "a pattern too large for a table costs at most its positions for a scalar",
        arguments: ["(a|b)*a(a|b){20}", "(.*a){40}.{80}", "(a|aa|.)*a.{100}"])
    func visitsEachPositionOnce(text: String) throws {
        let program = try Pattern(parsing: text).program
        #expect(!program.isDeterministic)
        #expect(program.stateCount == 0)
        let some = steps(of: program, on: 1_000)
        #expect(some <= 1_000 * Pattern.maximumPositions)
        // The first scalars find fewer positions alive than those behind them, hence the second pair.
        let more = steps(of: program, on: 2_000)
        #expect(steps(of: program, on: 3_000) - more == more - some)
    }

    /// What it takes to read `count` times an "a".
    private func steps(of program: Program, on count: Int) -> Int {
        var steps = 0
        [UInt8](repeating: 0x61, count: count).withUnsafeBufferPointer {
            _ = program.matches($0, steps: &steps)
        }
        return steps
    }
}
