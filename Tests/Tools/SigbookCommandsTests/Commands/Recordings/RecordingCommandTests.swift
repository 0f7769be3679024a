import Foundation
import SigbookCommands
import Synchronization
import Testing
import TestSupport

private let catalog = """
    catalog: { name: shop, version: 2.0.0 }
    context:
      session_id: { type: string, description: Which session., role: session }
    events:
      order_placed:
        description: An order was placed.
        properties:
          amount: { type: int, minimum: 1, description: How many. }
          took_ms: { type: duration, unit: ms, description: How long it took. }
      order_failed:
        description: An order failed.
        severity: error
    """

/// A line of `order_placed`.
private func line(_ number: Int, amount: String = "5") -> String {
    #"{"timestamp":"2026-01-01T10:00:0\#(number % 10).000000Z","event":"order_placed","severity":"info","record_id":"r","#
        + #""catalog":"shop/2.0.0","session_id":"s-\#(number)","amount":\#(amount),"took_ms":1.5}"# + "\n"
}

@Suite struct VerifyCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder([
            "schema/shop.yaml": catalog, "good.jsonl": line(1) + line(2),
            "bad.jsonl": line(1, amount: "0") + "{\n", "empty.jsonl": "",
        ])
    }

    @Test func `a good recording passes, with what it covers`() async {
        let outcome = await RecordingConsole.run(["verify", "good.jsonl"], in: folder.path)
        #expect(outcome.status == .success)
        #expect(
            outcome.output == """
                2 events of 1 kind in 2 lines, \(line(1).utf8.count * 2) bytes
                coverage of shop/2.0.0: 80 %
                  events       1 of 2        not seen: order_failed
                  properties   3 of 3
                  enum values  0 of 0

                """)
        #expect(outcome.talk == "nothing found\n")
    }

    @Test func `a flawed one fails, with each place`() async {
        let outcome = await RecordingConsole.run(["verify", "bad.jsonl", "good.jsonl"], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(
            outcome.output.hasPrefix(
                """
                bad.jsonl:1:152: error: "amount" of "order_placed" is 0; expected 1 or more [out-of-range]
                bad.jsonl:2:2: error: not JSON: the line ends in the middle of a value [invalid-json]

                3 events of 1 kind in 4 lines
                """), "\(outcome.output)")
    }

    @Test func `an empty recording fails`() async {
        let outcome = await RecordingConsole.run(["verify", "empty.jsonl"], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.output.contains("the recording has no event: it is empty"))
    }

    @Test func `less coverage than asked for fails`() async {
        #expect(
            await RecordingConsole.run(["verify", "good.jsonl", "--minimum-coverage", "80"], in: folder.path)
                .status == .success)
        let outcome = await RecordingConsole.run(
            ["verify", "good.jsonl", "--minimum-coverage", "80.1"], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.output.contains("[low-coverage]"))
        #expect(
            await RecordingConsole.run(
                ["verify", "good.jsonl", "--minimum-coverage", "all"], in: folder.path
            ).status == .usage)
    }

    @Test func `warnings fail only when asked to`() async throws {
        try folder.write(
            "marked.jsonl", line(1).replacing("}\n", with: ",\"violations\":\"amount: maximum\"}\n"))
        #expect(await RecordingConsole.run(["verify", "marked.jsonl"], in: folder.path).status == .success)
        #expect(
            await RecordingConsole.run(["verify", "marked.jsonl", "--strict"], in: folder.path).status
                == .findings)
    }

    @Test func `programs get findings and coverage as one JSON object`() async throws {
        let outcome = await RecordingConsole.run(
            ["verify", "bad.jsonl", "--format", "json"], in: folder.path)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(object["errors"] as? Int == 2)
        let recording = try #require(object["recording"] as? [String: Any])
        #expect(recording["events"] as? Int == 1)
        #expect((recording["coverage"] as? [String: Any])?["tenthsOfPercent"] as? Int == 800)
    }

    @Test(arguments: ["github", "sarif"])
    func `other formats stand alone on the standard output`(_ format: String) async {
        let outcome = await RecordingConsole.run(
            ["verify", "bad.jsonl", "--format", format], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.output.contains("out-of-range") && !outcome.output.contains("coverage of"))
        #expect(outcome.talk.contains("coverage of shop/2.0.0"))
    }

    @Test func `a recording or a catalog that is not there is told`() async {
        let outcome = await RecordingConsole.run(["verify", "nothing.jsonl"], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.talk == "sigbook: error: cannot open \"nothing.jsonl\": No such file or directory\n")
        #expect(
            await RecordingConsole.run(["verify", "good.jsonl", "--catalog", "nowhere"], in: folder.path)
                .status == .findings)
        #expect(await RecordingConsole.run(["verify"], in: folder.path).status == .usage)
    }

    @Test func `nothing is judged by a catalog with errors`() async throws {
        try folder.write("broken/a.yaml", "catalog: { name: a }\n")
        let outcome = await RecordingConsole.run(
            ["verify", "good.jsonl", "--catalog", "broken"], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.output == "")
        #expect(outcome.talk.contains("the catalog has errors"))
    }

    @Test func `another version of the catalog judges the records that name it`() async throws {
        try folder.write(
            "old/shop.yaml",
            catalog.replacing("version: 2.0.0", with: "version: 1.0.0").replacing(
                "minimum: 1", with: "minimum: 0"))
        try folder.write("old.jsonl", line(1, amount: "0").replacing("shop/2.0.0", with: "shop/1.0.0"))
        #expect(await RecordingConsole.run(["verify", "old.jsonl"], in: folder.path).status == .findings)
        #expect(
            await RecordingConsole.run(["verify", "old.jsonl", "--also-catalog", "old"], in: folder.path)
                .status == .success)
    }

    @Test func `progress shows on a terminal only`() async {
        #expect(
            await RecordingConsole.run(["verify", "good.jsonl"], in: folder.path, isTerminal: true).talk
                .contains("100 %"))
        #expect(await !RecordingConsole.run(["verify", "good.jsonl"], in: folder.path).talk.contains("%"))
    }
}

