import SignalVocabulary
import SignalWire
import Synchronization

/// The way of an event from the caller into the buffer: context, sampling, checking, sanitizing, encoding.
///
/// Safety: `@unchecked Sendable`. All stored properties are immutable; ``environment`` points to memory that is written in `init` and
/// freed in `deinit` only.
final class Pipeline: @unchecked Sendable {
    /// Where the records go.
    let buffer: EventBuffer
    /// Wakes the shipper.
    let wakeup = Wakeup()

    /// Events that were tracked from within an exporter, and not taken.
    private let suppressed = Atomic<UInt64>(0)
    private let environment: UnsafeMutablePointer<EncodingEnvironment>
    private let sampling: Configuration.Sampling
    /// How many events the buffer is reckoned to hold.
    private let capacity: Int
    private let catalogs: RecordedCatalogs
    private let observer: (@Sendable (any Event) -> Void)?
    private let diagnostics: DiagnosticChannel
    private let now: @convention(c) () -> UInt64

    init(
        catalog: any Catalog.Type, configuration: Configuration, diagnostics: DiagnosticChannel,
        observer: (@Sendable (any Event) -> Void)?, now: @escaping @convention(c) () -> UInt64
    ) {
        let buffer = EventBuffer.make(
            configuration.buffer, isEnabled: configuration.isEnabled, diagnostics: diagnostics,
            now: { now() })
        self.buffer = buffer
        environment = .allocate(capacity: 1)
        environment.initialize(to: EncodingEnvironment(configuration, reportingTo: diagnostics))
        sampling = configuration.sampling
        capacity = configuration.buffer.capacityBytes / OpenTelemetryVariable.bytesPerRecord
        catalogs = RecordedCatalogs(
            catalog, configuration: configuration, environment: environment, diagnostics: diagnostics)
        self.observer = observer
        self.diagnostics = diagnostics
        self.now = now
    }

    deinit {
        environment.deinitialize(count: 1)
        environment.deallocate()
    }

    // MARK: Tracking

    /// Takes one event. Called on the caller's thread; allocates nothing unless the event breaks a constraint.
    ///
    /// What is seldom done stands in functions of its own, for what they need on the stack is made room for in every call of this one.
    @inline(__always)
    func commit<E: Event>(
        _ event: E, in state: SignalContext.TaskState, phase: borrowing Atomic<UInt8>
    ) {
        let definition = E.definition
        if _slowPath(state.isExporting) { return suppress(definition) }
        let context = RecordContext(of: catalogs.entry(of: definition.catalog), in: state)
        guard let lane = buffer.acquireLane() else { return }
        lane.pointee.account.tracked += 1
        // Under the lane's lock, so that after `shutdown` has held every lane nothing more comes in.
        guard phase.load(ordering: .relaxed) == 1 else {
            return refuse(definition, lane: lane)
        }
        let rate = rate(of: definition)
        if rate < 1, !isKept(rate: rate, hash: context.samplingHash, lane: lane) {
            lane.pointee.account.sampledOut += 1
            return buffer.release(lane)
        }
        let prefix = RecordPrefix(time: now(), rate: rate)
        var outcome = write(event, definition, prefix, context, to: lane)
        var hasRotated = false
        if case .overflowed = outcome {
            // Made anew there: it would have to be put into memory for every event to be handed over.
            (outcome, hasRotated) = writeToNextSegment(event, definition, prefix, state, lane: lane)
        }
        // Read under the lane's lock, see `Wakeup.isAwaited`.
        let wakes = wakeup.isAwaited.load(ordering: .relaxed)
        buffer.release(lane)
        if _slowPath(hasRotated || wakes) { wake(isFull: hasRotated) }
        if case .written = outcome, observer == nil { return }
        report(outcome, of: event, definition)
    }

    @inline(never)
    private func wake(isFull: Bool) {
        if isFull { wakeup.signalFull() } else { wakeup.signal() }
    }

    /// Tells whoever wants to know what became of an event.
    @inline(never)
    private func report<E: Event>(_ outcome: Outcome, of event: E, _ definition: EventDefinition) {
        switch outcome {
        case .written:
            if let observer { observer(event) }
        case .rejected(let violations):
            diagnostics.reportRejected(definition.name, violations)
        case .marked(let violations):
            diagnostics.reportMarked(definition.name, violations)
            if let observer { observer(event) }
        case .limited(let violations):
            diagnostics.reportLimited(definition.name, limit: environment.pointee.attributeLimits.count)
            if !violations.isEmpty { diagnostics.reportMarked(definition.name, violations) }
            if let observer { observer(event) }
        case .overflowed(let isTooLarge):
            diagnostics.reportDropped(definition.name, isTooLarge: isTooLarge)
        }
    }

    /// Counts an event that came after the shutdown, and lets go of the lane.
    @inline(never)
    private func refuse(_ definition: EventDefinition, lane: UnsafeMutablePointer<Lane>) {
        lane.pointee.account.afterShutdown += 1
        buffer.release(lane)
        diagnostics.reportAfterShutdown(definition.name)
    }

    /// Counts an event that an exporter tracked while it exported: it would cause another export, and so on for ever.
    @inline(never)
    private func suppress(_ definition: EventDefinition) {
        suppressed.add(1, ordering: .relaxed)
        diagnostics.reportWhileExporting(definition.name)
    }

    private enum Outcome {
        case written
        case rejected([ConstraintViolation])
        case marked([ConstraintViolation])
        /// Written without the attributes that are past the limit; marked if there are violations.
        case limited([ConstraintViolation])
        case overflowed(isTooLarge: Bool)
    }

