import Foundation
import SigbookCommands
import Testing
import TestSupport

private let header = "catalog: { name: shop, version: 1.0.0, owner: checkout }\n"
private let fine = header + "events:\n  order_placed: { description: A customer placed an order. }\n"
private let odd = header + "events:\n  order: { description: A customer placed an order. }\n"
private let wrong = header + "events:\n  order_placed: { descripton: A customer placed an order. }\n"

@Suite struct `sigbook check` {
    @Test func `finds nothing in a catalog that is right`() async throws {
        let folder = try TemporaryFolder(["schema/a.yaml": fine])
        let outcome = await RecordingConsole.run(["check"], in: folder.path)
        #expect(outcome.status == .success)
        #expect(outcome.output == "")
        #expect(outcome.talk == "nothing found\n")
    }

    @Test func `ends with 1 on an error, and on a warning only when it is strict`() async throws {
        let folder = try TemporaryFolder(["odd/a.yaml": odd, "wrong/a.yaml": wrong])
        let wrong = await RecordingConsole.run(["check", "--catalog", "wrong"], in: folder.path)
        #expect(wrong.status == .findings)
        #expect(wrong.output.contains("wrong/a.yaml:3:19: error: unknown key \"descripton\""))
        #expect(wrong.talk.hasSuffix("what these errors are in is judged by rules when they are gone\n"))
        let odd = await RecordingConsole.run(["check", "--catalog", "odd"], in: folder.path)
        #expect(odd.status == .success)
        #expect(odd.output.hasPrefix("odd/a.yaml:3:3: warning: the event name \"order\" has one word"))
        #expect(odd.output.hasSuffix("[event-name]\n"))
        let strict = await RecordingConsole.run(["check", "--catalog", "odd", "--strict"], in: folder.path)
        #expect(strict.status == .findings)
        #expect(strict.output == odd.output)
    }

    @Test(arguments: ["", "catalog: { nam: shop, version: 1.0.0 }\n", "catalog: [\n"])
    func `says that no declaration was judged when the header is missing or wrong`(header: String)
        async throws
    {
        let folder = try TemporaryFolder(["schema/a.yaml": odd.replacing(/catalog:.*\n/, with: header)])
        let outcome = await RecordingConsole.run(["check"], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(!outcome.output.contains("[event-name]"))
        #expect(
            outcome.talk.hasSuffix(
                "no declaration was judged by rules, for the catalog's header is missing or has errors\n"),
            "\(outcome)")
    }

    @Test func `fixes files in place, says what it fixed, and leaves the rest`() async throws {
        let folder = try TemporaryFolder([
            "schema/a.yaml": wrong,
            "schema/b.yaml": "events:\n  cart: { description: A customer filled a cart. }\n",
        ])
        let outcome = await RecordingConsole.run(["check", "--fix"], in: folder.path)
        #expect(folder.read("schema/a.yaml") == fine)
        #expect(
            folder.read("schema/b.yaml") == "events:\n  cart: { description: A customer filled a cart. }\n")
        #expect(outcome.status == .success)
        #expect(outcome.output.hasPrefix("schema/b.yaml:2:3: warning:"))
        #expect(
            outcome.talk.hasPrefix(
                "schema/a.yaml:3:19: fixed: replace \"descripton\" by \"description\" [unknown-key]\n1 fixed\n"
            ))
        let again = await RecordingConsole.run(["check", "--fix"], in: folder.path)
        #expect(again.output == outcome.output)
        #expect(again.talk == "1 warning\n")
    }

    @Test func `without fixing writes nothing`() async throws {
        let folder = try TemporaryFolder(["schema/a.yaml": wrong])
        _ = await RecordingConsole.run(["check"], in: folder.path)
        #expect(folder.read("schema/a.yaml") == wrong)
    }

    @Test func `judges dates by the day it is told, and says when it is told none`() async throws {
        let text =
            header
            + "events:\n  order_placed: { description: A customer placed an order., expires: 2026-12-31 }\n"
        let folder = try TemporaryFolder(["schema/a.yaml": text])
        let undated = await RecordingConsole.run(["check"], in: folder.path)
        #expect(undated.status == .success)
        #expect(undated.talk.hasSuffix("not judged without --today YYYY-MM-DD: expired, expires-soon\n"))
        let dated = await RecordingConsole.run(["check", "--today", "2027-01-01"], in: folder.path)
        #expect(dated.status == .findings)
        #expect(dated.output.contains("expired one day ago"))
        let impossible = await RecordingConsole.run(["check", "--today", "2027-02-29"], in: folder.path)
        #expect(impossible.status == .usage)
    }

    @Test func `writes rules, levels and fixes into SARIF`() async throws {
        let folder = try TemporaryFolder(["schema/a.yaml": wrong.replacing("order_placed", with: "no")])
        let outcome = await RecordingConsole.run(["check", "--format", "sarif"], in: folder.path)
        let log = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(
            results.compactMap { $0["ruleId"] as? String } == [
                "missing-key", "ambiguous-word", "unknown-key",
            ])
        #expect(results.map { $0["level"] as? String } == ["error", "warning", "error"])
        #expect(results.map { $0["fixes"] != nil } == [false, true, true])
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rule = try #require(
            (driver["rules"] as? [[String: Any]])?.first { $0["id"] as? String == "ambiguous-word" })
        let help = try #require(rule["help"] as? [String: Any])
        #expect((help["markdown"] as? String)?.contains("```yaml\nevents:") == true)
    }
}

