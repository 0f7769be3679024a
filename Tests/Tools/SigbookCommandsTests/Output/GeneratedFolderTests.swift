import SigbookCommands
import Testing
import TestSupport

/// The commands that fill a folder: docs, schema and export.
@Suite struct GeneratedFolderTests {
    private static let catalog = [
        "schema/shop.yaml":
            "catalog: { name: shop, version: 1.0.0 }\nevents: { order_placed: { description: D. } }\n",
        "schema/desk.yaml": "events: { call_taken: { description: D. } }\n",
    ]

    private static let commands = [
        (["docs", "--output", "out"], "out/domains/desk.html"),
        (["docs", "--format", "markdown", "--output", "out"], "out/domains/desk.md"),
        (["export", "--format", "jsonschema", "--output", "out"], "out/call_taken.schema.json"),
    ]

    @Test(arguments: commands)
    func `what was written passes the check, and what differs from it does not`(
        words: [String], file: String
    ) async throws {
        let folder = try TemporaryFolder(Self.catalog)
        let missing = await RecordingConsole.run(words + ["--check"], in: folder.path)
        #expect(missing.status == .findings)
        #expect(missing.output.contains(file + " is missing\n"))
        #expect(await RecordingConsole.run(words, in: folder.path).status == .success)
        let same = await RecordingConsole.run(words + ["--check"], in: folder.path)
        #expect(same.status == .success)
        #expect(same.output.isEmpty)

        try folder.write(file, try #require(folder.read(file)) + " ")
        let different = await RecordingConsole.run(words + ["--check"], in: folder.path)
        #expect(different.status == .findings)
        #expect(different.output == file + " is not what the catalog gives\n")
    }

    @Test(arguments: commands)
    func `a file that is not made any more is removed`(words: [String], file: String) async throws {
        let folder = try TemporaryFolder(Self.catalog)
        _ = await RecordingConsole.run(words, in: folder.path)
        try folder.write("out/notes.html", "mine")
        try folder.write("out/notes.md", "mine")
        try folder.write("out/notes.json", "mine")
        try folder.write("schema/desk.yaml", "events: {}\n")
        let check = await RecordingConsole.run(words + ["--check"], in: folder.path)
        #expect(check.output.contains(file + " is not made from the catalog any more\n"))
        #expect(folder.read(file) != nil, "--check wrote something")
        #expect(await RecordingConsole.run(words, in: folder.path).status == .success)
        #expect(folder.read(file) == nil)
        #expect(["html", "md", "json"].map { folder.read("out/notes." + $0) } == ["mine", "mine", "mine"])
    }

    @Test(arguments: commands)
    func `a file of another origin is not replaced`(words: [String], file: String) async throws {
        let folder = try TemporaryFolder(Self.catalog)
        try folder.write(file, "mine")
        let outcome = await RecordingConsole.run(words, in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.talk.contains("\"\(file)\" was not made by sigbook \(words[0]), and is not replaced"))
        #expect(folder.read(file) == "mine")
    }

    @Test(arguments: commands)
    func `a catalog with errors writes nothing`(words: [String], file: String) async throws {
        let folder = try TemporaryFolder(["schema/shop.yaml": "events: { order_placed: {} }\n"])
        let outcome = await RecordingConsole.run(words, in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.output.contains("schema/shop.yaml:1:11: error:"))
        #expect(folder.read(file) == nil)
    }

    @Test func `the output is the same wherever the catalog is`() async throws {
        let one = try TemporaryFolder(Self.catalog)
        let other = try TemporaryFolder()
        _ = await RecordingConsole.run(["docs", "--output", "out"], in: one.path)
        _ = await RecordingConsole.run(
            ["docs", "--catalog", one.path + "/schema", "--output", "inside"], in: one.path)
        _ = await RecordingConsole.run(
            ["docs", "--catalog", one.path + "/schema", "--output", "out"], in: other.path)
        let page = try #require(one.read("out/domains/desk.html"))
        #expect(page.contains("schema/desk.yaml:1"))
        #expect(one.read("inside/domains/desk.html") == page)
        #expect(other.read("out/domains/desk.html") == page)
    }

    @Test(arguments: [("site", "out/changes.html"), ("markdown", "out/changes.md")])
    func `what changed since another version has a page when it is asked for`(
        format: String, file: String
    ) async throws {
        let folder = try TemporaryFolder(Self.catalog)
        try folder.write("old/shop.yaml", try #require(Self.catalog["schema/shop.yaml"]))
        let words = ["docs", "--format", format, "--output", "out"]
        _ = await RecordingConsole.run(words, in: folder.path)
        #expect(folder.read(file) == nil)
        _ = await RecordingConsole.run(words + ["--against", "old"], in: folder.path)
        let page = try #require(folder.read(file))
        #expect(page.contains("call_taken") && page.contains("event-added"))
        #expect(!page.contains("order_placed"))
        _ = await RecordingConsole.run(words, in: folder.path)
        #expect(folder.read(file) == nil, "a page of another run stays")

        try folder.write("old/shop.yaml", "events: { order_placed: {} }\n")
        let broken = await RecordingConsole.run(words + ["--against", "old"], in: folder.path)
        #expect(broken.status == .findings)
        #expect(broken.talk.contains("the catalog to compare with has errors"))
    }

    @Test func `one event is printed`() async throws {
        let folder = try TemporaryFolder(Self.catalog)
        let printed = await RecordingConsole.run(["export", "--event", "call_taken"], in: folder.path)
        #expect(printed.status == .success)
        #expect(printed.output.contains("\"title\": \"call_taken\""))
        let unknown = await RecordingConsole.run(["export", "--event", "call_takne"], in: folder.path)
        #expect(unknown.status == .findings)
        #expect(
            unknown.talk.contains("the catalog has no event \"call_takne\"; did you mean \"call_taken\"?"))
    }

    @Test(arguments: [
        (["docs"], "docs needs --output; write --output DIR"),
        (["export"], "export needs --output; write --output DIR"),
        (["export", "--event", "a", "--check"], "export needs --output; write --output DIR"),
        (["export", "--event", "a", "--output", "b"], "one event is printed and not written into a folder"),
        (["schema", "--check"], "\"--check\" needs a folder to compare with; say --output DIR"),
    ])
    func `a command without a place to write to says so`(words: [String], message: String) async throws {
        let outcome = await RecordingConsole.run(words, in: try TemporaryFolder(Self.catalog).path)
        #expect(outcome.status == .usage)
        #expect(outcome.talk.contains(message))
    }

    @Test func `the schema is printed, written and checked`() async throws {
        let folder = try TemporaryFolder()
        let printed = await RecordingConsole.run(["schema"], in: folder.path)
        #expect(printed.status == .success)
        _ = await RecordingConsole.run(["schema", "--output", "out"], in: folder.path)
        #expect(folder.read("out/catalog.schema.json") == printed.output)
        #expect(
            await RecordingConsole.run(["schema", "--output", "out", "--check"], in: folder.path).status
                == .success)
    }
}
