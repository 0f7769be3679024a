import Synchronization

/// Moves records from the buffer to the exporters, in the background: one ``Delivery`` an exporter.
final class Shipper: Sendable {
    private let deliveries: [Delivery]
    private let sources: RecordSources
    private let wakeup: Wakeup
    private let buffer: EventBuffer
    /// What exporters of metrics are given.
    let metrics = MetricSources()
    /// Looks after the buffer while the deliveries are busy.
    private let caretaker = DeliveryThread(name: "signalbook-buffer", endsWhenIdle: true)
    /// Where the time of flushes and shutdowns runs out.
    private let limits = DeliveryThread(name: "signalbook-limits", endsWhenIdle: true)
    /// Lets go of files when all is over: apart from the others, for a disk that hangs may keep it for ever.
    private let closer = DeliveryThread(name: "signalbook-closer", endsWhenIdle: true)
    /// Set in a child process, which has none of the threads and must leave everything to its parent.
    private let isInherited = InheritanceFlag()
    /// Whether a shutdown is over, as far as its caller sees.
    private let hasEnded = Atomic<Bool>(false)

    /// Takes over what dead processes left; nil where there is no directory.
    private let adopter: SpoolAdopter?

    /// How long a telemetry that was let go of without a shutdown goes on.
    private static let lastWords = Duration.seconds(30)
    /// How long a shutdown waits at least until the files are let go of, in nanoseconds: also where exporters have used up its time.
    private static let leastClosingTime: UInt64 = 100_000_000

    /// - Parameters:
    ///   - exporters: as many as there are ``RecordSlots`` for the kinds of records that they take; further ones are left out and reported.
    ///   - names: what they are called; see ``names(of:)``.
    init(
        buffer: EventBuffer, wakeup: Wakeup, exporters: [any Exporter], names allNames: [String],
        configuration: Configuration, diagnostics: DiagnosticChannel
    ) {
        self.buffer = buffer
        self.wakeup = wakeup
        // Those that take records have slots in the buffer, the first ones.
        let pairs = Array(zip(allNames, exporters))
        var slots: [ExporterSlot] = []
        var members: [(name: String, slots: [Int], exporter: (any Exporter)?)] = []
        for (name, exporter) in pairs where exporter.takesRecords {
            let kinds = RecordKind.allCases.filter { exporter.kinds.contains($0.signal) }
            guard slots.count + kinds.count <= RecordSlots.maximumCount else {
                diagnostics.reportTooManyExporters(name)
                continue
            }
            members.append((name, Array(slots.count..<(slots.count + kinds.count)), exporter))
            slots += kinds.map { ExporterSlot(name: name, kind: $0) }
        }
        let hasReaders = !members.isEmpty
        adopter =
            buffer.isCrashSafe
            ? configuration.buffer.directory.map {
                SpoolAdopter(
                    directory: $0, own: buffer.storage.directory, exporters: slots,
                    limits: SpoolLimits(configuration.buffer),
                    diagnostics: diagnostics, now: buffer.age.now)
            } : nil
        buffer.assign(slots)
        sources = RecordSources(own: buffer, isVolatile: !buffer.isCrashSafe)
        let setup = Delivery.Setup(
            sources: sources, metrics: metrics, wakeup: wakeup, configuration: configuration,
            diagnostics: diagnostics)
        // In memory records would wait for nothing; in files they wait for a process that has an exporter.
        if !hasReaders, !buffer.isCrashSafe { members = [("none", [0], nil)] }
        members += pairs.filter { !$0.1.takesRecords }.map { ($0.0, [], $0.1) }
        deliveries = members.enumerated().map {
            Delivery(name: $1.name, place: $0, slots: $1.slots, exporter: $1.exporter, setup: setup)
        }
        if !hasReaders, configuration.isEnabled {
            diagnostics.reportNoExporter(waitingIn: buffer.isCrashSafe ? configuration.buffer : nil)
        }
        let isInherited = isInherited
        ForkRegistry.add(ObjectIdentifier(self)) { isInherited.store(true) }
    }

    /// What exporters are called: their names, and from the second of a name on with `#2`, `#3` and so on.
    static func names(of exporters: [any Exporter]) -> [String] {
        var counts: [String: Int] = [:]
        return exporters.map { exporter in
            counts[exporter.name, default: 0] += 1
            let count = counts[exporter.name] ?? 1
            return count == 1 ? exporter.name : "\(exporter.name)#\(count)"
        }
    }

    deinit { ForkRegistry.remove(ObjectIdentifier(self)) }

