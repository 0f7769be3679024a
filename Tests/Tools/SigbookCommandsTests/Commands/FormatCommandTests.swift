import Testing
import TestSupport

@testable import SigbookCommands

/// `sigbook fmt`.
@Suite struct FormatCommandTests {
    private static let crooked =
        "catalog:   {version: 1.0.0, name: shop} # the shop\nevents:\n    e: {description: \"E.\"}\n"
    private static let straight =
        "catalog: # the shop\n  name: shop\n  version: 1.0.0\n\nevents:\n  e: { description: E. }\n"

    @Test func `files are written in canonical form, and told`() async throws {
        let folder = try TemporaryFolder(["schema/a.yaml": Self.crooked, "schema/b.yaml": "removed:\n  x:\n"])
        let outcome = await RecordingConsole.run(["fmt"], in: folder.path)
        #expect(outcome.status == .success)
        #expect(outcome.output == "schema/a.yaml\n")
        #expect(outcome.talk == "1 file formatted\n")
        #expect(folder.read("schema/a.yaml") == Self.straight)
        let again = await RecordingConsole.run(["fmt"], in: folder.path)
        #expect(again.status == .success)
        #expect(again.output.isEmpty)
        #expect(again.talk == "all files are formatted\n")
    }

    @Test func `a check writes nothing and shows what would change`() async throws {
        let folder = try TemporaryFolder(["schema/a.yaml": Self.crooked])
        let outcome = await RecordingConsole.run(["fmt", "--check"], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.talk == "1 file would be formatted\n")
        #expect(folder.read("schema/a.yaml") == Self.crooked)
        #expect(
            outcome.output == """
                --- schema/a.yaml
                +++ schema/a.yaml
                @@ -1,3 +1,6 @@
                -catalog:   {version: 1.0.0, name: shop} # the shop
                +catalog: # the shop
                +  name: shop
                +  version: 1.0.0
                +
                 events:
                -    e: {description: "E."}
                +  e: { description: E. }

                """)
        try folder.write("schema/a.yaml", Self.straight)
        #expect(await RecordingConsole.run(["fmt", "--check"], in: folder.path).status == .success)
    }

    @Test func `nothing is written when a file cannot be read`() async throws {
        let folder = try TemporaryFolder(["schema/a.yaml": Self.crooked, "schema/b.yaml": "a: [\n"])
        let outcome = await RecordingConsole.run(["fmt"], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.output.contains("schema/b.yaml:1:4: error: "))
        #expect(folder.read("schema/a.yaml") == Self.crooked)
    }

    @Test func `a catalog with errors is formatted all the same`() async throws {
        let folder = try TemporaryFolder(["schema/a.yaml": "events:\n    e: {descripton: \"E.\"}\n"])
        let outcome = await RecordingConsole.run(["fmt"], in: folder.path)
        #expect(outcome.status == .success)
        #expect(folder.read("schema/a.yaml") == "events:\n  e: { descripton: E. }\n")
    }
}