@Suite struct `sigbook rules and explain` {
    @Test func `rules lists every rule with its level`() async {
        let outcome = await RecordingConsole.run(["rules"])
        #expect(outcome.status == .success)
        let lines = outcome.output.split(separator: "\n")
        for start in ["event-name ", "unit-repeated ", "unused-suppression ", "duplicate-name ", "yaml-tag "]
        {
            #expect(lines.contains { $0.hasPrefix(start) }, "\(start)")
        }
        #expect(lines.contains { $0.contains(/^unit-repeated +off +A name/) })
        #expect(lines.contains { $0.contains(/^ambiguous-word +warning +fix +Words/) })
    }

    @Test func `rules can be read by programs`() async throws {
        let outcome = await RecordingConsole.run(["rules", "--format", "json"])
        let rules = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
        let rule = try #require(rules.first { $0["name"] as? String == "event-name" })
        #expect(rule["level"] as? String == "warning")
        #expect(rule["configurable"] as? Bool == true)
        let settings = try #require(rule["settings"] as? [[String: Any]])
        #expect(settings.contains { $0["name"] as? String == "minimum_words" && $0["default"] as? Int == 2 })
    }

    @Test func `explain gives why, settings and examples with the marked places`() async throws {
        let outcome = await RecordingConsole.run(["explain", "unit-contradiction"])
        #expect(outcome.status == .success)
        #expect(outcome.output.hasPrefix("unit-contradiction  (error)\n\nA name that ends with a unit"))
        let lines = outcome.output.split(separator: "\n").map(String.init)
        let example = try #require(lines.firstIndex { $0.contains("wait_ms: { type: duration, unit: s,") })
        let margin = try #require(lines[example].range(of: "s, description")).lowerBound
        #expect(
            lines[example + 1].dropFirst(lines[example][..<margin].count).hasPrefix(
                "^ the property \"wait_ms\""))
        #expect(lines[example + 1].prefix { $0 == " " }.count == lines[example][..<margin].count)
        #expect(!outcome.output.contains("\u{20E3}"))
    }

    @Test func `explain knows every rule that there is`() async throws {
        let rules = await RecordingConsole.run(["rules", "--format", "json"]).output
        let names = try #require(
            try JSONSerialization.jsonObject(with: Data(rules.utf8)) as? [[String: Any]]
        ).compactMap { $0["name"] as? String }
        #expect(names.count > 100)
        for name in names {
            let outcome = await RecordingConsole.run(["explain", name])
            #expect(outcome.status == .success)
            #expect(outcome.output.hasPrefix(name))
            // Every invalid example shows where it is wrong.
            #expect(outcome.output.contains("Invalid:") == outcome.output.contains(" ^ "))
        }
    }

    @Test func `explain of no rule asks which was meant`() async {
        let outcome = await RecordingConsole.run(["explain", "unit-contradicton"])
        #expect(outcome.status == .usage)
        #expect(
            outcome.talk.contains("unknown rule \"unit-contradicton\"; did you mean \"unit-contradiction\"?"))
        #expect(await RecordingConsole.run(["explain"]).status == .usage)
    }

    @Test func `explain of a name that is retired explains what it is called now`() async {
        let outcome = await RecordingConsole.run(["explain", "unit-in-name"])
        #expect(outcome.output.hasPrefix("unit-in-name is now called unit-repeated.\n"))
    }
}
