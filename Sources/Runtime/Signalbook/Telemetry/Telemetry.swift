import Foundation
public import Synchronization

/// Takes events, and sees to it that each is shipped or accounted for.
///
/// Make one at the start of the program, and shut it down at the end:
///
/// ```swift
/// let telemetry = Telemetry.start(SignalCatalog.self)
/// Telemetry.track(.sessionCreated(bundleID: "b1"))
/// await telemetry.shutdown()
/// ```
///
/// Nothing here throws into the app or traps: what cannot be done is counted in ``statistics`` and said on the diagnostic channel
/// (``Configuration/diagnosticHandler``). How long a call may take is said at ``track(_:)-(()->E)``.
public final class Telemetry: Sendable {
    /// 0: switched off or opted out of, tracking does nothing. 1: running. 2: shut down, tracking counts what comes too late.
    @usableFromInline let phase: Atomic<UInt8>
    /// How many running instances there are; zero lets the static ``track(_:)`` return at once.
    @usableFromInline static let runningCount = Atomic<Int>(0)

    /// The configuration it was made with.
    public let configuration: Configuration
    let pipeline: Pipeline
    let shipper: Shipper
    let hasEnded = Atomic<Bool>(false)

    /// A telemetry of its own, beside the process-wide one.
    ///
    /// - Parameters:
    ///   - catalog: the generated `SignalCatalog`.
    ///   - configuration: how it works; ``Configuration/default`` does not read the environment, see ``Configuration/load(environment:dotEnv:contextVariables:)``.
    ///   - exporters: where events go, and nowhere else: the exporters that the configuration names (JSON lines, console) are not made.
    public convenience init<C: Catalog>(
        catalog: C.Type, configuration: Configuration = .default, exportingOnlyTo exporters: [any Exporter]
    ) {
        self.init(catalog: catalog, configuration: configuration, exportingOnlyTo: exporters, observer: nil)
    }

    /// A telemetry of its own, beside the process-wide one, with the exporters that its configuration names.
    ///
    /// - Parameters:
    ///   - catalog: the generated `SignalCatalog`.
    ///   - configuration: how it works; ``Configuration/default`` does not read the environment, see ``Configuration/load(environment:dotEnv:contextVariables:)``.
    ///   - providers: make further exporters, such as `.otlp`, beside those that the configuration names (JSON lines, console).
    ///   - environment: what the providers read, such as `OTEL_EXPORTER_OTLP_ENDPOINT`; nil: the process's own.
    public convenience init<C: Catalog>(
        catalog: C.Type, configuration: Configuration = .default,
        exporting providers: [ExporterProvider] = [], environment: [String: String]? = nil
    ) {
        self.init(
            catalog: catalog, configuration: configuration, exportingOnlyTo: nil, providers: providers,
            environment: environment, observer: nil)
    }

    /// - Parameters:
    ///   - exporters: where events go; nil: where the configuration and the providers say.
    ///   - observer: is given every event that was accepted, on the tracking thread.
    ///   - now: nanoseconds since 1970.
    package init<C: Catalog>(
        catalog: C.Type, configuration: Configuration, exportingOnlyTo exporters: [any Exporter]?,
        providers: [ExporterProvider] = [], environment: [String: String]? = nil,
        observer: (@Sendable (any Event) -> Void)?, now: @escaping @convention(c) () -> UInt64 = wallClock
    ) {
        let diagnostics = DiagnosticChannel(handler: configuration.diagnosticHandler)
        let (configuration, problems) = configuration.normalized()
        diagnostics.report(problems)
        self.configuration = configuration
        phase = Atomic(configuration.isEnabled ? 1 : 0)
        let setup = ExporterSetup(
            configuration: configuration,
            environment: (environment ?? ProcessInfo.processInfo.environment).filter { !$0.value.isEmpty },
            catalog: C.identity, context: C.context, diagnostics: diagnostics)
        let exporters =
            configuration.isEnabled
            ? exporters ?? Configuration.makeExporters(setup, providers: providers) : []
        pipeline = Pipeline(
            catalog: C.self, configuration: configuration, diagnostics: diagnostics, observer: observer,
            now: now)
        shipper = Shipper(
            buffer: pipeline.buffer, wakeup: pipeline.wakeup, exporters: exporters,
            names: Shipper.names(of: exporters), configuration: configuration, diagnostics: diagnostics)
        guard configuration.isEnabled else { return }
        // A child that `fork` made has none of the threads; it tracks nothing.
        ForkRegistry.add(ObjectIdentifier(self)) { [weak self] in self?.phase.store(0, ordering: .relaxed) }
        Telemetry.runningCount.add(1, ordering: .relaxed)
        let (pipeline, metrics) = (pipeline, shipper.metrics)
        metrics.add { [weak shipper = shipper] snapshot in
            guard let shipper else { return }
            snapshot.add(
                pipeline.statistics(adopted: shipper.adoptedAccounts, exporters: shipper.statistics)
                    .selfObservations)
        }
        if shipper.isVolatile { ExitWatch.add(self) }
        shipper.start()
    }

    deinit {
        guard configuration.isEnabled else { return }
        ForkRegistry.remove(ObjectIdentifier(self))
        ExitWatch.remove(ObjectIdentifier(self))
        Telemetry.runningCount.subtract(1, ordering: .relaxed)
        // Let go of without a shutdown: what is in the buffer is delivered all the same.
        if !hasEnded.load(ordering: .relaxed) { shipper.release() }
    }

    /// Whether events are taken; false when switched off (`TELEMETRY_ENABLED=false`), after ``shutdown(deadline:)`` and after
    /// ``optOut(purging:)``.
    public var isEnabled: Bool { phase.load(ordering: .relaxed) == 1 }

