import Testing
import TestSupport

@testable import SigbookCommands

/// `sigbook import` from files to a catalog that `check` accepts.
@Suite struct ImportCommandTests {
    private static let metrics = """
        $schema: moz://mozilla.org/schemas/glean/metrics/2-0-0
        toolbar:
          click:
            type: event
            description: |
              Somebody clicked: "here".

              Twice.
            extra_keys:
              button: { type: string, description: Which button. }
          opens: { type: counter, description: How often. }
        """

    @Test func `what is imported passes the check, and what does not fit is said`() async throws {
        let folder = try TemporaryFolder(["in/metrics.yaml": Self.metrics])
        let outcome = await RecordingConsole.run(
            ["import", "--from", "glean", "in", "--output", "schema/app.yaml", "--name", "app"],
            in: folder.path)
        #expect(outcome.status == .success, "\(outcome.talk)")
        #expect(
            outcome.talk == """
                in/metrics.yaml:11:3: note: the metric "toolbar.opens" of type "counter" is left out [import-left-out]
                1 event with 1 property; 1 remark on what was read

                """)
        let check = await RecordingConsole.run(["check"], in: folder.path)
        #expect(check.status == .success, "\(check.output)")
        let text = try #require(folder.read("schema/app.yaml"))
        #expect(text.contains("name: app"))
        #expect(text.contains("toolbar.click:"))
    }

    @Test func `a file that is there is not written over`() async throws {
        let folder = try TemporaryFolder(["metrics.yaml": Self.metrics])
        let outcome = await RecordingConsole.run(
            ["import", "--from", "glean", "metrics.yaml", "--output", "metrics.yaml"], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.talk.contains("is there already"))
        #expect(folder.read("metrics.yaml") == Self.metrics)
    }

    @Test func `a catalog that would have errors is written, and its errors are said`() async throws {
        let folder = try TemporaryFolder([
            "a.json":
                #"{"title":"a","description":"A.","properties":{"b-c":{"type":"string"},"b_c":{"type":"string"}}}"#
        ])
        let outcome = await RecordingConsole.run(
            ["import", "--from", "jsonschema", "a.json"], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.output.contains("events:"))
        #expect(outcome.talk.contains("[swift-name-collision]"))
    }

    @Test func `what is read must be said`() async throws {
        let folder = try TemporaryFolder(["metrics.yaml": Self.metrics])
        let outcome = await RecordingConsole.run(["import", "metrics.yaml"], in: folder.path)
        #expect(outcome.status == .usage)
        #expect(outcome.talk.contains("import needs --from"))
    }

    @Test(arguments: [
        (["missing.yaml"], SigbookCommands.ExitStatus.findings), (["empty"], .findings),
        (["broken.json"], .findings),
        (["metrics.yaml", "--name", "a b"], .usage), (["metrics.yaml", "--from", "gleen"], .usage),
        ([], .usage),
    ])
    func `what cannot be imported is said`(words: [String], status: SigbookCommands.ExitStatus) async throws {
        let folder = try TemporaryFolder([
            "metrics.yaml": Self.metrics, "empty/readme.txt": "", "broken.json": "{",
        ])
        let outcome = await RecordingConsole.run(["import", "--from", "glean"] + words, in: folder.path)
        #expect(outcome.status == status)
        #expect(outcome.output == "")
        #expect(!outcome.talk.isEmpty)
    }
}
