import SignalVocabulary
import Synchronization

/// What the loop of a delivery knows from one round to the next.
private struct DeliveryLoop {
    /// A collection that is under way.
    struct Held {
        let store: any RecordStore
        let slot: Int
        let collection: RecordCollection
        var progress: BatchProgress
    }

    /// A flush or shutdown under way.
    struct Waiting {
        let ticket: FlushTicket
        /// How many records have to be settled of each slot, counted like ``settled``.
        var goals: [Int: Int]
        /// How many exports had ended when it came.
        let exports: Int
    }

    var retry: RetryState
    var held: Held?
    var waiting: [Waiting] = []
    /// How many records are done with, by slot.
    var settled: [Int: Int] = [:]
    /// How many exports ended.
    var exports = 0
    /// How many records are to be sent before a batch may gather again.
    var due = 0
    /// Since when a batch gathers.
    var gatheringSince: UInt64?
    /// How many segments had been full when the last batch was complete.
    var urgency = 0
    /// The slots for which adopted stores come before the own buffer.
    var adoptedTurns: Set<Int> = []
    /// How many batches were collected, by which the slots take turns.
    var turn = 0
    /// The most bytes of a batch; less once a receiver found one too large.
    var maximumBytes = DeliveryLoop.batchSize
    var generator = SystemRandomNumberGenerator()
    /// When metrics are exported the next time; nil: never.
    var metricsDue: UInt64?
    /// When an export of metrics failed last; nil: the last one arrived.
    var metricsFailed: UInt64?

    /// The most bytes that are handed to an exporter at once.
    static let batchSize = 1 << 20
    /// The least that a receiver can make of it.
    static let smallestBatchSize = 1 << 10
    /// How often a gathering batch is looked at.
    static let pollInterval: UInt64 = 50_000_000

    /// Whether a flush or shutdown has what it wants.
    func isReached(_ waiting: Waiting) -> Bool {
        waiting.goals.allSatisfy { $0.value <= settled[$0.key, default: 0] }
    }

    /// Nothing of a slot is left, whatever was counted: records can be given up by the store too.
    mutating func clipGoals(of slot: Int) {
        for index in waiting.indices {
            waiting[index].goals[slot] = min(waiting[index].goals[slot] ?? 0, settled[slot, default: 0])
        }
    }
    /// Among how many records a probe is chosen.
    static let probedCount = 64
}

extension Delivery {
    /// Works until a shutdown is done with.
    func run() async {
        var loop = DeliveryLoop(
            retry: RetryState(setup.retry, maximumCount: setup.batching.maximumEventsPerExport))
        if kinds.contains(.metrics) { loop.metricsDue = nextMetrics(after: monotonicClock()) }
        var isRunning = true
        while isRunning { isRunning = await step(&loop) }
        await finish(&loop)
    }

    /// Does the next thing there is to do, or sleeps until there is one; false: nothing any more.
    private func step(_ loop: inout DeliveryLoop) async -> Bool {
        let now = monotonicClock()
        takeTickets(into: &loop, at: now)
        await completeTickets(&loop)
        guard !mustEnd, !isShutDown(loop, at: now) else { return false }
        if let due = loop.metricsDue, due <= now {
            await exportMetrics(&loop)
            return true
        }
        // A clock that went back must not put the next export of metrics off by more than an interval.
        loop.metricsDue = loop.metricsDue.map { min($0, nextMetrics(after: now)) }
        let metrics = loop.metricsDue.map { $0 - now } ?? .max
        guard takesRecords else {
            await sleeper.sleep(metrics == .max ? nil : metrics)
            return true
        }
        if let wait = timeToGather(&loop, at: now) {
            let time = min(wait, metrics)
            await sleeper.sleep(time == .max ? nil : time)
            return true
        }
        switch loop.retry.decision(at: now) {
        case .wait(let time):
            noteState(of: loop)
            guard giveUp(&loop, at: now, waiting: time) else { return false }
            await sleeper.sleep(min(time, metrics))
        case .send(let limit, let isProbe):
            await send(&loop, limit: limit, isProbe: isProbe)
        case .busy:
            // Not from here: this very loop waits for each export.
            await sleeper.sleep(DeliveryLoop.pollInterval)
        }
        return true
    }