@Suite struct TailCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder([
            "schema/shop.yaml": catalog, "log.jsonl": (1...20).map { line($0, amount: "\($0)") }.joined(),
        ])
    }

    @Test func `the last records are shown in columns`() async {
        let outcome = await RecordingConsole.run(
            ["tail", "log.jsonl", "--no-follow", "--since", "2"], in: folder.path)
        #expect(outcome.status == .success)
        #expect(
            outcome.output == """
                ── 2026-01-01 UTC
                10:00:09.000 info  order_placed     amount=19 took_ms=1.5 session_id=s-19
                10:00:00.000 info  order_placed     amount=20 took_ms=1.5 session_id=s-20

                """)
    }

    @Test(arguments: [
        (["--where", "amount > 18"], 2), (["--context", "session_id=s-7"], 1), (["--event", "order_*"], 20),
        (["--event", "session_*"], 0),
        (["--event", "x", "--event", "order_placed", "--where", "amount in [1, 2]"], 2),
    ])
    func `records are chosen by event, context and condition`(_ options: [String], _ count: Int) async {
        let words = ["tail", "log.jsonl", "--no-follow", "--since", "all", "--json"] + options
        let outcome = await RecordingConsole.run(words, in: folder.path)
        #expect(outcome.output.split(separator: "\n").count == count)
    }

    @Test func `records can be written as they are`() async {
        let outcome = await RecordingConsole.run(
            ["tail", "log.jsonl", "--no-follow", "--since", "1", "--json"], in: folder.path)
        #expect(outcome.output == line(20, amount: "20"))
    }

    @Test func `a condition that cannot be read is told with a caret`() async {
        let outcome = await RecordingConsole.run(
            ["tail", "log.jsonl", "--where", "amount = 5"], in: folder.path)
        #expect(outcome.status == .usage)
        #expect(
            outcome.talk.hasPrefix(
                "sigbook: error: --where: \"=\" is no comparison; did you mean \"==\"?\n  amount = 5\n         ^\n"
            ))
    }

    @Test func `a name that nothing in the catalog has is told, and found in the records that have it`()
        async throws
    {
        let words = ["tail", "log.jsonl", "--no-follow"]
        try folder.append("log.jsonl", line(21).replacing("amount", with: "ammount"))
        let condition = "event == order_placed and ammount > 1 and ammount < 18"
        let outcome = await RecordingConsole.run(words + ["--where", condition], in: folder.path)
        #expect(outcome.status == .success)
        #expect(
            outcome.talk
                == "--where: nothing in the catalog is called \"ammount\"; did you mean \"amount\"?\n")
        #expect(outcome.output.contains("session_id=s-21"), "\(outcome)")
        let context = await RecordingConsole.run(words + ["--context", "sesion_id=x"], in: folder.path)
        #expect(context.status == .success)
        #expect(
            context.talk
                == "--context: nothing in the catalog is called \"sesion_id\"; did you mean \"session_id\"?\n"
        )
        // Without a catalog nobody knows; and what older records have is no mistake.
        let bare = try TemporaryFolder(["log.jsonl": line(1)])
        let unknown = await RecordingConsole.run(words + ["--where", "ammount > 18"], in: bare.path)
        #expect(unknown.status == .success && unknown.talk == "", "\(unknown)")
        try folder.write(
            "schema/shop.yaml",
            catalog.replacing(
                "    description: An order was placed.",
                with:
                    "    description: An order was placed.\n    removed: { ammount: { reason: It was misspelt. } }"
            ))
        let removed = await RecordingConsole.run(words + ["--where", "ammount > 18"], in: folder.path)
        #expect(removed.status == .success && removed.talk == "", "\(removed)")
    }

    @Test(arguments: [["--since", "-1"], ["--since", "x"], ["--context", "x"], ["--context", "=x"]])
    func `an option that makes no sense is told`(_ options: [String]) async {
        #expect(
            await RecordingConsole.run(["tail", "log.jsonl"] + options, in: folder.path).status == .usage)
    }

    @Test func `a file that is not there is no file to read to its end`() async {
        let outcome = await RecordingConsole.run(["tail", "nothing.jsonl", "--no-follow"], in: folder.path)
        #expect(outcome.status == .findings)
    }

    @Test func `records are chosen by the share that was kept of them`() async throws {
        try folder.append(
            "log.jsonl", line(21).replacing("\"amount\"", with: "\"sample_rate\":0.5,\"amount\""))
        let outcome = await RecordingConsole.run(
            ["tail", "log.jsonl", "--no-follow", "--since", "all", "--where", "sample_rate < 1"],
            in: folder.path)
        #expect(outcome.talk == "")
        #expect(outcome.output.split(separator: "\n").dropFirst().count == 1, "\(outcome.output)")
        #expect(outcome.output.contains("session_id=s-21"))
    }

    @Test func `a log without a catalog at hand is shown too`() async throws {
        let other = try TemporaryFolder(["log.jsonl": line(1)])
        for _ in 0..<2 {
            let outcome = await RecordingConsole.run(["tail", "log.jsonl", "--no-follow"], in: other.path)
            #expect(outcome.output.contains("order_placed     session_id=s-1 amount=5"))
            #expect(outcome.talk == "")
            // Nor is there one in a folder of that name for something else.
            try other.write("schema/tables.sql", "")
        }
    }

    @Test func `a catalog that is named has to be there`() async throws {
        let words = ["tail", "log.jsonl", "--no-follow", "--catalog"]
        let missing = await RecordingConsole.run(words + ["shcema"], in: folder.path)
        #expect(missing.status == .findings)
        #expect(missing.talk.hasPrefix("sigbook: error: there is no catalog at \"shcema\""))
        #expect(missing.output == "")
        let outside = await RecordingConsole.run(words + ["git:main"], in: folder.path)
        #expect(outside.status == .findings, "\(outside)")
    }

    @Test func `a log is shown without a catalog that has errors, which is said`() async throws {
        try folder.write("schema/shop.yaml", "catalog: { nam: shop }\n")
        let outcome = await RecordingConsole.run(
            ["tail", "log.jsonl", "--no-follow", "--since", "1"], in: folder.path)
        #expect(outcome.status == .success)
        #expect(
            outcome.talk
                == "the catalog has errors, so the log is shown without it; see 'sigbook check'\n")
        #expect(outcome.output.contains("order_placed     session_id=s-20 amount=20"))
    }

    @Test func `a log is followed through rotation, on a real file`() async throws {
        // What happens between two looks at the file, in turn; then following ends.
        let steps: [@Sendable (TemporaryFolder) throws -> Void] = [
            { try $0.append("log.jsonl", line(21, amount: "21")) },
            { folder in
                try folder.append("log.jsonl", line(22, amount: "22"))
                try folder.move("log.jsonl", to: "log.1.jsonl")
                try folder.write("log.jsonl", line(23, amount: "23"))
            },
            { try $0.write("log.jsonl", "") },
            { try $0.append("log.jsonl", line(24, amount: "24")) },
        ]
        let outcome = try await follow(["log.jsonl", "--since", "1"], steps)
        let amounts = outcome.output.split(separator: "\n").compactMap {
            $0.split(separator: "amount=").dropFirst().first?.prefix(2)
        }
        #expect(amounts == ["20", "21", "22", "23", "24"])
        #expect(outcome.talk.contains("log.jsonl is another file now"))
        #expect(outcome.talk.contains("log.jsonl was truncated"))
    }

    @Test func `a log that comes later is waited for`() async throws {
        let outcome = try await follow(["later.jsonl"], [{ _ in }, { try $0.write("later.jsonl", line(1)) }])
        #expect(outcome.talk == "waiting for later.jsonl\nlater.jsonl is there\n")
        #expect(outcome.output.contains("amount=5"))
    }

    private func follow(
        _ words: [String], _ steps: [@Sendable (TemporaryFolder) throws -> Void]
    ) async throws -> (output: String, talk: String) {
        let console = RecordingConsole()
        let left = Mutex(steps[...])
        let status = try await FollowedLog.follow(words, in: console.environment(in: folder.path)) {
            guard let step = left.withLock({ $0.popFirst() }) else { return false }
            do { try step(folder) } catch { Issue.record(error) }
            return true
        }
        #expect(status == .success)
        return (console.output, console.talk)
    }
}

