import Foundation
import Synchronization
import Testing

@testable import Signalbook

/// A catalog as the generator would write it, small enough to read beside the tests.
enum SampleCatalog: Signalbook.Catalog {
    static var identity: CatalogIdentity { CatalogIdentity(name: "sample", version: "2.1.0") }
    static var context: [ContextPropertyDefinition] {
        [
            ContextPropertyDefinition(
                "user_id", .string, role: .user, defaultValue: "anonymous", handling: .hash),
            ContextPropertyDefinition("session_id", .string, role: .session),
            ContextPropertyDefinition("app_id", .string, variable: "TELEMETRY_APP_ID"),
            ContextPropertyDefinition("request_id", .string, role: .operation),
        ]
    }
}

struct SampleContext: ContextProperties {
    var userID: String?
    var sessionID: String?
    var requestID: String?

    static var catalog: any Signalbook.Catalog.Type { SampleCatalog.self }
    func record(into properties: inout PropertyWriter) {
        properties.string("user_id", userID, handling: .hash)
        properties.string("session_id", sessionID, maxLength: 64)
        properties.string("request_id", requestID)
    }
}

/// Something ordinary with a number that its constraints bound.
struct Counted: Event {
    var number: Int
    static var definition: EventDefinition {
        EventDefinition("number_counted", severity: .info, catalog: SampleCatalog.self)
    }
    func record(into properties: inout PropertyWriter) {
        properties.integer("number", number, minimum: 0, maximum: 1_000_000)
    }
}

extension Event where Self == Counted {
    static func counted(_ number: Int) -> Self { Self(number: number) }
}

/// Something that went wrong.
struct Failed: Event {
    static var definition: EventDefinition {
        EventDefinition("thing_failed", severity: .error, sampleRate: 0, catalog: SampleCatalog.self)
    }
    func record(into properties: inout PropertyWriter) {}
}

/// Half of these are kept.
struct Halved: Event {
    static var definition: EventDefinition {
        EventDefinition("thing_halved", severity: .info, sampleRate: 0.5, catalog: SampleCatalog.self)
    }
    func record(into properties: inout PropertyWriter) {}
}

/// An event whose only property is as large as wanted.
struct Large: Event {
    var content: String
    static var definition: EventDefinition {
        EventDefinition("large_sent", severity: .info, catalog: SampleCatalog.self)
    }
    func record(into properties: inout PropertyWriter) {
        properties.string("content", content, maxLength: .max)
    }
}

/// An event that records whatever a test wants it to.
struct Custom: Event {
    let write: @Sendable (inout PropertyWriter) -> Void
    static var definition: EventDefinition {
        EventDefinition("custom_written", severity: .info, catalog: SampleCatalog.self)
    }
    func record(into properties: inout PropertyWriter) { write(&properties) }
}

/// What a telemetry said on its diagnostic channel.
final class DiagnosticRecord: Sendable {
    private let entries = Locked<[RuntimeDiagnostic]>([])
    var all: [RuntimeDiagnostic] { entries.withLock { $0 } }
    var codes: [RuntimeDiagnostic.Code] { all.map(\.code) }
    func add(_ diagnostic: RuntimeDiagnostic) { entries.withLock { $0.append(diagnostic) } }
}

/// A telemetry for one test: memory only, hashing with a fixed key, exporting to `exporter`.
func makeTelemetry(
    exporter: InMemoryExporter = InMemoryExporter(), diagnostics: DiagnosticRecord = DiagnosticRecord(),
    configure: (inout Configuration) -> Void = { _ in }
) -> Telemetry {
    var configuration = Configuration.default
    configuration.developerLog.isEnabled = false
    configuration.buffer.capacityBytes = 1 << 20
    configuration.privacy.hashKey = HashKey(bytes: [UInt8](repeating: 7, count: 32), id: "k1")
    configuration.diagnosticHandler = { diagnostics.add($0) }
    configure(&configuration)
    return Telemetry(catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: [exporter])
}

/// What the exporter is given for one event that writes these properties.
func signal(
    configure: (inout Configuration) -> Void = { _ in },
    _ write: @escaping @Sendable (inout PropertyWriter) -> Void
) async throws -> RecordedSignal {
    let exporter = InMemoryExporter()
    let telemetry = makeTelemetry(exporter: exporter, configure: configure)
    telemetry.track(Custom(write: write))
    await telemetry.flush(timeout: .seconds(300))
    return try #require(exporter.signals.first)
}

extension Statistics {
    /// Whether every event is accounted for.
    var isBalanced: Bool { tracked + recovered == delivered + pending + sampledOut + rejected + dropped }
}