    /// Begins to work in the background.
    func start() {
        let (buffer, caretaker) = (buffer, caretaker)
        wakeup.whenFull { [weak wakeup] in
            guard let wakeup else { return }
            _ = caretaker.schedule(after: 0) {
                wakeup.lookAtFull()
                buffer.expire()
                buffer.reportEvictions()
            }
        }
        for delivery in deliveries { delivery.start { [weak self] in self?.close() } }
        if adopter != nil { _ = caretaker.schedule(after: 0) { [self] in adoptAgainAndAgain() } }
    }

    /// Takes over what dead processes left, now and then for as long as the telemetry runs.
    private func adoptAgainAndAgain() {
        buffer.expire()
        buffer.touch()
        adopt()
        _ = caretaker.schedule(after: SpoolAdopter.interval) { [self] in adoptAgainAndAgain() }
    }

    private func adopt() {
        guard let adopter else { return }
        let spools = adopter.adopt()
        guard !spools.isEmpty else { return }
        for spool in spools {
            sources.adopt(spool, slots: Set(deliveries.flatMap(\.slots))) { [self] in
                _ = caretaker.schedule(after: 0) { [self] in adopt() }
            }
        }
        for delivery in deliveries { delivery.sleeper.wake() }
    }

    /// What became of what dead processes left.
    var adoptedAccounts: PerKind<StoreAccount> {
        guard !isInherited.load() else { return PerKind(StoreAccount()) }
        return adopter?.accounts ?? PerKind(StoreAccount())
    }

    /// Hands everything that is there to the exporters; what each achieved by the time the limit was over.
    func flush(within limit: Duration) async -> [FlushResult.Exporter] {
        guard !isInherited.load() else { return [] }
        let ticket = makeTicket(within: limit, isShutdown: false)
        await ticket.wait(limitedBy: limits)
        return outcomes(of: ticket)
    }

    /// Hands over everything that is there, closes the exporters, and ends the deliveries; what each achieved by the time the limit was over.
    func shutDown(within limit: Duration) async -> [FlushResult.Exporter] {
        guard !isInherited.load() else { return [] }
        let start = monotonicClock()
        let ticket = makeTicket(within: limit, isShutdown: true)
        await ticket.wait(limitedBy: limits)
        for delivery in deliveries { delivery.end() }
        caretaker.retire()
        hasEnded.store(true, ordering: .sequentiallyConsistent)
        if let closed = close() {
            let (now, limit) = (monotonicClock(), limit.nanoseconds)
            let passed = now > start ? now - start : 0
            let rest = max(limit > passed ? limit - passed : 0, Shipper.leastClosingTime)
            await closed.wait(atMost: rest, limitedBy: limits)
        }
        return outcomes(of: ticket)
    }

    /// Lets other processes have what is left in files, once a shutdown is over and no exporter has any of it in hand, in the background: what
    /// it takes may be a disk's that hangs.
    ///
    /// - Returns: what opens when that has been done; nil where there is nothing to do.
    @discardableResult
    private func close() -> Latch? {
        guard buffer.isCrashSafe, hasEnded.load(ordering: .sequentiallyConsistent) else { return nil }
        let closed = Latch()
        _ = closer.schedule(after: 0) { [buffer, adopter] in
            buffer.close()
            adopter?.close()
            closed.open()
        }
        return closed
    }

    /// Drops and removes at once everything that waits, also what dead processes left, and ends the deliveries; what exporters have in hand
    /// is taken from them as far as they let it.
    func purge(_ reason: DropReason) {
        guard !isInherited.load() else { return }
        for delivery in deliveries { delivery.cancel() }
        buffer.purge(reason)
        adopter?.purge(reason)
        for delivery in deliveries { delivery.end() }
        caretaker.retire()
        hasEnded.store(true, ordering: .sequentiallyConsistent)
    }

    /// Ends by itself, for nobody is left to shut it down.
    func release() {
        Task.detached(executorPreference: deliveries.first?.thread ?? closer) { [self] in
            _ = await shutDown(within: Shipper.lastWords)
        }
    }

    /// Whether what is in the buffer is lost with the process.
    var isVolatile: Bool { sources.isVolatile }

    /// What became of the records, by exporter.
    var statistics: [ExporterStatistics] {
        guard !isInherited.load() else { return [] }
        return deliveries.filter { $0.exporter != nil }.map(\.statistics)
    }

    private func makeTicket(within limit: Duration, isShutdown: Bool) -> FlushTicket {
        let ticket = FlushTicket(exporters: deliveries.map(\.name), within: limit, isShutdown: isShutdown)
        for delivery in deliveries { delivery.add(ticket) }
        return ticket
    }

    private func outcomes(of ticket: FlushTicket) -> [FlushResult.Exporter] {
        // Of those who are late the ticket knows nothing yet.
        for delivery in deliveries { delivery.note(in: ticket) }
        return zip(ticket.outcomes, deliveries).filter { $1.exporter != nil }.map(\.0)
    }
}
