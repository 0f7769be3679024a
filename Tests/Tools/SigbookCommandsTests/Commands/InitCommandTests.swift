import Foundation
import Testing
import TestSupport

@testable import SigbookCommands

/// `sigbook init` where there is no catalog, and where there is one.
@Suite struct InitCommandTests {
    @Test func `a first catalog passes every check, is formatted, and takes a further event`() async throws {
        let folder = try TemporaryFolder()
        let outcome = await RecordingConsole.run(["init"], in: folder.path)
        #expect(outcome.status == .success)
        #expect(outcome.output == "schema/catalog.yaml\n")
        for words in [
            ["check", "--strict", "--today", "2027-01-01"], ["fmt", "--check"],
            ["new", "event", "order_placed", "--description", "A customer placed an order."],
            ["check", "--strict"], ["docs", "--output", "site"],
        ] {
            let next = await RecordingConsole.run(words, in: folder.path)
            #expect(next.status == .success, "\(words): \(next)")
        }
    }

    @Test func `name, owner and folder are what is asked for`() async throws {
        let folder = try TemporaryFolder(["App/schema/notes.txt": "none"])
        let outcome = await RecordingConsole.run(
            ["init", "--catalog", "App/schema/", "--name", "shop", "--owner", "team: \"checkout\""],
            in: folder.path)
        #expect(outcome.status == .success)
        let text = try #require(folder.read("App/schema/catalog.yaml"))
        #expect(text.contains("  name: shop\n"))
        #expect(text.contains("  owner: 'team: \"checkout\"'\n"))
        let check = await RecordingConsole.run(
            ["check", "--strict", "--catalog", "App/schema"], in: folder.path)
        #expect(check.status == .success, "\(check)")
    }

    @Test func `nothing is written where there is a catalog, or what could be none`() async throws {
        let folder = try TemporaryFolder(["schema/a/b.yml": "", "file": ""])
        for (words, message) in [
            ([], "there is a catalog in \"schema\" already; nothing is written"),
            (["--catalog", "file"], "\"file\" is no folder"),
            (["--catalog", "git:main"], "init writes to the catalog, and \"git:main\" is a revision of it"),
            (["--catalog", "schema/x.yaml"], "\"schema/x.yaml\" has the name of a file"),
            (["--catalog", "new", "--name", "two words"], "the catalog would be wrong: "),
        ] {
            let outcome = await RecordingConsole.run(["init"] + words, in: folder.path)
            #expect(outcome.status != .success)
            #expect(outcome.talk.hasPrefix("sigbook: error: " + message), "\(outcome.talk)")
        }
        #expect(
            try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() == [
                "file", "schema", "schema/a", "schema/a/b.yml",
            ])
    }

    @Test func `who has no catalog is told how to begin one`() async throws {
        let folder = try TemporaryFolder()
        for words in [["check"], ["new", "event", "order_placed"]] {
            let outcome = await RecordingConsole.run(words, in: folder.path)
            #expect(outcome.talk.contains("or begin one with 'sigbook init'"), "\(outcome.talk)")
        }
    }
}
