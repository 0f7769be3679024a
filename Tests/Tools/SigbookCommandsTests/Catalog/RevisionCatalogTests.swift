import Foundation
import Testing
import TestSupport

@testable import SigbookCommands

/// A catalog that is read from git.
@Suite(.timeLimit(.minutes(10))) struct `A catalog at a revision` {
    private static let old = """
        catalog: { name: shop, version: 1.0.0, owner: core }
        events:
          order: { description: Somebody bought something. }

        """

    /// A repository whose first commit is tagged; the work tree has another catalog that is in no commit.
    private func repository() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder(["schema/a.yaml": Self.old])
        try await folder.git("init", "--quiet", "--initial-branch", "main")
        try await folder.git("add", ".")
        try await folder.git("commit", "--quiet", "--message", "first")
        try await folder.git("tag", "first")
        try folder.write("schema/a.yaml", Self.old.replacing("order:", with: "order_paid:"))
        return folder
    }

    @Test func `is checked as it was, and the work tree is left alone`() async throws {
        let folder = try await repository()
        let now = await RecordingConsole.run(["check"], in: folder.path)
        #expect(now.output == "")
        for catalog in ["git:first", "git:main:schema", "git:HEAD:./schema/a.yaml"] {
            let then = await RecordingConsole.run(["check", "--catalog", catalog], in: folder.path)
            #expect(then.output.contains(":schema/a.yaml:3:3: warning: the event name \"order\""), "\(then)")
        }
        #expect(folder.read("schema/a.yaml")?.contains("order_paid") == true)
    }

    @Test func `is what recordings are verified by`() async throws {
        let folder = try await repository()
        let record = #"{"timestamp":"2026-01-01T00:00:00Z","event":"order","severity":"info"}"#
        try folder.write("log.jsonl", record + "\n")
        let then = await RecordingConsole.run(
            ["verify", "log.jsonl", "--catalog", "git:first"], in: folder.path)
        #expect(then.status == .success, "\(then)")
        let now = await RecordingConsole.run(["verify", "log.jsonl"], in: folder.path)
        #expect(now.status == .findings)
        #expect(now.output.contains("[unknown-event]"), "\(now)")
    }

    @Test func `gives the same documentation as the files themselves`() async throws {
        let folder = try await repository()
        for (catalog, output) in [("git:first", "then"), ("git:first:\(folder.path)/schema", "absolute")] {
            let words = ["docs", "--format", "markdown", "--catalog", catalog, "--output", output]
            #expect(await RecordingConsole.run(words, in: folder.path).status == .success)
        }
        try folder.write("schema/a.yaml", Self.old)
        let words = ["docs", "--format", "markdown", "--output"]
        for output in ["then", "absolute"] {
            let check = await RecordingConsole.run(words + [output, "--check"], in: folder.path)
            #expect(check.status == .success, "\(check)")
        }
    }

    @Test(arguments: [
        ["fmt"], ["check", "--fix"], ["new", "event", "order_sent"], ["init"],
    ])
    func `is written to by no command`(words: [String]) async throws {
        let folder = try await repository()
        let before = folder.read("schema/a.yaml")
        let outcome = await RecordingConsole.run(words + ["--catalog", "git:first"], in: folder.path)
        #expect(outcome.status == .usage)
        let command = words.prefix(2).joined(separator: " ")
        #expect(
            outcome.talk.hasPrefix(
                "sigbook: error: \(command) writes to the catalog, and \"git:first\" is a revision of it; name"
            ),
            "\(outcome.talk)")
        #expect(folder.read("schema/a.yaml") == before)
    }

    @Test func `is checked for its form, as it reads there`() async throws {
        let folder = try await repository()
        let words = ["fmt", "--check", "--catalog"]
        let before = folder.read("schema/a.yaml")
        let odd = await RecordingConsole.run(words + ["git:first"], in: folder.path)
        #expect(odd.status == .findings)
        #expect(odd.output.contains("first:schema/a.yaml"), "\(odd)")
        #expect(odd.talk == "1 file would be formatted\n")
        #expect(folder.read("schema/a.yaml") == before)
        #expect(await RecordingConsole.run(["fmt"], in: folder.path).status == .success)
        try await folder.git("commit", "--quiet", "--all", "--message", "second")
        let there = await RecordingConsole.run(words + ["git:main"], in: folder.path)
        #expect(there.status == .success, "\(there)")
    }

    @Test(arguments: ["github", "sarif"])
    func `is told to annotations and code scanning by the paths that these know`(format: String) async throws
    {
        let folder = try await repository()
        let words = ["check", "--format", format, "--catalog"]
        let there = await RecordingConsole.run(words + ["git:first"], in: folder.path)
        try folder.write("schema/a.yaml", Self.old)
        let here = await RecordingConsole.run(words + ["schema"], in: folder.path)
        #expect(there.output == here.output)
        #expect(here.output.contains("schema/a.yaml"))
        let text = await RecordingConsole.run(["check", "--catalog", "git:first"], in: folder.path)
        #expect(text.output.hasPrefix("first:schema/a.yaml:"))
    }

    @Test func `has the files that its symbolic links lead to, and not those of the work tree`() async throws
    {
        let folder = try TemporaryFolder([
            "schema/a.yaml": Self.old, "shared/deep/b.yaml": "events: { pong: { x: y } }\n",
        ])
        for (link, target) in [
            ("schema/b.yaml", "../shared/again.yaml"), ("shared/again.yaml", "deep/b.yaml"),
            ("schema/notes", "../shared/deep/b.yaml"), ("schema/.hidden.yaml", "nowhere"),
        ] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/" + link, withDestinationPath: target)
        }
        try await folder.git("init", "--quiet", "--initial-branch", "main")
        try await folder.git("add", ".")
        try await folder.git("commit", "--quiet", "--message", "first")
        let here = await RecordingConsole.run(["check"], in: folder.path)
        try folder.write("shared/deep/b.yaml", "events: {}\n")
        for path in ["", ":schema"] {
            let there = await RecordingConsole.run(
                ["check", "--catalog", "git:main" + path], in: folder.path)
            #expect(there.output.contains("main:schema/b.yaml:1:19: error: unknown key \"x\""), "\(there)")
            #expect(there.output.replacing("main:", with: "") == here.output)
        }
    }

    @Test(arguments: [
        ("b.yaml", "nowhere.yaml", "no file of the revision"),
        ("b.yaml", "b.yaml", "no file of the revision"),
        ("b.yaml", "/etc/hosts", "\"/etc/hosts\", outside of the repository"),
        ("b.yaml", "../../up.yaml", "\"../up.yaml\", outside of the repository"),
        ("b.yaml", "../other", "a folder"), ("more", "../other", "a folder"),
        ("more", "/etc", "\"/etc\", outside of the repository"),
    ])
    func `with a link that leads to no file of it is an error that names the link`(
        link: String, target: String, words: String
    ) async throws {
        let folder = try TemporaryFolder(["schema/a.yaml": Self.old, "other/c.yaml": "events: {}\n"])
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/schema/" + link, withDestinationPath: target)
        try await folder.git("init", "--quiet", "--initial-branch", "main")
        try await folder.git("add", ".")
        try await folder.git("commit", "--quiet", "--message", "first")
        let outcome = await RecordingConsole.run(["check", "--catalog", "git:main"], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(
            outcome.talk.hasPrefix(
                "sigbook: error: cannot read the link \"schema/\(link)\" of the revision: it leads to \(words); "
            ),
            "\(outcome.talk)")
    }

    @Test func `of a name with a colon is a file when it is given so`() async throws {
        let folder = try TemporaryFolder(["git:x/a.yaml": Self.old])
        let outcome = await RecordingConsole.run(["check", "--catalog", "./git:x"], in: folder.path)
        #expect(outcome.output.hasPrefix("git:x/a.yaml:3:3: warning:"))
    }
}
