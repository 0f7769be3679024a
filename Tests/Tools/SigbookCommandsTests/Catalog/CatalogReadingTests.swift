import CatalogModel
import Foundation
import Testing
import TestSupport

@testable import SigbookCommands

/// Which files `--catalog` means.
@Suite struct CatalogReadingTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder([
            "schema/b.yaml": "events: {}", "schema/a/c.yml": "", "schema/a/d.json": "{}",
            "schema/.hidden.yaml": "x", "schema/.git/e.yaml": "x", "schema/notes.txt": "x",
            "other/f.yaml": "",
            "empty/notes.txt": "",
        ])
    }

    private func paths(_ words: String...) async throws -> [String] {
        let console = RecordingConsole()
        let environment = console.environment(in: folder.path)
        guard
            case .run(let arguments) = try CommandLineParser(definition: CheckCommand.definition).parse(words)
        else {
            return []
        }
        return try await environment.loadSources(arguments).map(\.path)
    }

    @Test func `a folder means its catalog files, hidden ones excepted, in a fixed order`() async throws {
        #expect(try await paths() == ["schema/a/c.yml", "schema/a/d.json", "schema/b.yaml"])
        #expect(
            try await paths("--catalog", "./schema//") == [
                "schema/a/c.yml", "schema/a/d.json", "schema/b.yaml",
            ])
        #expect(try await paths("--catalog=\(folder.path)/other") == ["\(folder.path)/other/f.yaml"])
    }

    @Test func `the working directory itself may be the catalog`() async throws {
        #expect(
            try await paths("--catalog", ".") == [
                "other/f.yaml", "schema/a/c.yml", "schema/a/d.json", "schema/b.yaml",
            ])
    }

    @Test func `folders and files may be given together, and a file counts once`() async throws {
        #expect(
            try await paths(
                "--catalog", "schema/b.yaml", "--catalog", "schema", "--catalog", "schema/notes.txt")
                == ["schema/b.yaml", "schema/a/c.yml", "schema/a/d.json", "schema/notes.txt"])
    }

    @Test(arguments: [
        (
            "none",
            "there is no catalog at \"none\"; name its folder with --catalog PATH, or begin one with 'sigbook init'"
        ),
        ("empty/", "the catalog \"empty\" is empty; expected .yaml, .yml or .json files in it"),
    ])
    func `a catalog that is not there is one clear error`(given: String, message: String) async {
        let outcome = await RecordingConsole.run(["check", "--catalog", given], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.talk == "sigbook: error: \(message)\n")
        #expect(outcome.output.isEmpty)
    }

    @Test(.timeLimit(.minutes(10)))
    func `what is no plain file is refused and not waited for`() async throws {
        #expect(mkfifo(folder.path + "/schema/pipe.yaml", 0o600) == 0)
        for words in [
            ["check"], ["check", "--catalog", "schema/pipe.yaml"], ["fmt", "--catalog", "schema/pipe.yaml"],
        ] {
            let outcome = try await inTask { await RecordingConsole.run(words, in: folder.path) }
            #expect(outcome.status == .findings)
            #expect(
                outcome.talk == "sigbook: error: cannot read \"schema/pipe.yaml\": it is no plain file\n")
        }
    }

    @Test func `a link that leads nowhere is an error with the system's reason`() async throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/schema/gone.yaml", withDestinationPath: "nowhere.yaml")
        let outcome = await RecordingConsole.run(["check"], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(
            outcome.talk == "sigbook: error: cannot read \"schema/gone.yaml\": No such file or directory\n")
    }

    @Test func `a link to the folder above itself ends the search at some depth`() async throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/other/loop", withDestinationPath: "../other")
        let found = try await paths("--catalog", "other")
        #expect(found.first == "other/f.yaml")
        #expect(found.count == 8)
    }
}
