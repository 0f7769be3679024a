import SignalVocabulary
import Synchronization

/// Brings records to one exporter: gathers batches, sends them one after the other, tries again what did not arrive, and counts.
///
/// It runs as one task on a thread of its own (``DeliveryThread``) from ``start()`` to the end of a shutdown. When it may send is
/// decided by ``RetryState``, what by ``BatchProgress``; here is what they do not know: clocks, stores, and those who wait.
///
/// A batch that nothing came of is let go of until it is tried again, and then collected anew: so an outage costs no memory, and what
/// became too old meanwhile is not sent.
final class Delivery: Sendable {
    /// Everything that deliveries of one telemetry have in common.
    struct Setup: Sendable {
        let sources: RecordSources
        let metrics: MetricSources
        let wakeup: Wakeup
        let configuration: Configuration
        let diagnostics: DiagnosticChannel

        var batching: Configuration.Batching { configuration.batching }
        var retry: Configuration.Retry { configuration.retry }
    }

    private struct Requests {
        /// Flushes and shutdowns that the loop has not seen.
        var tickets: [FlushTicket] = []
        /// Whether the loop is to end now.
        var mustEnd = false
        /// Whether it has ended, or was never started.
        var isEnded = true
        /// Cancels what the exporter is doing.
        var cancel: (@Sendable () -> Void)?
    }

    /// What statistics and diagnostics call it.
    let name: String
    /// Its place among the deliveries.
    let place: Int
    /// The slots that it reads in every store, one for each kind of record that the exporter takes.
    let slots: [Int]
    let exporter: (any Exporter)?
    /// What the exporter takes.
    let kinds: Set<SignalKind>
    let setup: Setup
    let thread: DeliveryThread
    let sleeper: Sleeper
    private let requests = Locked(Requests())
    private let account: Locked<DeliveryAccount>

    /// - Parameter exporter: nil: there is none, and every record is dropped for ``DropReason/noExporter``.
    init(name: String, place: Int, slots: [Int], exporter: (any Exporter)?, setup: Setup) {
        self.name = name
        self.place = place
        self.slots = slots
        self.exporter = exporter
        kinds = exporter?.kinds ?? []
        account = Locked(DeliveryAccount(kinds: kinds))
        self.setup = setup
        thread = DeliveryThread(name: "signalbook-\(place)")
        sleeper = Sleeper(thread)
        setup.wakeup.add(sleeper)
    }

    /// Begins to work.
    ///
    /// - Parameter whenEnded: called when it has ended, and touches nothing any more.
    func start(whenEnded: @escaping @Sendable () -> Void = {}) {
        requests.withLock { $0.isEnded = false }
        // Detached: the scope in which the telemetry was made is none of the exporter's business.
        Task.detached(executorPreference: thread) { [self] in
            await SignalContext.whileExporting { await run() }
            whenEnded()
            thread.retire()
        }
    }

    /// Hands a flush or shutdown to the loop.
    func add(_ ticket: FlushTicket) {
        ticket.begin(place, exported: exportedCount)
        let isEnded = requests.withLock { requests in
            if !requests.isEnded { requests.tickets.append(ticket) }
            return requests.isEnded
        }
        if isEnded {
            complete(ticket, isComplete: waitingCount == 0)
        } else {
            sleeper.wake()
        }
    }

    /// Is done with a flush or shutdown.
    func complete(_ ticket: FlushTicket, isComplete: Bool) {
        ticket.complete(
            place, isComplete: isComplete, exported: exportedCount,
            waiting: waitingCount)
    }

    /// Says how far it is with a flush or shutdown whose time is up.
    func note(in ticket: FlushTicket) {
        ticket.note(place, exported: exportedCount, waiting: waitingCount)
    }

    /// Ends the loop as soon as the exporter lets it, which is asked to give up what it is doing.
    func end() {
        let cancel = requests.withLock { requests in
            requests.mustEnd = true
            return requests.cancel
        }
        cancel?()
        sleeper.wake()
    }

    /// Asks the exporter to give up what it is doing.
    func cancel() { requests.withLock { $0.cancel }?() }

    /// What became of the records so far; every record counts in one place.
    var statistics: ExporterStatistics {
        account.withLock { account in
            ExporterStatistics(
                name: name, componentType: exporter?.componentType ?? name, account: account,
                waiting: waitingCount)
        }
    }

    /// Whether it reads from stores: one without an exporter does, to drop what is there.
    var takesRecords: Bool { exporter?.takesRecords ?? true }

    /// Whether records of that kind are to be handed to the exporter.
    func takes(_ kind: SignalKind) -> Bool { kinds.contains(kind) }

    /// How many records wait for it.
    var waitingCount: Int { slots.reduce(0) { $0 + setup.sources.pendingCount(for: $1) } }

    /// How many flushes and shutdowns the loop has not seen; for tests.
    var ticketCount: Int { requests.withLock { $0.tickets.count } }

    // MARK: For the loop

    var mustEnd: Bool { requests.withLock { $0.mustEnd } }

    /// How many records it has exported.
    var exportedCount: Int { account.withLock { $0.records.exported } }

    func takeTickets() -> [FlushTicket] {
        requests.withLock { requests in
            defer { requests.tickets = [] }
            return requests.tickets
        }
    }

    /// The loop has ended; those who came too late for it.
    func takeLastTickets() -> [FlushTicket] {
        requests.withLock { requests in
            requests.isEnded = true
            defer { requests.tickets = [] }
            return requests.tickets
        }
    }

    func note(_ body: (inout DeliveryAccount) -> Void) { account.withLock { body(&$0) } }

    /// Tells the store what came of a collection, and counts it, as of one moment.
    ///
    /// The account is locked for that moment only and not while the store writes to files, for statistics wait for it.
    func settle(
        _ collection: RecordCollection, of slot: Int, in store: any RecordStore, _ progress: BatchProgress
    ) {
        store.settle(
            collection, for: slot, delivered: progress.delivered, dropped: progress.lastReason
        ) { settle in
            account.withLock { account in
                settle()
                // What it does not take is none of its account.
                if takes(collection.batch.kind) { account.add(progress, collection.batch.kind) }
            }
        }
    }

    /// Lets the exporter do something, cancels it when it takes too long or the end has come, and waits until it returns.
    ///
    /// - Parameter limit: how long it may take; nil: ``Configuration/Batching-swift.struct/exportTimeout``.
    @discardableResult
    func perform<Result: Sendable>(
        within limit: Duration? = nil, _ body: @escaping @Sendable (any Exporter) async -> Result
    ) async -> Result? {
        guard let exporter else { return nil }
        let task = Task.detached(executorPreference: thread) {
            await SignalContext.whileExporting { await body(exporter) }
        }
        let mustEnd = requests.withLock { requests in
            requests.cancel = { task.cancel() }
            return requests.mustEnd
        }
        if mustEnd { task.cancel() }
        let limit = limit ?? setup.batching.exportTimeout
        let timer = limit > .zero ? thread.schedule(after: limit.nanoseconds) { task.cancel() } : nil
        let result = await task.value
        if let timer { thread.cancel(timer) }
        requests.withLock { $0.cancel = nil }
        return result
    }
}
