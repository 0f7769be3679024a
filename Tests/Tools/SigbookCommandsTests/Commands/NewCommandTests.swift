import CatalogModel
import Foundation
import TestSupport
import Testing

@testable import SigbookCommands

/// `sigbook new event` in files of all shapes.
@Suite struct NewCommandTests {
    private static let header = "catalog: { name: demo, version: 1.0.0 }\n"

    /// What a file becomes, or what is said when nothing is written.
    private func adding(_ words: [String], to text: String) async throws -> String {
        let folder = try TemporaryFolder(["schema/catalog.yaml": Self.header, "schema/e.yaml": text])
        let outcome = await RecordingConsole.run(
            ["new", "event"] + words + ["--file", "schema/e.yaml"], in: folder.path)
        guard outcome.status == .success else {
            #expect(folder.read("schema/e.yaml") == text)
            return outcome.output + outcome.talk
        }
        let check = await RecordingConsole.run(["check"], in: folder.path)
        #expect(check.status == .success, "\(check.output)")
        return folder.read("schema/e.yaml") ?? ""
    }

    @Test func `everything that can be said about it is written`() async throws {
        let text = try await adding(
            [
                "order_placed", "--description", "An order: #1", "--owner=shop", "--severity", "warn",
                "--property",
                "took_ms:duration:ms", "--property=method:enum:GET,no,a b", "--property", "tags:list:string",
                "--property", "id:string",
            ], to: "")
        #expect(
            text == """
                events:
                  order_placed:
                    description: 'An order: #1'
                    severity: warn
                    owner: shop
                    properties:
                      took_ms: { type: duration, unit: ms, description: To be described. }
                      method: { type: enum, values: [GET, 'no', a b], description: To be described. }
                      tags: { type: list, items: string, description: To be described. }
                      id: { type: string, description: To be described. }

                """)
    }

    @Test(arguments: [
        ("events:\n", "events:\n  x:\n    description: To be described.\n"),
        ("events: # none\n", "events: # none\n  x:\n    description: To be described.\n"),
        ("events: {} # none\n# end\n", "events: # none\n  x:\n    description: To be described.\n# end\n"),
        ("events: null", "events:\n  x:\n    description: To be described.\n"),
        ("events:\n  null\n", "events:\n\n  x:\n    description: To be described.\n"),
        ("---\n", "---\n\nevents:\n  x:\n    description: To be described.\n"),
        ("# nothing yet", "# nothing yet\n\nevents:\n  x:\n    description: To be described.\n"),
        ("removed: {}", "removed: {}\n\nevents:\n  x:\n    description: To be described.\n"),
        // Blank lines between events are kept up, as is their absence, and deeper indentation.
        (
            "events:\n  a: { description: A. }\n",
            "events:\n  a: { description: A. }\n\n  x:\n    description: To be described.\n"
        ),
        (
            "events:\n    a: { description: A. }\n    # b\n    b: { description: B. }",
            "events:\n    a: { description: A. }\n    # b\n    b: { description: B. }\n    x:\n      description: To be described.\n"
        ),
        (
            "events:\n  a: { description: A. }\n\n  # b\n  b: { description: B. }\n\n\n",
            "events:\n  a: { description: A. }\n\n  # b\n  b: { description: B. }\n\n  x:\n    description: To be described.\n\n\n"
        ),
        // What stands before the next section stays with it.
        (
            "events:\n  a: { description: A. }\n  # last\n\n# gone\nremoved: {}\n",
            "events:\n  a: { description: A. }\n  # last\n\n  x:\n    description: To be described.\n\n# gone\nremoved: {}\n"
        ),
        (
            "events:\r\n  a: { description: A. }\r\n  b: { description: B. }\r\n",
            "events:\r\n  a: { description: A. }\r\n  b: { description: B. }\r\n  x:\r\n    description: To be described.\r\n"
        ),
    ])
    func `an event is added behind the others and every other byte stays`(old: String, new: String)
        async throws
    {
        #expect(try await adding(["x"], to: old) == new)
    }

    @Test(arguments: [
        (["a"], "events:\n  a: { description: A. }\n", "the event \"a\" is declared twice"),
        (["a__b"], "events:\n", "the name of an event, \"a__b\", has two separators in a row"),
        (["a", "--property", "b:durration"], "events:\n", "did you mean \"duration\"?"),
        (["a", "--severity", "wrn"], "events:\n", "did you mean \"warn\"?"),
        (["a", "--property", "b"], "events:\n", "--property cannot be \"b\"; write name:type"),
        (["a"], "{ \"events\": {} }\n", "has its events in braces"),
        (["a"], "events: { b: { description: B. } }\n", "has its events in braces"),
        (["a"], "events: { # }\n  }\n", "With the event the catalog would have errors; nothing is written."),
        (["a"], "events: []\n", "The catalog has errors; nothing is added to it before they are gone."),
    ])
    func `what would not pass the check is refused and nothing is written`(
        words: [String], text: String, message: String
    ) async throws {
        let said = try await adding(words, to: text)
        #expect(said.contains(message), "\(said)")
    }

    /// The catalog of this repository, with its comments and sections.
    @Test func `each file of a whole catalog takes an event and keeps its own bytes`() async throws {
        let schema = Repository.schema
        let names = try FileManager.default.contentsOfDirectory(atPath: schema.path(percentEncoded: false))
            .sorted()
        #expect(names.contains("sessions.yaml"))
        var texts: [String: String] = [:]
        for name in names {
            texts["schema/" + name] = try String(contentsOf: schema.appending(path: name), encoding: .utf8)
        }
        for (path, text) in texts {
            let folder = try TemporaryFolder(texts)
            let outcome = await RecordingConsole.run(
                ["new", "event", "brand_new", "--file", path, "--property", "id:uuid"], in: folder.path)
            #expect(outcome.status == .success, "\(path): \(outcome.output)\(outcome.talk)")
            let lines = (folder.read(path) ?? "").components(separatedBy: "\n")
            let difference = lines.difference(from: text.components(separatedBy: "\n"))
            #expect(difference.removals.isEmpty, "\(path)")
            let added = difference.insertions.compactMap { change in
                if case .insert(_, let line, _) = change, !line.isEmpty { line } else { nil }
            }
            let event = [
                "  brand_new:", "    description: To be described.", "    properties:",
                "      id: { type: uuid, description: To be described. }",
            ]
            #expect(added == event || added == ["events:"] + event, "\(path): \(added)")
            let canonical = await RecordingConsole.run(["fmt", "--check"], in: folder.path)
            // Formatting the file would change nothing of the event, whatever it does to the others.
            let changed = canonical.output.split(separator: "\n").filter {
                $0.hasPrefix("+") || $0.hasPrefix("-")
            }
            #expect(!changed.contains { line in event.contains { line.hasSuffix($0) } }, "\(changed)")
            let sources = texts.keys.sorted().map { CatalogSource(path: $0, text: folder.read($0) ?? "") }
            let names = CatalogLoader.load(sources).catalog?.events.map(\.name) ?? []
            #expect(names.count > 1 && names.contains("brand_new"))
        }
    }

    @Test func `the file is the one with events of the same domain`() async throws {
        let folder = try TemporaryFolder([
            "schema/catalog.yaml": Self.header,
            "schema/a.yaml": "events:\n  user_left: { description: L. }\n  order_a: { description: A. }\n",
            "schema/b.yaml": "events:\n  order_b: { description: B. }\n  order_c: { description: C. }\n",
        ])
        let order = await RecordingConsole.run(["new", "event", "order_d"], in: folder.path)
        #expect(order.output == "schema/b.yaml:4: order_d\n")
        #expect(order.talk == "Say in the file what is still \"To be described.\"\n")
        let user = await RecordingConsole.run(
            ["new", "event", "user_came", "--description", "One came."], in: folder.path)
        #expect(user.output == "schema/a.yaml:4: user_came\n")
        #expect(user.talk.isEmpty)
        let other = await RecordingConsole.run(["new", "event", "cart_emptied"], in: folder.path)
        #expect(other.status == .usage)
        #expect(
            other.talk.contains(
                "no file of the catalog has events that begin with \"cart\"; name one with --file"))
    }

    @Test func `a new file is made, and one that is not the catalog's is left alone`() async throws {
        let folder = try TemporaryFolder(["schema/catalog.yaml": Self.header, "notes.yaml": "mine\n"])
        let made = await RecordingConsole.run(
            ["new", "event", "a", "--file", "schema/x/y.yaml"], in: folder.path)
        #expect(made.output == "schema/x/y.yaml:2: a\n")
        #expect(folder.read("schema/x/y.yaml") == "events:\n  a:\n    description: To be described.\n")
        let foreign = await RecordingConsole.run(
            ["new", "event", "b", "--file", "notes.yaml"], in: folder.path)
        #expect(foreign.status == .findings)
        #expect(foreign.talk.contains("\"notes.yaml\" is there, and is no file of the catalog"))
        #expect(folder.read("notes.yaml") == "mine\n")
    }

    @Test(arguments: ["elsewhere/c.yaml", "schema/c.txt", "schema/../c.yaml", "schemas/c.yaml"])
    func `a file that would not be read with the catalog is not made`(path: String) async throws {
        let folder = try TemporaryFolder(["schema/catalog.yaml": Self.header])
        let outcome = await RecordingConsole.run(["new", "event", "c", "--file", path], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(
            outcome.talk
                == "sigbook: error: \"\(path)\" would be no file of the catalog; name a .yaml file in \"schema\"\n"
        )
        #expect(folder.read(path) == nil)
    }

    @Test func `kinds that there are not are refused`() async {
        let outcome = await RecordingConsole.run(["new", "evnt", "a"])
        #expect(outcome.status == .usage)
        #expect(outcome.talk.contains("unknown kind \"evnt\"; did you mean \"event\"?"))
    }

    /// The texts that YAML could take for something else.
    @Test(arguments: [
        "plain", "with space", "no", "true", "null", "~", "1", "1e3", "0o7", "2026-01-01", "", " ", " a",
        "a ", "a: b", "a:",
        "a #b", "#a", "a#b", "{a", "a}", "a,b", "[", "\"", "'", "it's", "\\", "*a", "&a", "!a", "%a", "@a",
        "`a", "-", "- a", "-a",
        "? a", "---", "--- a", "...", "|", ">", "=", "<<", "a\nb", "a\tb", "\u{0}", "\u{7F}", "\u{85}",
        "\u{2028}", "\u{FEFF}", "Ä 😀",
    ])
    func `any text comes back as it was given`(text: String) throws {
        let event = EventScaffold(name: "a", description: nil, owner: text, severity: nil, properties: [])
        let bytes = try EventInsertion(Array(Self.header.utf8)).inserting(event, path: "a.yaml").bytes
        let result = CatalogLoader.load([CatalogSource(path: "a.yaml", bytes: bytes)])
        if text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A }) {
            #expect(result.diagnostics.map(\.rule) == ["invalid-value"])
        } else {
            #expect(result.diagnostics == [])
            #expect(result.catalog?.events.first?.owner == text)
        }
    }
}