@Suite struct ReportCommandTests {
    @Test func `a page is written where it is asked for, the same each time`() async throws {
        let folder = try TemporaryFolder([
            "schema/shop.yaml": catalog, "a.jsonl": line(1), "b.jsonl": line(2),
        ])
        let outcome = await RecordingConsole.run(
            ["report", "a.jsonl", "b.jsonl", "--output", "out/page.html"], in: folder.path)
        #expect(outcome.status == .success)
        #expect(outcome.talk == "out/page.html: 2 events from 2 files\n")
        let page = try #require(folder.read("out/page.html"))
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">") && page.hasSuffix("</html>\n"))
        #expect(!page.contains(folder.path))
        _ = await RecordingConsole.run(
            ["report", "a.jsonl", "b.jsonl", "--output", "again.html"], in: folder.path)
        #expect(folder.read("again.html") == page)
        let over = await RecordingConsole.run(
            ["report", "a.jsonl", "--output", "again.html"], in: folder.path)
        #expect(over.status == .success)
    }

    @Test func `no plain file takes the place of a pipe or a device`() async throws {
        let folder = try TemporaryFolder(["schema/shop.yaml": catalog, "a.jsonl": line(1)])
        let pipe = folder.path + "/pipe"
        try #require(mkfifo(pipe, 0o600) == 0)
        let outcome = await RecordingConsole.run(["report", "a.jsonl", "--output", "pipe"], in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.talk == "sigbook: error: cannot write \"pipe\": it is no plain file\n")
        var status = stat()
        #expect(stat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    }

    @Test func `a file that is no report is not replaced, a recording least of all`() async throws {
        let folder = try TemporaryFolder([
            "schema/shop.yaml": catalog, "a.jsonl": line(1), "mine.html": "<p>mine",
        ])
        for path in ["a.jsonl", "mine.html"] {
            let before = folder.read(path)
            let outcome = await RecordingConsole.run(
                ["report", "a.jsonl", "--output", path], in: folder.path)
            #expect(outcome.status == .findings)
            #expect(
                outcome.talk
                    == "sigbook: error: \"\(path)\" was not made by sigbook report, and is not replaced; "
                    + "choose another name, or remove the file\n")
            #expect(folder.read(path) == before)
        }
    }
}