    /// Encodes the event behind the lane's last record, and makes it part of the segment if it is whole and right.
    @inline(__always)
    private func write<E: Event>(
        _ event: E, _ definition: EventDefinition, _ prefix: RecordPrefix, _ context: RecordContext,
        to lane: UnsafeMutablePointer<Lane>
    ) -> Outcome {
        let fill = buffer.fill(of: lane, rank(of: definition))
        guard let start = fill.pointee.start else { return .overflowed(isTooLarge: false) }
        let room = min(fill.pointee.room &- (Segment.recordHeadSize &+ 8), EventBuffer.maximumRecordSize)
        guard room > 0 else { return .overflowed(isTooLarge: false) }
        let payload = (start + fill.pointee.length + Segment.recordHeadSize).assumingMemoryBound(
            to: UInt8.self)
        var wire = ProtobufWriter(start: payload, capacity: room)
        prefix.write(definition, id: lane.pointee.recordID, to: &wire)
        context.write(to: &wire)
        var properties = PropertyWriter(wire: wire, environment: environment)
        event.record(into: &properties)
        if _slowPath(properties.isViolated) {
            guard environment.pointee.marksViolations else {
                lane.pointee.account.rejected += 1
                return .rejected(properties.violations)
            }
            properties.writeViolations()
        }
        guard !properties.hasOverflowed else { return .overflowed(isTooLarge: false) }
        if _slowPath(properties.wire.count > environment.pointee.attributeLimits.harmlessSize),
            environment.pointee.attributeLimits.apply(to: &properties.wire, keepsLast: properties.isViolated)
                > 0
        {
            buffer.commit(.log, payload: properties.wire.count, time: prefix.time, to: fill, of: lane)
            return .limited(properties.violations)
        }
        buffer.commit(.log, payload: properties.wire.count, time: prefix.time, to: fill, of: lane)
        return _fastPath(!properties.isViolated) ? .written : .marked(properties.violations)
    }

    /// Tries once more on an empty segment, and counts the event as dropped where that does not help either.
    @inline(never)
    private func writeToNextSegment<E: Event>(
        _ event: E, _ definition: EventDefinition, _ prefix: RecordPrefix, _ state: SignalContext.TaskState,
        lane: UnsafeMutablePointer<Lane>
    ) -> (Outcome, hasRotated: Bool) {
        let context = RecordContext(of: catalogs.entry(of: definition.catalog), in: state)
        // Where the largest record would have fitted, a new segment helps nothing and would be wasted.
        let rank = rank(of: definition)
        let fill = buffer.fill(of: lane, rank)
        if fill.pointee.room - Segment.recordHeadSize - 8 >= EventBuffer.maximumRecordSize {
            lane.pointee.account.tooLarge += 1
            return (.overflowed(isTooLarge: true), false)
        }
        let isFull = fill.pointee.segment >= 0
        guard buffer.rotate(lane, rank) else {
            lane.pointee.account.bufferFull += 1
            return (.overflowed(isTooLarge: false), true)
        }
        let outcome = write(event, definition, prefix, context, to: lane)
        if case .overflowed = outcome {
            lane.pointee.account.tooLarge += 1
            return (.overflowed(isTooLarge: true), isFull)
        }
        return (outcome, isFull)
    }

    /// What an event is worth when the ring is full.
    @inline(__always)
    private func rank(of definition: EventDefinition) -> SegmentRank {
        switch definition.severity {
        case .error, .fatal: .priority
        case .trace, .debug, .info, .warning: .ordinary
        }
    }

    // MARK: Sampling

    @inline(__always)
    private func rate(of definition: EventDefinition) -> Double {
        // A switch instead of a comparison, for which the compiler would look up the number first.
        switch definition.severity {
        case .error, .fatal: sampling.errorRate
        case .trace, .debug, .info, .warning: sampling.rate * definition.sampleRate
        }
    }

    /// Whether an event is kept: by the hash of its request, so that a request's events are kept or dropped together, or by chance
    /// where it belongs to none.
    @inline(__always)
    private func isKept(rate: Double, hash: UInt64, lane: UnsafeMutablePointer<Lane>) -> Bool {
        let chance = hash != 0 ? hash : lane.pointee.nextRandom()
        return Double(chance >> 11) * 0x1p-53 < rate
    }

    // MARK: Context

    /// A scope with these properties on top of what the scopes around it give. A property that breaks a constraint is left out and reported.
    func scope<Properties: ContextProperties>(
        adding properties: Properties, to outer: ContextScope?
    ) -> ContextScope {
        let catalog = catalogs.entry(of: Properties.catalog)
        return ContextScope.adding(
            to: catalog.pointee.known, within: outer?.header.known == nil ? nil : outer,
            over: catalog.pointee.base, telemetry: outer?.header.telemetry, environment: environment,
            diagnostics: diagnostics
        ) { properties.record(into: &$0) }
    }

    // MARK: Accounting

    /// The account, with those of the exporters.
    func statistics(adopted: PerKind<StoreAccount>, exporters: [ExporterStatistics]) -> Statistics {
        let (lanes, settled) = buffer.accounts()
        return Statistics(
            lanes: lanes, contended: buffer.contended.load(ordering: .relaxed),
            suppressed: suppressed.load(ordering: .relaxed), settled: settled, adopted: adopted,
            capacity: capacity, exporters: exporters)
    }

    /// Says on the diagnostic channel what the pipeline itself has no part in.
    func report(_ body: (DiagnosticChannel) -> Void) { body(diagnostics) }
}
