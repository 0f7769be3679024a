import Foundation
import Testing
import TestSupport

@testable import SigbookCommands

/// `sigbook diff`, with folders and with git.
@Suite(.timeLimit(.minutes(10))) struct DiffCommandTests {
    private static let old = """
        catalog: { name: shop, version: 1.0.0, owner: core }
        groups:
          money:
            currency: { type: enum, values: [eur, usd], description: Which. }
            amount: { type: int, minimum: 0, description: How much. }
        events:
          order_placed:
            description: Somebody bought something.
            owner: sales
            include: [money]
            properties:
              total: { type: int, unit: cents, description: What it cost. }
          order_lost: { description: Gone., owner: support }
          order_paid: { description: Paid., include: [money] }

        """
    private static let new = """
        catalog:
          name: shop
          version: 1.1.0
          owner: core
          approvals:
            - { change: event-removed order_lost, until: 2027-01-31, reason: It was never <sent>. }
            - { change: event-removed order_found, until: 2027-01-31, reason: Old. }
        groups:
          money:
            currency: { type: enum, values: [eur, "u|s_d"], description: Which. }
            amount: { type: double, minimum: 0, description: How much. }
        events:
          order_placed:
            description: Somebody bought something from us.
            owner: sales
            include: [money]
            properties:
              total_cents: { type: int, unit: cents, renamed_from: total, description: What it cost. }
              mail:
                type: string
                required: false
                sensitivity: personal
                handling: hash
                description: "@who."
          order_paid: { description: Paid., include: [money] }

        """

    private func run(
        _ words: String..., folder: TemporaryFolder, isTerminal: Bool = false, width: Int = 80
    ) async -> RecordingConsole.Outcome {
        await RecordingConsole.run(
            ["diff"] + words, in: folder.path, isTerminal: isTerminal, usesColor: isTerminal, width: width)
    }

    private func folders() throws -> TemporaryFolder {
        try TemporaryFolder(["old/catalog.yaml": Self.old, "schema/catalog.yaml": Self.new])
    }

    @Test(arguments: ["text", "json", "github", "sarif", "markdown"])
    func `every format is as reviewed`(format: String) async throws {
        let outcome = await run(
            "--against", "old", "--format", format, "--today", "2027-01-31", folder: try folders())
        #expect(outcome.status == .findings)
        try Golden.expect(outcome.output, is: "diff/\(format).txt")
    }

    @Test func `the table is as reviewed on a terminal, with all changes and without a day`() async throws {
        let outcome = await run(
            "--against", "old", "--all", folder: try folders(), isTerminal: true, width: 100)
        #expect(outcome.status == .findings)
        try Golden.expect(outcome.output + "--\n" + outcome.talk, is: "diff/terminal.txt")
    }

    @Test func `the table is no wider than the terminal`() async throws {
        let outcome = await run(
            "--against", "old", folder: try folders(), isTerminal: true, width: 80)
        try Golden.expect(outcome.output.replacing(/\u{1B}\[[0-9]+m/, with: ""), is: "diff/narrow.txt")
        let lines = outcome.output.replacing(/\u{1B}\[[0-9]+m/, with: "").split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 80 })
    }

    @Test func `what is to be pasted lets all breaks pass that nobody has approved`() async throws {
        let bare =
            Self.new.split(separator: "\n").filter { !$0.contains("approvals:") && !$0.contains("- {") }
            .joined(separator: "\n") + "\n"
        let folder = try TemporaryFolder(["old/a.yaml": Self.old, "schema/a.yaml": bare])
        let before = await run("--against", "old", "--today", "2027-01-01", folder: folder)
        #expect(before.status == .findings)
        let advice = before.output.split(separator: "\n").drop { $0 != "  approvals:" }
        let pasted = advice.joined(separator: "\n").replacing("YYYY-MM-DD", with: "2027-01-31")
            .replacing("TODO", with: "Nobody is left who minds.")
        try folder.write(
            "schema/a.yaml", bare.replacing("  owner: core\n", with: "  owner: core\n\(pasted)\n"))
        let after = await run("--against", "old", "--today", "2027-01-01", folder: folder)
        #expect(after.status == .success, "\(after)")
        #expect(!after.output.contains("to let"))
        #expect(after.talk == "")
    }

    @Test func `a catalog that breaks nobody passes`() async throws {
        let folder = try TemporaryFolder(["old/a.yaml": Self.old, "schema/b.yaml": Self.old])
        let same = await run("--against", "old", folder: folder)
        #expect(same.status == .success)
        #expect(same.output == "nothing has changed\n")
        try folder.write("schema/c.yaml", "events: { order_seen: { description: Seen. } }\n")
        let more = await run("--against", "old", folder: folder)
        #expect(more.status == .success)
        #expect(
            more.output.hasSuffix(
                "1 to note; 1 safe\nsince 1.0.0 the changes ask for 1.1.0, and the catalog says 1.0.0\n"))
    }

    @Test func `an approval lets a break pass, until its day`() async throws {
        let new = Self.old.replacing(
            "owner: core }",
            with:
                "owner: core, approvals: [{ change: event-removed order_lost, until: 2027-01-31, reason: R. }] }"
        ).replacing("  order_lost: { description: Gone., owner: support }\n", with: "")
        let folder = try TemporaryFolder(["old/a.yaml": Self.old, "schema/a.yaml": new])
        #expect(await run("--against", "old", "--today", "2027-01-31", folder: folder).status == .success)
        let late = await run("--against", "old", "--today", "2027-02-01", folder: folder)
        #expect(late.status == .findings)
        #expect(late.talk.contains("[approval-expired]"))
        let undated = await run("--against", "old", folder: folder)
        #expect(undated.status == .success)
        #expect(undated.talk.contains("[approval-not-dated]"))
    }

    @Test(arguments: ["text", "markdown", "github", "json"])
    func `of an approval that has ended another day is asked for, and no second approval`(format: String)
        async throws
    {
        let new = Self.old.replacing(
            "owner: core }",
            with:
                "owner: core, approvals: [{ change: event-removed order_lost, until: 2027-01-31, reason: R. }] }"
        ).replacing("  order_lost: { description: Gone., owner: support }\n", with: "")
        let folder = try TemporaryFolder(["old/a.yaml": Self.old, "schema/a.yaml": new])
        let outcome = await run(
            "--against", "old", "--today", "2027-02-01", "--format", format, folder: folder)
        #expect(outcome.status == .findings)
        #expect(!outcome.output.contains("change: event-removed"), "\(outcome.output)")
        if format == "json" {
            #expect(
                outcome.output.contains(
                    "\"renew\": {\n        \"path\": \"schema/a.yaml\",\n        \"line\": 1,"))
            #expect(!outcome.output.contains("\"approve\""))
        } else {
            let advice = outcome.output.replacing("\\", with: "")
            #expect(
                advice.contains("change \"until\" of the approval at schema/a.yaml:1"), "\(outcome.output)")
            #expect(!advice.contains("add to"))
        }
        // One more break needs an approval of its own.
        try folder.write(
            "schema/a.yaml",
            new.replacing("  order_paid: { description: Paid., include: [money] }\n", with: ""))
        let more = await run("--against", "old", "--today", "2027-02-01", folder: folder)
        #expect(
            more.output.contains(
                "change \"until\" of the approval at schema/a.yaml:1, and add to \"approvals\" of the header in schema/a.yaml:\n\n"
                    + "    - { change: event-removed order_paid, until: YYYY-MM-DD, reason: TODO }\n"),
            "\(more.output)")
    }

    @Test func `into a header in JSON goes JSON`() async throws {
        let header = #"{"catalog": {"name": "shop", "version": "2.0.0" @}}"#
        let folder = try TemporaryFolder([
            "old/a.yaml": Self.old, "schema/a.json": header.replacing(" @", with: ""),
        ])
        let before = await run("--against", "old", "--today", "2027-01-01", folder: folder)
        let lines = before.output.split(separator: "\n").drop { $0 != "    \"approvals\": [" }
        #expect(lines.count > 3, "\(before.output)")
        let pasted = lines.joined(separator: "\n").replacing("YYYY-MM-DD", with: "2027-01-31")
            .replacing("TODO", with: "Nobody is left who minds.")
        try folder.write("schema/a.json", header.replacing("@", with: ",\n" + pasted))
        let after = await run("--against", "old", "--today", "2027-01-01", folder: folder)
        #expect(after.status == .success, "\(after)")
        try folder.write("schema/a.json", header.replacing(" @", with: ""))
        let comment = await run("--against", "old", "--format", "markdown", folder: folder)
        #expect(comment.output.contains("```json\n    \"approvals\": ["), "\(comment.output)")
        let annotated = await run("--against", "old", "--format", "github", folder: folder)
        #expect(
            annotated.output.contains(#"add { "change": "event-removed order_lost", "until": "YYYY-MM-DD""#))
    }

    @Test func `an empty list of approvals is to be replaced and not repeated`() async throws {
        let new = Self.old.replacing("owner: core }", with: "owner: core, approvals: [] }").replacing(
            "  order_lost: { description: Gone., owner: support }\n", with: "")
        let folder = try TemporaryFolder(["old/a.yaml": Self.old, "schema/a.yaml": new])
        let outcome = await run("--against", "old", folder: folder)
        #expect(
            outcome.output.contains(
                "write in the place of the empty \"approvals\" of the header in schema/a.yaml:\n\n  approvals:\n"
            ),
            "\(outcome.output)")
    }

    @Test(arguments: [
        ("old", "The catalog to compare with has errors"), ("schema", "The catalog has errors"),
    ])
    func `a catalog with errors is reported and not compared`(broken: String, message: String) async throws {
        let folder = try folders()
        try folder.write("\(broken)/catalog.yaml", "catalog: { nam: shop, version: 1.0.0 }\n")
        let outcome = await run("--against", "old", folder: folder)
        #expect(outcome.status == .findings)
        #expect(outcome.output.contains("\(broken)/catalog.yaml:1:12: error: unknown key \"nam\""))
        #expect(outcome.talk.contains(message))
    }

    @Test func `what there is to compare with has to be said, and to be there`() async throws {
        let folder = try folders()
        let nothing = await run(folder: folder)
        #expect(nothing.status == .usage)
        #expect(nothing.talk.contains("diff needs --against"))
        let missing = await run("--against", "nowhere", folder: folder)
        #expect(missing.status == .findings)
        #expect(
            missing.talk
                == "sigbook: error: there is no catalog at \"nowhere\"; name a folder, a file, or a revision as git:REF\n"
        )
    }

    // MARK: git

    /// A repository with two commits: `first` is tagged, and the work tree has the second's catalog changed once more.
    private func repository() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder([
            "api/schema/orders/a.yaml": Self.old, "api/schema/.hidden.yaml": "not: [a catalog",
            "api/schema/notes.txt": "none",
        ])
        try await folder.git("init", "--quiet", "--initial-branch", "main")
        try await folder.git("add", ".")
        try await folder.git("commit", "--quiet", "--message", "first")
        try await folder.git("tag", "first")
        try folder.write(
            "api/schema/orders/a.yaml",
            Self.old.replacing("  order_lost: { description: Gone., owner: support }\n", with: ""))
        try await folder.git("commit", "--quiet", "--all", "--message", "second")
        try folder.write(
            "api/schema/orders/a.yaml", Self.old.replacing("type: int, unit: cents", with: "type: bool"))
        return folder
    }

    @Test func `a revision is read from git, and the work tree is left alone`() async throws {
        let folder = try await repository()
        let before = folder.read("api/schema/orders/a.yaml")
        for (revision, lines) in [
            ("first", ["type-changed order_placed.total"]),
            ("main", ["type-changed order_placed.total", "event-added order_lost"]),
            ("HEAD~1", ["type-changed order_placed.total"]),
        ] {
            let outcome = await run(
                "--against", "git:" + revision, "--catalog", "api/schema", "--all", folder: folder)
            #expect(outcome.status == .findings)
            for line in lines { #expect(outcome.output.contains(line), "\(revision): \(outcome.output)") }
            #expect(outcome.output.contains("event-removed") == false)
        }
        #expect(folder.read("api/schema/orders/a.yaml") == before)
    }

    @Test func `places in a revision are told with its name`() async throws {
        let folder = try await repository()
        try folder.write("api/schema/orders/a.yaml", "catalog: { name: shop, version: 2.0.0 }\n")
        let outcome = await run("--against", "git:first", "--catalog", "api/schema/", folder: folder)
        #expect(outcome.output.contains("first:api/schema/orders/a.yaml:7\n"))
    }

    @Test func `a revision is read from a subfolder, for a file, and for an absolute path`() async throws {
        let folder = try await repository()
        for (place, path) in [
            ("api", "schema"), ("api/schema", "."), ("api/schema/orders", "../../schema/./orders"),
            ("api/schema/orders", "a.yaml"), ("", folder.path + "/api/schema"), ("", "."),
        ] {
            let outcome = await RecordingConsole.run(
                ["diff", "--against", "git:first", "--catalog", path], in: folder.path + "/" + place)
            #expect(
                outcome.output.contains("type-changed order_placed.total"), "\(place) \(path): \(outcome)")
        }
    }

    @Test func `a path behind a revision is read instead of those of the catalog`() async throws {
        let folder = try await repository()
        let outcome = await run(
            "--against", "git:first:api/schema", "--catalog", "git:main:api/schema", folder: folder)
        #expect(outcome.output.contains("event-removed order_lost"), "\(outcome)")
        #expect(!outcome.output.contains("type-changed"))
        #expect(outcome.output.contains("first:api/schema/orders/a.yaml:13"))
    }

    @Test(arguments: [
        ("git:-x", SigbookCommands.ExitStatus.usage, "\"-x\" is no git revision"),
        ("git:", .usage, "\"\" is no git revision"),
        ("git:main:", .usage, "\"main:\" is no git revision"),
        ("git:--output=x", .usage, "\"--output=x\" is no git revision"),
        ("git:nowhere", .findings, "git knows no revision \"nowhere\""),
        ("git:first^{tree}", .findings, "git knows no revision"),
    ])
    func `what is no revision is refused`(
        against: String, status: SigbookCommands.ExitStatus, message: String
    ) async throws {
        let outcome = await run(
            "--against", against, "--catalog", "api/schema", folder: try await repository())
        #expect(outcome.status == status)
        #expect(outcome.talk.hasPrefix("sigbook: error: " + message), "\(outcome.talk)")
        #expect(outcome.output.isEmpty)
    }

    @Test func `a revision without the catalog, and a folder without a repository, are told`() async throws {
        let folder = try await repository()
        try folder.write("other/a.yaml", Self.old)
        let missing = await run("--against", "git:main", "--catalog", "other", folder: folder)
        #expect(missing.status == .findings)
        #expect(missing.talk.hasPrefix("sigbook: error: there is no catalog at \"other\" in \"main\""))
        let outside = await run("--against", "git:main", "--catalog", "..", folder: folder)
        #expect(outside.talk.contains("is not in the git repository"))
        let none = await run("--against", "git:main", folder: try folders())
        #expect(none.status == .findings)
        #expect(none.talk.contains("is in no git work tree"))
    }
}
