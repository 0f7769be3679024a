import Testing
import TestSupport

@testable import SigbookCommands

/// Differences of texts, as `patch` reads them.
@Suite(.timeLimit(.minutes(10))) struct UnifiedDiffTests {
    private static let numbers = (1...30).map { "line \($0)\n" }.joined()

    @Test func `texts that are the same have none`() {
        #expect(UnifiedDiff.text(from: Self.numbers, to: Self.numbers, path: "a").isEmpty)
    }

    @Test func `changes have three lines around them, and near ones share a hunk`() {
        let new = Self.numbers.replacing("line 4\n", with: "four\n").replacing("line 11\n", with: "")
            .replacing("line 27\n", with: "line 27\nmore\n")
        #expect(
            UnifiedDiff.text(from: Self.numbers, to: new, path: "a.yaml") == """
                --- a.yaml
                +++ a.yaml
                @@ -1,14 +1,13 @@
                 line 1
                 line 2
                 line 3
                -line 4
                +four
                 line 5
                 line 6
                 line 7
                 line 8
                 line 9
                 line 10
                -line 11
                 line 12
                 line 13
                 line 14
                @@ -25,6 +24,7 @@
                 line 25
                 line 26
                 line 27
                +more
                 line 28
                 line 29
                 line 30

                """)
    }

    @Test(arguments: [
        ("", "a\n"), ("a\n", ""), ("a", "a\n"), ("a\nb", "b\na"), ("a\r\nb\r\n", "a\nb\n"), (numbers, "x"),
    ])
    func `patch makes the new text of the old one`(old: String, new: String) async throws {
        let folder = try TemporaryFolder(["file": old])
        let text = UnifiedDiff.text(from: old, to: new, path: "file")
        // What git applies is right; it ends lines as they are.
        let process = try await ChildProcess.run(
            ["git", "-C", folder.path, "apply", "--unidiff-zero", "-p0", "-"], input: Array(text.utf8))
        #expect(process.status == 0, "\(text)\n\(String(decoding: process.error, as: UTF8.self))")
        #expect(folder.read("file") == new)
    }

    @Test func `texts too long to compare line by line are shown whole`() {
        let old = (0..<5_000).map { "a\($0)\n" }.joined()
        let new = (0..<5_000).map { "b\($0)\n" }.joined()
        let text = UnifiedDiff.text(from: "same\n" + old, to: "same\n" + new, path: "a")
        #expect(text.split(separator: "\n").count == 10_004)
        #expect(text.hasPrefix("--- a\n+++ a\n@@ -1,5001 +1,5001 @@\n same\n-a0\n"))
    }
}