    /// Whether a shutdown has what it wants, or has run out of time.
    private func isShutDown(_ loop: DeliveryLoop, at now: UInt64) -> Bool {
        let shutdowns = loop.waiting.filter(\.ticket.isShutdown)
        guard !shutdowns.isEmpty else { return false }
        return shutdowns.contains { $0.ticket.deadline <= now }
            || loop.waiting.allSatisfy(loop.isReached)
    }

    // MARK: Gathering

    /// Nil: there is something to send; else how long to sleep, `.max` for until somebody wakes us.
    private func timeToGather(_ loop: inout DeliveryLoop, at now: UInt64) -> UInt64? {
        if loop.held != nil || loop.due > 0 { return nil }
        if hasAdopted { return nil }
        var pending = ownPendingCount
        if pending == 0 {
            loop.gatheringSince = nil
            setup.wakeup.isAwaited.store(true, ordering: .sequentiallyConsistent)
            // Asked again, see `Wakeup`.
            pending = ownPendingCount
            guard pending > 0 else { return .max }
        }
        let since = min(loop.gatheringSince ?? now, now)
        loop.gatheringSince = since
        let urgency = setup.wakeup.urgency.load(ordering: .relaxed)
        let age = setup.batching.maximumAge.nanoseconds
        if pending >= setup.batching.maximumEvents || now - since >= age || urgency != loop.urgency {
            loop.urgency = urgency
            loop.gatheringSince = nil
            loop.due = pending
            return nil
        }
        return min(DeliveryLoop.pollInterval, age - (now - since))
    }

    /// How many records of this process wait.
    private var ownPendingCount: Int { slots.reduce(0) { $0 + setup.sources.own.pendingCount(for: $1) } }

    /// Whether something waits that a dead process left.
    private var hasAdopted: Bool { slots.contains { setup.sources.adoptedStore(for: $0) != nil } }

    /// The next records of the slot and the store whose turn it is.
    private func collect(_ loop: inout DeliveryLoop, limit: Int) -> DeliveryLoop.Held? {
        let own = setup.sources.own
        for step in slots.indices {
            let slot = slots[(loop.turn + step) % slots.count]
            let adopted = setup.sources.adoptedStore(for: slot)
            let stores = loop.adoptedTurns.contains(slot) ? [adopted, own] : [own, adopted]
            for case let store? in stores {
                guard
                    let collection = store.collect(
                        for: slot, maximumCount: limit, maximumBytes: loop.maximumBytes)
                else { continue }
                // One slot after the other, and each of them from the buffer and from what was left in turn.
                loop.turn += step + 1
                if store === own { loop.adoptedTurns.insert(slot) } else { loop.adoptedTurns.remove(slot) }
                return DeliveryLoop.Held(
                    store: store, slot: slot, collection: collection,
                    progress: BatchProgress(
                        count: collection.count, maximumAttempts: setup.retry.maximumAttempts))
            }
            if setup.sources.adoptedStore(for: slot) == nil { loop.clipGoals(of: slot) }
        }
        return nil
    }

    // MARK: Sending

    private func send(_ loop: inout DeliveryLoop, limit: Int, isProbe: Bool) async {
        let collected = isProbe ? DeliveryLoop.probedCount : limit
        guard var held = loop.held ?? collect(&loop, limit: collected) else {
            loop.due = 0
            // What waits cannot be read now, for want of descriptors or memory; asking at once would only use up a processor.
            if hasAdopted {
                return await sleeper.sleep(DeliveryLoop.pollInterval)
            }
            return
        }
        loop.held = nil
        guard exporter != nil, takes(held.collection.batch.kind) else {
            held.progress.abandon(.noExporter)
            return settle(held, &loop)
        }
        guard
            let piece = held.progress.takePiece(limit: limit, isProbe: isProbe, using: &loop.generator)
        else { return settle(held, &loop) }
        let batch = piece.indexes.map { held.collection.batch.selecting($0) } ?? held.collection.batch
        let result = await export(batch, &loop)
        let outcome = held.progress.finish(piece, result)
        if result.isTooLarge {
            loop.maximumBytes = max(
                min(loop.maximumBytes, batch.byteCount / 2), DeliveryLoop.smallestBatchSize)
        }
        conclude(result, outcome, batch, &loop)
        if held.progress.isDone {
            settle(held, &loop)
        } else if case .failed = outcome, held.progress.isUntouched {
            // Nothing is lost by collecting it anew; until then the store may do with it as it likes.
            _ = held.store.collect(for: held.slot, maximumCount: 0, maximumBytes: 0)
        } else {
            loop.held = held
        }
    }

