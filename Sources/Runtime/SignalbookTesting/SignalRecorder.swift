public import Signalbook
import Synchronization

/// Records the events that a test causes, and gives them back typed.
///
/// Each recorder is a ``Signalbook/Telemetry`` of its own, put in the place of the process-wide one for one task and its children, so
/// tests that run side by side never see each other's events. It works in Swift Testing and in XCTest alike: what is wrong is thrown.
///
/// ```swift
/// let recorder = SignalRecorder(SignalCatalog.self)
/// try await recorder.run { try await service.createSession(bundle: "b1") }
/// #expect(recorder.events(SessionCreated.self).map(\.bundleID) == ["b1"])
/// try recorder.verify(only: [SessionCreated.self, RequestCompleted.self])
/// ```
///
/// Code that tracks with an explicit instance is given ``telemetry``. `Task.detached` leaves the recorder's task behind.
public final class SignalRecorder: Sendable {
    /// What the recorded code tracks with.
    public let telemetry: Telemetry

    private let recording: Recording
    private let shipped = InMemoryExporter()
    /// The catalog that it was made for.
    private let catalog: ObjectIdentifier

    /// A recorder for events of the given catalog, and of any other that the code tracks, such as a library's.
    ///
    /// - Parameters:
    ///   - catalog: the generated `SignalCatalog`.
    ///   - configure: changes the configuration, which keeps every event, rejects violations, hashes with a fixed key and writes no file.
    public init<C: Catalog>(_ catalog: C.Type, configure: (inout Configuration) -> Void = { _ in }) {
        let recording = Recording()
        var configuration = Configuration.default
        configuration.developerLog.isEnabled = false
        configuration.buffer.capacityBytes = 1 << 20
        configuration.privacy.hashKey = HashKey(
            bytes: Array("signalbook test key, not a secret".utf8), id: "test")
        configuration.diagnosticHandler = { recording.note($0) }
        configure(&configuration)
        self.recording = recording
        self.catalog = ObjectIdentifier(catalog)
        telemetry = Telemetry(
            catalog: catalog, configuration: configuration, exportingOnlyTo: [shipped],
            observer: { recording.record($0) })
    }

    /// Runs `operation` with everything it and its child tasks track going to this recorder.
    public func run<Result>(_ operation: () throws -> Result) rethrows -> Result {
        try Telemetry.with(telemetry, operation: operation)
    }

    /// Runs `operation` with everything it and its child tasks track going to this recorder.
    public nonisolated(nonsending) func run<Result>(
        _ operation: nonisolated(nonsending) () async throws -> Result
    ) async rethrows -> Result {
        try await Telemetry.with(telemetry, operation: operation)
    }

    // MARK: What was recorded

    /// The events of one type, in the order they were tracked, with their values as the code gave them.
    public func events<E: Event>(_ type: E.Type = E.self) -> [E] {
        recording.events.compactMap { $0 as? E }
    }

    /// All events, in the order they were tracked.
    public var events: [any Event] { recording.events }

    /// The events of one catalog, such as a library's, in the order they were tracked.
    public func events<C: Catalog>(of catalog: C.Type) -> [any Event] {
        recording.events.filter {
            ObjectIdentifier(type(of: $0).definition.catalog) == ObjectIdentifier(catalog)
        }
    }

    /// The names of all events on the wire, in the order they were tracked.
    public var names: [String] { recording.events.map { type(of: $0).name } }

    /// The events as an exporter gets them: with their context, and sanitized.
    public func signals() async -> [RecordedSignal] {
        await telemetry.flush(timeout: .seconds(60))
        return shipped.signals
    }

    /// What the telemetry had to say on its diagnostic channel.
    public var diagnostics: [RuntimeDiagnostic] { recording.diagnostics }

    // MARK: Checking

    /// Throws when nothing was recorded, when an event broke its catalog, and, if asked, when an event came or did not come.
    ///
    /// - Parameters:
    ///   - required: types of which at least one event must have come.
    ///   - declared: the only types that may have come, beside the required ones; nil: any. Events of a catalog that is neither the
    ///     recorder's nor that of one of these types may always come: a library tracks what it likes.
    ///   - allowsNone: true: recording nothing is all right.
    /// - Throws: ``RecordingFailure`` with everything that is wrong.
    public func verify(
        requiring required: [any Event.Type] = [], only declared: [any Event.Type]? = nil,
        allowsNone: Bool = false
    ) throws(RecordingFailure) {
        let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        var problems: [String] = []
        if counts.isEmpty, !allowsNone { problems.append("no event was recorded") }
        for type in required where counts[type.name] == nil {
            problems.append("no '\(type.name)' was recorded")
        }
        if let declared {
            let known = declared + required
            let allowed = Set(known.map { ObjectIdentifier($0) })
            let catalogs = Set(known.map { ObjectIdentifier($0.definition.catalog) } + [catalog])
            let undeclared = recording.events.map { type(of: $0) }.filter {
                !allowed.contains(ObjectIdentifier($0))
                    && catalogs.contains(ObjectIdentifier($0.definition.catalog))
            }
            let undeclaredCounts = Dictionary(undeclared.map { ($0.name, 1) }, uniquingKeysWith: +)
            for (name, count) in undeclaredCounts.sorted(by: { $0.key < $1.key }) {
                problems.append(
                    "'\(name)' was recorded \(count == 1 ? "once" : "\(count) times") and is not declared")
            }
        }
        let statistics = telemetry.statistics
        if statistics.rejected > 0 || statistics.dropped > 0 {
            let lost = recording.diagnostics.map(\.message).joined(separator: "; ")
            let count = statistics.rejected + statistics.dropped
            problems.append("\(count == 1 ? "an event was" : "\(count) events were") not recorded: \(lost)")
        }
        guard problems.isEmpty else { throw RecordingFailure(problems: problems, recorded: counts) }
    }
}

/// What a recorder holds; filled on the threads that track.
private final class Recording: Sendable {
    private let state = Locked<(events: [any Event], diagnostics: [RuntimeDiagnostic])>(([], []))

    var events: [any Event] { state.withLock { $0.events } }
    var diagnostics: [RuntimeDiagnostic] { state.withLock { $0.diagnostics } }

    func record(_ event: any Event) { state.withLock { $0.events.append(event) } }
    func note(_ diagnostic: RuntimeDiagnostic) { state.withLock { $0.diagnostics.append(diagnostic) } }
}
