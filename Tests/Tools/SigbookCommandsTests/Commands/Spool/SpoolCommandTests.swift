import Foundation
import Signalbook
import Testing
import TestSupport

@testable import SigbookCommands

/// `sigbook spool` beside a program that is gone, by what a telemetry that could not deliver leaves.
@Suite struct SpoolCommandTests {
    private enum Shop: Signalbook.Catalog {
        static var identity: CatalogIdentity { CatalogIdentity(name: "shop", version: "1.0.0") }
        static var context: [ContextPropertyDefinition] { [] }
    }

    private struct Ordered: Event {
        var number: Int
        static var definition: EventDefinition {
            EventDefinition("order_placed", severity: .info, catalog: Shop.self)
        }
        func record(into properties: inout PropertyWriter) { properties.integer("number", number) }
    }

    /// An exporter that never gets anything done, under another's name.
    private struct Unreachable: Exporter {
        let name: String
        func export(_ batch: RecordBatch) async -> ExportResult { .retry("nobody there") }
    }

    /// A spool with three events that wait for these exporters.
    private func spool(waitingFor exporters: String...) async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        var configuration = Configuration.default
        configuration.developerLog.isEnabled = false
        configuration.buffer.capacityBytes = 1 << 20
        configuration.buffer.directory = folder.path + "/spool"
        configuration.diagnosticHandler = { _ in }
        let telemetry = Telemetry(
            catalog: Shop.self, configuration: configuration, exportingOnlyTo: exporters.map(Unreachable.init)
        )
        for number in 1...3 { telemetry.track(Ordered(number: number)) }
        await telemetry.shutdown(deadline: .seconds(300))
        return folder
    }

    @Test func `what waits is shown, and looking changes nothing`() async throws {
        let folder = try await spool(waitingFor: "json-lines")
        for _ in 0..<2 {
            let outcome = await RecordingConsole.run(["spool", "spool"], in: folder.path)
            #expect(outcome.status == .success)
            #expect(outcome.output.hasPrefix("spool: 1 ring, 3 events waiting, "))
            #expect(outcome.output.contains("\n  for json-lines  3 events\n"))
            #expect(outcome.output.contains("\n  3 × order_placed (info)\n"))
        }
        let json = await RecordingConsole.run(["spool", "spool", "--format", "json"], in: folder.path)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let ring = try #require((object["rings"] as? [[String: Any]])?.first)
        #expect(ring["events"] as? Int == 3)
    }

    @Test func `what waits is sent by the exporter that it waits for, and is gone then`() async throws {
        let folder = try await spool(waitingFor: "json-lines")
        let words = [
            "spool", "spool", "--replay", "--exporter", "json-lines", "--output", "out.jsonl", "--timeout",
            "600",
        ]
        let outcome = await RecordingConsole.run(words, in: folder.path)
        #expect(outcome.status == .success, "\(outcome.talk)")
        #expect(outcome.output == "3 events taken over: 3 delivered, 0 dropped, 0 still waiting\n")
        let lines = try #require(folder.read("out.jsonl")).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.contains("order_placed") })
        let after = await RecordingConsole.run(["spool", "spool"], in: folder.path)
        #expect(after.output.hasPrefix("spool: 0 rings, 0 events waiting"))
        let again = await RecordingConsole.run(words, in: folder.path)
        #expect(again.status == .success)
        #expect(again.talk.contains("nothing waits"))
    }

    @Test func `nothing is sent by half`() async throws {
        let folder = try await spool(waitingFor: "json-lines", "otlp")
        let outcome = await RecordingConsole.run(
            ["spool", "spool", "--replay", "--exporter", "json-lines", "--output", "out.jsonl"],
            in: folder.path)
        #expect(outcome.status == .findings)
        #expect(outcome.talk.contains("events wait for \"otlp\" too; nothing is sent"))
        #expect(folder.read("out.jsonl") == nil)
        let after = await RecordingConsole.run(["spool", "spool"], in: folder.path)
        #expect(after.output.contains("3 events waiting"))
    }

    @Test(arguments: [
        (["nowhere"], SigbookCommands.ExitStatus.findings), (["spool", "--replay"], .usage),
        (["spool", "--replay", "--exporter", "json-line"], .usage),
        (["spool", "--replay", "--exporter", "json-lines"], .usage),
        (["spool", "--exporter", "otlp"], .usage), ([], .usage),
    ])
    func `what makes no sense is said`(words: [String], status: SigbookCommands.ExitStatus) async throws {
        let folder = try await spool(waitingFor: "json-lines")
        let outcome = await RecordingConsole.run(["spool"] + words, in: folder.path)
        #expect(outcome.status == status)
        #expect(!outcome.talk.isEmpty)
    }
}