    // MARK: Tracking

    /// Tracks an event: checks it against its catalog, makes it safe, and puts it into the buffer.
    ///
    /// What a call costs: usually 100 to 250 ns and no allocation. Each value that is hashed adds most of a microsecond, free text about a
    /// nanosecond a byte. The caller waits for no file, no network and no exporter. It waits for another thread only where all of the
    /// buffer's lanes are held at the same moment, which a busy machine can make last for milliseconds; if that goes on for a tenth of a second
    /// or longer, the event is dropped as ``DropReason/contended``. Where the buffer is in files, the system may have to read a page of it from
    /// the disk. An event that breaks its catalog or is lost may be reported: the diagnostic handler runs on the calling thread. When the
    /// telemetry is switched off the event is not even made.
    @inlinable
    public func track<E: Event>(_ event: @autoclosure () -> E) {
        guard phase.load(ordering: .relaxed) != 0 else { return }
        commit(event())
    }

    /// Tracks an event with ``current``.
    @inlinable
    public static func track<E: Event>(_ event: @autoclosure () -> E) {
        guard runningCount.load(ordering: .relaxed) != 0 else { return }
        commitToCurrent(event())
    }

    @usableFromInline
    func commit<E: Event>(_ event: E) {
        pipeline.commit(event, in: SignalContext.current, phase: phase)
    }

    @usableFromInline
    static func commitToCurrent<E: Event>(_ event: E) {
        let state = SignalContext.current
        guard let reference = borrowedCurrent(in: state) else { return }
        reference._withUnsafeGuaranteedRef { telemetry in
            guard telemetry.phase.load(ordering: .relaxed) != 0 else { return }
            telemetry.pipeline.commit(event, in: state, phase: telemetry.phase)
        }
    }

    /// Runs `operation` with these context properties on every event it and its child tasks track.
    ///
    /// Like ``SignalContext/run(with:operation:)-(_,()->Result)``, but sanitized with this instance's key.
    public func withContext<Result>(
        _ properties: some ContextProperties, operation: () throws -> Result
    ) rethrows -> Result {
        try SignalContext.run(in: scope(adding: properties, to: SignalContext.current), operation)
    }

    /// Runs `operation` with these context properties on every event it and its child tasks track.
    public nonisolated(nonsending) func withContext<Result>(
        _ properties: some ContextProperties, operation: nonisolated(nonsending) () async throws -> Result
    ) async rethrows -> Result {
        try await SignalContext.run(in: scope(adding: properties, to: SignalContext.current), operation)
    }

    /// The scope that has these properties on top of those of the task's.
    func scope(adding properties: some ContextProperties, to state: SignalContext.TaskState) -> ContextScope {
        pipeline.scope(adding: properties, to: state.scope?.takeUnretainedValue())
    }

    // MARK: Ending

    /// Hands everything tracked before the call to the exporters, and returns when they are done or the time is up.
    ///
    /// It waits for an exporter that has to try again, unless that will not be before the time is up. Any number of tasks may call it
    /// at once and as often as they like: a backend that is down is not asked more often for that than once in
    /// ``Configuration/Retry/initialDelay``.
    ///
    /// - Parameter timeout: how long it may take; what is left then goes on in the background. The call can come back late where
    ///   every thread on which the caller's task may run is blocked.
    /// - Returns: what each exporter achieved.
    @discardableResult
    public func flush(timeout: Duration = .seconds(10)) async -> FlushResult {
        let outcomes = await shipper.flush(within: timeout)
        return FlushResult(exporters: outcomes, statistics: statistics)
    }

    /// Takes no more events, hands what is left to the exporters, closes them, and returns by the deadline.
    ///
    /// What no exporter took stays in the spool directory for the next start; another process can have it at once, unless an exporter that
    /// does not come back has a part of it in hand, or a disk that hangs is reading it: then as soon as that is over. Where the buffer is in
    /// memory it is lost, and counted as ``DropReason/unsent`` unless an exporter still has it in hand; so with a buffer in memory a backend
    /// that is down is tried again until the deadline, with one in files it is not. When something was lost, one line on the diagnostic
    /// channel says what.
    ///
    /// Events tracked later are counted as dropped. Further calls wait for the first one, each up to its own deadline.
    ///
    /// - Parameter deadline: how long it may take. The call can come back late where every thread on which the caller's task may run is
    ///   blocked; what it does is done in time all the same.
    @discardableResult
    public func shutdown(deadline: Duration = .seconds(10)) async -> FlushResult {
        // It stays among the running ones, so that the static `track` goes on counting what comes too late.
        _ = phase.compareExchange(expected: 1, desired: 2, ordering: .sequentiallyConsistent)
        let isFirst = hasEnded.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
        pipeline.buffer.waitForWriters()
        let outcomes = await shipper.shutDown(within: deadline)
        let result = FlushResult(exporters: outcomes, statistics: statistics)
        if isFirst, result.statistics.hasLosses(isVolatile: shipper.isVolatile) {
            pipeline.report { $0.reportLosses(result.statistics) }
        }
        return result
    }

    /// Says what is lost now that the process ends without a shutdown.
    func reportExit() {
        guard phase.load(ordering: .relaxed) == 1, !hasEnded.load(ordering: .relaxed), shipper.isVolatile
        else { return }
        let pending = statistics.pending
        if pending > 0 { pipeline.report { $0.reportExit(pending: pending) } }
    }

    /// What became of every event so far; the sum holds at every moment.
    public var statistics: Statistics {
        pipeline.statistics(adopted: shipper.adoptedAccounts, exporters: shipper.statistics)
    }
}