    private func export(_ batch: RecordBatch, _ loop: inout DeliveryLoop) async -> ExportResult {
        note { $0.kinds[batch.kind, default: .init()].inFlight = batch.count }
        let start = monotonicClock()
        loop.retry.began(at: start)
        let result = await perform { await $0.export(batch) } ?? .failed("there is no exporter")
        let end = monotonicClock()
        loop.exports += 1
        note {
            $0.kinds[batch.kind]?.inFlight = 0
            $0.exports += 1
            $0.exportTime += .nanoseconds(end > start ? end - start : 0)
        }
        return result
    }

    /// Draws the consequences of an export, and says what went wrong.
    private func conclude(
        _ result: ExportResult, _ outcome: RetryState.Outcome, _ batch: RecordBatch,
        _ loop: inout DeliveryLoop
    ) {
        let failures = loop.retry.failures
        let wasSuspended = loop.retry.isSuspended
        loop.retry.finished(outcome, at: monotonicClock(), using: &loop.generator)
        noteState(of: loop)
        if wasSuspended, !loop.retry.isSuspended {
            setup.diagnostics.reportRecovery(of: name, failures: failures)
        } else if !wasSuspended, loop.retry.isSuspended {
            setup.diagnostics.reportSuspension(of: name, failures: loop.retry.failures)
        }
        guard let reason = result.reason else { return }
        note {
            $0.lastError = reason
            $0.lastErrorType = result.errorType ?? "_OTHER"
            if outcome != .answered || result.isTooLarge { $0.retries += 1 }
        }
        setup.diagnostics.reportExport(name, count: batch.count, result, reason)
    }

    private func noteState(of loop: DeliveryLoop) {
        note {
            $0.state =
                loop.retry.isSuspended ? .suspended : loop.retry.isBackingOff ? .backingOff : .running
        }
    }

    private func settle(_ held: DeliveryLoop.Held, _ loop: inout DeliveryLoop) {
        settle(held.collection, of: held.slot, in: held.store, held.progress)
        loop.settled[held.slot, default: 0] += held.collection.count
        loop.due = max(loop.due - held.collection.count, 0)
    }

    // MARK: Metrics

    private func nextMetrics(after now: UInt64) -> UInt64 {
        let (next, isNever) = now.addingReportingOverflow(
            setup.configuration.metrics.exportInterval.nanoseconds)
        return isNever ? .max : next
    }

    /// Exports metrics for a flush or a shutdown; not if that has just failed, so that an app which flushes in a loop makes no storm.
    private func exportLastMetrics(_ loop: inout DeliveryLoop) async {
        guard loop.metricsDue != nil else { return }
        if let failed = loop.metricsFailed {
            let now = monotonicClock()
            guard now < failed || now - failed >= setup.retry.initialDelay.nanoseconds else { return }
        }
        await exportMetrics(&loop)
    }

    /// Exports the metrics as they are now. The next snapshot supersedes one that failed, so nothing is kept and no retry is counted.
    private func exportMetrics(_ loop: inout DeliveryLoop) async {
        let snapshot = setup.metrics.collect()
        let count = snapshot.pointCount
        note { $0.kinds[.metrics]?.inFlight = count }
        let start = monotonicClock()
        let result =
            await perform(within: setup.configuration.metrics.exportTimeout) { await $0.export(snapshot) }
            ?? .failed("there is no exporter")
        let end = monotonicClock()
        let refused = result.isDelivered ? min(result.rejectedCount, count) : 0
        note {
            $0.kinds[.metrics]?.inFlight = 0
            $0.exports += 1
            $0.exportTime += .nanoseconds(end > start ? end - start : 0)
            if result.isDelivered {
                $0.kinds[.metrics]?.exported += count - refused
                $0.kinds[.metrics]?.refused += refused
            } else {
                $0.kinds[.metrics]?.abandonedByReason[.exportFailed, default: 0] += count
            }
            if let reason = result.reason {
                $0.lastError = reason
                $0.lastErrorType = result.errorType ?? "_OTHER"
            }
        }
        loop.metricsFailed = result.isDelivered ? nil : end
        loop.metricsDue = nextMetrics(after: end)
        if let reason = result.reason { setup.diagnostics.reportMetrics(name, result, reason) }
    }

