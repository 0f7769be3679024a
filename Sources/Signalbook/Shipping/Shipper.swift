import Dispatch
import Synchronization

/// Moves records from the buffer to the exporters, in batches, in the background.
///
/// It runs on a queue of its own, so that an app that keeps every thread of the concurrency pool busy does not stop it, and so
/// that writing a file does not hold one of these threads.
actor Shipper {
    private nonisolated let executor: QueueExecutor
    private nonisolated let wakeup: Wakeup
    private nonisolated let hasStopped = Atomic<Bool>(false)
    private let buffer: EventBuffer
    private let exporters: [any Exporter]
    private let batching: Configuration.Batching
    private let diagnostics: DiagnosticChannel
    /// The drain under way; there is never more than one.
    private var drain: Task<Void, Never>?

    /// The most bytes that are handed to an exporter at once.
    private static let batchSize = 1 << 20
    /// The most records that are handed to an exporter at once.
    private static let batchCount = 4_096
    /// How often a waiting batch is looked at.
    private static let pollInterval = Duration.milliseconds(50)

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(
        buffer: EventBuffer, wakeup: Wakeup, exporters: [any Exporter],
        batching: Configuration.Batching, diagnostics: DiagnosticChannel
    ) {
        executor = QueueExecutor(label: "signalbook.shipper")
        self.buffer = buffer
        self.wakeup = wakeup
        self.exporters = exporters
        self.batching = batching
        self.diagnostics = diagnostics
        // All of them share one slot.
        buffer.assign(exporters: exporters.isEmpty ? [] : [exporters.map(\.name).joined(separator: "+")])
    }

    /// Begins to work in the background.
    nonisolated func start() {
        Task.detached { [self] in await run() }
    }

    /// Ends the work in the background; a drain under way goes on to its end.
    nonisolated func stop() {
        hasStopped.store(true, ordering: .relaxed)
        wakeup.signal()
    }

    /// Sleeps while there is nothing, lets a batch gather for as long as configured, then ships it.
    private func run() async {
        while !hasStopped.load(ordering: .relaxed) {
            wakeup.isAwaited.store(true, ordering: .sequentiallyConsistent)
            if pendingCount == 0 { await wakeup.wait(for: nil, on: executor.queue) }
            wakeup.isAwaited.store(false, ordering: .relaxed)
            var waited = Duration.zero
            let interval = min(Shipper.pollInterval, batching.maximumAge)
            while waited < batching.maximumAge, pendingCount < batching.maximumEvents,
                !hasStopped.load(ordering: .relaxed), !wakeup.isUrgent.load(ordering: .relaxed)
            {
                await wakeup.wait(for: interval, on: executor.queue)
                waited += interval
            }
            guard !hasStopped.load(ordering: .relaxed) else { return }
            wakeup.isUrgent.store(false, ordering: .relaxed)
            await drainAll()
        }
    }

    private var pendingCount: Int {
        buffer.pendingCount(for: 0)
    }

    /// Hands over all that is in the buffer now; waits for a drain under way first, for that one may have begun too early.
    private func drainAll() async {
        while let drain { await drain.value }
        let task = Task {
            await drainOnce()
            // Here and not by whoever awaits it: a waiter that comes first would find the finished task again and again, and awaiting
            // that never gives way to the others.
            drain = nil
        }
        drain = task
        await task.value
    }

    /// Hands over all that is in the buffer, and lets the exporters finish.
    func drainAndFlush() async {
        await drainAll()
        for exporter in exporters { await exporter.flush() }
    }

    /// Hands over all that is in the buffer, closes the exporters, and removes the buffer's files if nothing is left in them.
    func drainAndShutDown() async {
        await drainAndFlush()
        for exporter in exporters { await exporter.shutdown() }
        buffer.removeFilesIfSettled()
    }

    private func drainOnce() async {
        // Bounded by what was there at the start, so that a busy producer cannot keep a flush from returning.
        var remaining = pendingCount
        while remaining > 0,
            let collection = buffer.collect(
                for: 0, maximumCount: min(remaining, Shipper.batchCount), maximumBytes: Shipper.batchSize)
        {
            remaining -= collection.count
            await ship(collection)
        }
    }

    private func ship(_ collection: RecordCollection) async {
        var delivered = 0
        for exporter in exporters {
            let result = await exporter.export(collection.batch)
            delivered = max(delivered, result.deliveredCount(of: collection.batch))
            if let reason = result.reason {
                diagnostics.report(
                    .warning, result.isDelivered ? .recordsRejected : .exportFailed, subject: exporter.name,
                    "exporter '\(exporter.name)' did not take all of \(collection.count) events: \(reason)")
            }
        }
        buffer.settle(
            collection, for: 0, delivered: delivered,
            dropped: exporters.isEmpty ? .noExporter : .exportFailed)
    }
}

/// Runs an actor's jobs on a dispatch queue.
final class QueueExecutor: SerialExecutor {
    /// The queue.
    let queue: DispatchQueue

    /// An executor with a queue of its own.
    init(label: String) { queue = DispatchQueue(label: label, qos: .utility) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedSerialExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
