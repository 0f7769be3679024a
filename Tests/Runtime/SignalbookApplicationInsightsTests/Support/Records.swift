import Foundation
import SignalWire
import Signalbook
import Testing

@testable import SignalbookApplicationInsights

/// Keeps what it is given, encoded.
final class CapturingExporter: Exporter {
    let name = "capturing"
    private let batches = Locked<[RecordBatch]>([])
    var captured: [RecordBatch] { batches.withLock { $0 } }

    func export(_ batch: RecordBatch) async -> ExportResult {
        batches.withLock { $0.append(batch) }
        return .delivered
    }
}

/// The encoded records of what `body` tracks.
func records(
    configure: (inout Configuration) -> Void = { _ in }, of body: (Telemetry) -> Void
) async -> [RecordBatch] {
    let exporter = CapturingExporter()
    var configuration = Configuration.default
    configuration.developerLog.isEnabled = false
    configuration.buffer.capacityBytes = 1 << 20
    configuration.privacy.hashKey = HashKey(bytes: [UInt8](repeating: 7, count: 32), id: "k1")
    configuration.diagnosticHandler = { _ in }
    configure(&configuration)
    // A billion seconds since 1970, so that tests can say what is old.
    let telemetry = Telemetry(
        catalog: ShopCatalog.self, configuration: configuration, exportingOnlyTo: [exporter], observer: nil,
        now: { 1_000_000_000_000_000_000 })
    body(telemetry)
    await telemetry.shutdown(deadline: .seconds(300))
    return exporter.captured
}

/// The envelopes of what `body` tracks, read back.
func envelopes(
    configure: (inout Configuration) -> Void = { _ in },
    adjust: (inout ApplicationInsightsConfiguration) -> Void = { _ in }, of body: (Telemetry) -> Void
) async throws -> [Envelope] {
    var configuration = ApplicationInsightsConfiguration(connectionString: "InstrumentationKey=key")
    adjust(&configuration)
    var writer = EnvelopeWriter(
        settings: EnvelopeSettings(
            instrumentationKey: "key", configuration: configuration, role: "shop", roleInstance: "host-1",
            version: "1.2.0"),
        directory: ContextRoleDirectory(ShopCatalog.identity, context: ShopCatalog.context))
    for batch in await records(configure: configure, of: body) {
        try batch.forEachRecord { try writer.append($0.assumingMemoryBound(to: UInt8.self)) }
    }
    let text = writer.json.buffer.withBytes { String(decoding: $0, as: UTF8.self) }
    return try text.split(separator: "\n").map { line in
        Envelope(try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]))
    }
}

/// One envelope, read as JSON.
struct Envelope {
    let object: [String: Any]

    init(_ object: [String: Any]) { self.object = object }

    var name: String? { object["name"] as? String }
    var tags: [String: String] { object["tags"] as? [String: String] ?? [:] }
    var baseType: String? { (object["data"] as? [String: Any])?["baseType"] as? String }
    var data: [String: Any] { (object["data"] as? [String: Any])?["baseData"] as? [String: Any] ?? [:] }
    var properties: [String: String] { data["properties"] as? [String: String] ?? [:] }
    var measurements: [String: Double] { data["measurements"] as? [String: Double] ?? [:] }
}