    // MARK: Those who wait

    private func takeTickets(into loop: inout DeliveryLoop, at now: UInt64) {
        loop.waiting.removeAll { $0.ticket.isOver && !$0.ticket.isShutdown }
        let tickets = takeTickets()
        guard !tickets.isEmpty else { return }
        let pending = slots.map { (slot: $0, count: setup.sources.pendingCount(for: $0)) }
        let goals = pending.map { ($0.slot, loop.settled[$0.slot, default: 0] + $0.count) }
        for ticket in tickets {
            loop.waiting.append(
                DeliveryLoop.Waiting(
                    ticket: ticket, goals: Dictionary(uniqueKeysWithValues: goals), exports: loop.exports))
        }
        loop.due = max(loop.due, pending.reduce(0) { $0 + $1.count })
        loop.retry.expedite(at: now)
    }

    /// Completes the flushes that have what they want.
    private func completeTickets(_ loop: inout DeliveryLoop) async {
        let complete = loop.waiting.filter { !$0.ticket.isShutdown && loop.isReached($0) }
        guard !complete.isEmpty else { return }
        loop.waiting = loop.waiting.filter { $0.ticket.isShutdown || !loop.isReached($0) }
        await exportLastMetrics(&loop)
        await perform { await $0.flush() }
        for waiting in complete { self.complete(waiting.ticket, isComplete: true) }
    }

    /// Lets those go who would wait in vain, because the next export comes too late for them; false: the loop ends with them.
    private func giveUp(_ loop: inout DeliveryLoop, at now: UInt64, waiting time: UInt64) -> Bool {
        let (next, isNever) = now.addingReportingOverflow(time)
        // What is in files is not lost: a shutdown need not wait for a backend that has just failed.
        func isInVain(_ waiting: DeliveryLoop.Waiting) -> Bool {
            isNever || next >= waiting.ticket.deadline
                || (waiting.ticket.isShutdown && !setup.sources.isVolatile && loop.retry.isBackingOff
                    && loop.exports > waiting.exports)
        }
        let isOver = loop.waiting.contains { $0.ticket.isShutdown && isInVain($0) }
        for waiting in loop.waiting where !waiting.ticket.isShutdown && (isOver || isInVain(waiting)) {
            complete(waiting.ticket, isComplete: false)
        }
        loop.waiting.removeAll { !$0.ticket.isShutdown && (isOver || isInVain($0)) }
        return !isOver
    }

    // MARK: The end

    /// Gives up what would be lost anyway, closes the exporter, and lets those go who wait.
    private func finish(_ loop: inout DeliveryLoop) async {
        let hasAll = !mustEnd && loop.waiting.allSatisfy(loop.isReached)
        // What stays in files is nobody's any more, so that another process can have it.
        if let held = loop.held, held.store !== setup.sources.own || !setup.sources.isVolatile {
            _ = held.store.collect(for: held.slot, maximumCount: 0, maximumBytes: 0)
        }
        if setup.sources.isVolatile {
            if let held = loop.held, held.store === setup.sources.own { drop(held) }
            for slot in slots {
                while let collection = setup.sources.own.collect(
                    for: slot, maximumCount: .max, maximumBytes: DeliveryLoop.batchSize)
                {
                    drop(
                        DeliveryLoop.Held(
                            store: setup.sources.own, slot: slot, collection: collection,
                            progress: BatchProgress(count: collection.count, maximumAttempts: 1)))
                }
            }
        }
        // With a backend that is down a shutdown does not wait for what nobody will take.
        if !mustEnd, !loop.retry.isBackingOff { await exportLastMetrics(&loop) }
        if hasAll { await perform { await $0.flush() } }
        await perform { await $0.shutdown() }
        note { $0.state = .closed }
        for waiting in loop.waiting { complete(waiting.ticket, isComplete: hasAll) }
        for ticket in takeLastTickets() { add(ticket) }
    }

    private func drop(_ held: DeliveryLoop.Held) {
        var progress = held.progress
        progress.abandon(.unsent)
        settle(held.collection, of: held.slot, in: held.store, progress)
    }
}
