import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// The ring that every tracked event goes into: a pool of segments that lanes fill and the shipper empties.
///
/// A lane takes an empty segment from the pool, fills it with records under its own lock, seals it and takes the next; it has one for
/// ordinary records and one for those of priority. The shipper reads what is committed, oldest first, and gives a segment back
/// once everything in it is settled. When no segment is empty, the oldest full one of ordinary records is given up whole and
/// counted, and one of priority only when there is no other (``SegmentPool``).
///
/// Safety: `@unchecked Sendable`. Lanes are raw memory, each guarded by its lock; the pool is behind a mutex; a segment's bytes
/// are written only by the lane that fills it. They are read only up to a length that was learned under that lane's lock or the pool's,
/// and only while the segment is pinned in the pool.
final class EventBuffer: @unchecked Sendable {
    /// The most bytes one record may have; larger ones are dropped and counted.
    static let maximumRecordSize = 64 << 10
    /// How many lanes there are at most.
    static let maximumLaneCount = 8

    /// Every lane has its lock in a cache line of its own and its state in the next ones.
    private static let laneOffset = 64
    // Computed, so that the optimizer makes constants of them.
    private static var fillOffset: Int { laneOffset + (MemoryLayout<Lane>.size + 63) & ~63 }
    private static var laneStride: Int {
        (fillOffset + SegmentRank.allCases.count * MemoryLayout<SegmentFill>.stride + 127) & ~127
    }
    /// Room for a record of the largest size, and a multiple of every page size.
    private static let minimumSegmentSize = 80 << 10
    /// The largest page size there is.
    private static let pageSize = 16 << 10
    private static let maximumSegmentSize = 1 << 20

    /// The mapped segments.
    let storage: BufferStorage
    /// How many lanes there are; a power of two.
    let laneCount: Int
    /// The random half of every record identifier.
    let identifier: UInt64

    private let lanes: UnsafeMutableRawPointer
    private let threads = ThreadNumbers.shared
    let pool: Locked<SegmentPool>
    /// Always taken before a lane's lock, and that before the pool's.
    ///
    /// NOTE: statistics and shutdowns take it, so nothing is called under it, nor under a lane's lock, that works on files: the ring is
    /// reached as memory only. A page of it that the system has taken away meanwhile comes from the disk again, and one that hangs then holds
    /// up whoever touches the page, tracking included; nothing short of copying every record out of the ring can help that.
    let reading: Locked<Reading>
    /// Events that found every lane held for so long that they gave up. Only then is anything counted outside a lane.
    let contended = Atomic<UInt64>(0)
    /// Lets others run, between one look at a lock and the next; see ``giveWay(_:)``.
    private let giveWay: @Sendable (_ round: Int) -> Void
    /// How many times all lanes are looked at before an event is given up; see ``defaultPatience``.
    private let patience: Int

    /// What ``MappingGuard/hitCount`` was when files were last looked at.
    let seenHits = Atomic<Int>(MappingGuard.hitCount)
    let diagnostics: DiagnosticChannel?
    /// How old a record may get in it.
    let age: AgeLimit

    /// Set in a child process, which has this memory but not the threads; it must leave the ring to its parent.
    let isInherited = InheritanceFlag()

    /// What the deliveries know, behind one lock.
    struct Reading {
        var ledger: RecordLedger
        /// How many records had been given up for want of room when that was last said.
        var reportedEvictionCount: UInt64 = 0
        /// The segments whose files are known to be truncated.
        var truncated: Set<Int> = []
        /// Whether the files may be another process's.
        var isClosed = false
    }

    /// A buffer over the given storage.
    ///
    /// - Parameters:
    ///   - identifier: random; different for every buffer that ever was.
    ///   - age: how old a record may get.
    ///   - diagnostics: is told of truncated files.
    ///   - patience: how many times all lanes are looked at before an event is given up.
    ///   - giveWay: what a thread does between one look and the next.
    init(
        storage: BufferStorage, identifier: UInt64, age: AgeLimit = .none,
        diagnostics: DiagnosticChannel? = nil, patience: Int = EventBuffer.defaultPatience,
        giveWay: @escaping @Sendable (_ round: Int) -> Void = { EventBuffer.giveWay($0) }
    ) {
        self.patience = patience
        self.giveWay = giveWay
        self.storage = storage
        self.age = age
        self.diagnostics = diagnostics
        self.identifier = identifier
        var count = 1
        while count * 4 <= storage.segments.count, count < EventBuffer.maximumLaneCount { count *= 2 }
        laneCount = count
        lanes = .allocate(byteCount: count * EventBuffer.laneStride, alignment: 128)
        pool = Locked(SegmentPool(segmentCount: storage.segments.count))
        reading = Locked(
            Reading(
                ledger: RecordLedger(
                    segmentCount: storage.segments.count, queueCount: count * SegmentRank.allCases.count,
                    kinds: [.log])))
        for segment in storage.segments { segment.format(bufferID: (identifier, 0)) }
        storage.index.format(
            bufferID: (identifier, 0), segmentCount: storage.segments.count,
            segmentSize: storage.segments.first?.size ?? 0)
        for index in 0..<count {
            lock(of: lane(index)).initialize(to: Atomic(0))
            lane(index).initialize(
                to: Lane(
                    index: index, recordID: RecordIdentifier(buffer: identifier, lane: index),
                    random: identifier &+ UInt64(index)))
            for rank in SegmentRank.allCases { fill(of: lane(index), rank).initialize(to: SegmentFill()) }
        }
        let isInherited = isInherited
        ForkRegistry.add(ObjectIdentifier(self)) { isInherited.store(true) }
    }

    deinit {
        ForkRegistry.remove(ObjectIdentifier(self))
        for index in 0..<laneCount {
            for rank in SegmentRank.allCases { fill(of: lane(index), rank).deinitialize(count: 1) }
            lane(index).deinitialize(count: 1)
            lock(of: lane(index)).deinitialize(count: 1)
        }
        lanes.deallocate()
    }

    /// The buffer a configuration asks for; in plain memory where its directory cannot be used, which is reported.
    ///
    /// - Parameters:
    ///   - isEnabled: false: nothing will be tracked, so that the smallest one does.
    ///   - now: the time of day that records are tracked by, in nanoseconds since 1970.
    static func make(
        _ configuration: Configuration.Buffer, isEnabled: Bool, diagnostics: DiagnosticChannel,
        now: @escaping @Sendable () -> UInt64
    ) -> EventBuffer {
        let age = AgeLimit(
            maximumAge: SpoolLimits(configuration).maximumAge, now: AgeLimit.steadyClock(now))
        let identifier = UInt64.random(in: 1...UInt64.max)
        let capacity =
            isEnabled ? max(configuration.capacityBytes, 2 * minimumSegmentSize) : 2 * minimumSegmentSize
        let size = min(max(capacity / 16, minimumSegmentSize), maximumSegmentSize) & ~(pageSize - 1)
        let count = max(2, capacity / size)
        if isEnabled, let directory = configuration.directory {
            do {
                let storage = try BufferStorage.mapped(
                    in: directory, segmentCount: count, segmentSize: size,
                    isGuarded: configuration.guardsAgainstTruncation)
                return EventBuffer(
                    storage: storage, identifier: identifier, age: age, diagnostics: diagnostics)
            } catch {
                diagnostics.reportSpool(error)
            }
        }
        return EventBuffer(
            storage: BufferStorage.inMemory(segmentCount: count, segmentSize: size), identifier: identifier,
            age: age, diagnostics: diagnostics)
    }

    /// Whether what is tracked survives the process: false in plain memory.
    var isCrashSafe: Bool { storage.directory != nil }

    @inline(__always)
    func lane(_ index: Int) -> UnsafeMutablePointer<Lane> {
        (lanes + (index * EventBuffer.laneStride + EventBuffer.laneOffset)).assumingMemoryBound(to: Lane.self)
    }

    /// A lane's lock: 0 free, 1 held.
    @inline(__always)
    func lock(of lane: UnsafeMutablePointer<Lane>) -> UnsafeMutablePointer<Atomic<UInt32>> {
        (UnsafeMutableRawPointer(lane) - EventBuffer.laneOffset).assumingMemoryBound(to: Atomic<UInt32>.self)
    }

    /// The segment of a rank that a lane fills.
    @inline(__always)
    func fill(of lane: UnsafeMutablePointer<Lane>, _ rank: SegmentRank) -> UnsafeMutablePointer<SegmentFill> {
        let first = UnsafeMutableRawPointer(lane) + (EventBuffer.fillOffset - EventBuffer.laneOffset)
        return first.assumingMemoryBound(to: SegmentFill.self) + rank.rawValue
    }

    // MARK: Writing

    /// A lane for the calling thread, held; the caller must ``release(_:)`` it. Nil when all lanes stayed held for ``patience``,
    /// which is counted in ``contended``.
    @inline(__always)
    func acquireLane() -> UnsafeMutablePointer<Lane>? {
        let first = Int(bitPattern: threads.current) & (laneCount - 1)
        let mine = lane(first)
        if lock(of: mine).pointee.compareExchange(expected: 0, desired: 1, ordering: .acquiring).exchanged {
            return mine
        }
        return acquireOtherLane(after: first)
    }

    /// How many times all lanes are looked at before an event is given up.
    ///
    /// A lane is held for less than a microsecond, unless its holder loses the processor; on a busy machine that is for milliseconds. Who
    /// waits sleeps most of the time, so all rounds together are a tenth of a second at least: long enough for the holder to come back,
    /// short enough where it never does, as when an event tracks another one while it is recorded.
    static let defaultPatience = 600

    @inline(never)
    private func acquireOtherLane(after first: Int) -> UnsafeMutablePointer<Lane>? {
        for round in 0..<patience {
            for step in 1...laneCount {
                let other = lane((first + step) & (laneCount - 1))
                if lock(of: other).pointee.load(ordering: .relaxed) == 0,
                    lock(of: other).pointee.compareExchange(expected: 0, desired: 1, ordering: .acquiring)
                        .exchanged
                {
                    return other
                }
            }
            giveWay(round)
        }
        contended.add(1, ordering: .relaxed)
        return nil
    }

    /// Lets go of a lane.
    @inline(__always)
    func release(_ lane: UnsafeMutablePointer<Lane>) {
        lock(of: lane).pointee.store(0, ordering: .releasing)
    }

    /// Gives a held lane an empty segment of a rank, sealing the one it fills; false when there is none to be had.
    func rotate(_ lane: UnsafeMutablePointer<Lane>, _ rank: SegmentRank) -> Bool {
        let fill = fill(of: lane, rank)
        let taken = pool.withLock { pool in
            seal(fill, in: &pool)
            return pool.take(rank, queue: lane.pointee.index * SegmentRank.allCases.count + rank.rawValue) {
                pool in
                seal(self.fill(of: lane, .ordinary), in: &pool)
            }
        }
        guard let taken else { return false }
        let segment = storage.segments[taken.segment]
        let entry = storage.index.entry(taken.segment)
        entry.void()
        segment.open(generation: taken.generation, rank: rank)
        entry.open(generation: taken.generation, rank: rank, bufferID: identifier)
        fill.pointee = SegmentFill(
            segment, entry, number: taken.segment, seed: seed(generation: taken.generation))
        return true
    }

    /// Says that a held lane is done with the segment it fills, if it fills one.
    private func seal(_ fill: UnsafeMutablePointer<SegmentFill>, in pool: inout SegmentPool) {
        guard fill.pointee.segment >= 0 else { return }
        pool.seal(
            fill.pointee.segment, length: fill.pointee.length, count: fill.pointee.count,
            spanCount: fill.pointee.spanCount)
        fill.pointee = SegmentFill()
    }

    /// Makes the record that was written to a held lane's segment part of it.
    @inline(__always)
    func commit(
        _ kind: RecordKind, payload count: Int, time: UInt64, to fill: UnsafeMutablePointer<SegmentFill>,
        of lane: UnsafeMutablePointer<Lane>
    ) {
        fill.pointee.commit(kind, payload: count, time: time)
        if kind == .span {
            lane.pointee.spanAccount.written &+= 1
        } else {
            lane.pointee.account.written &+= 1
        }
        lane.pointee.recordID.advance()
    }

    /// What the checksums of a segment's records begin with; 0 in plain memory, where nobody else can damage them.
    func seed(generation: UInt64) -> UInt64 {
        isCrashSafe ? SegmentHeader.seed(bufferID: identifier, generation: generation) : 0
    }

    // MARK: Accounting

    /// What became of the records that left the ring.
    var settledAccount: StoreAccount {
        reading.withLock { reading in
            applyEvictions(&reading)
            return reading.ledger.accounts.total
        }
    }

    /// The sums of all lanes' accounts, and what became of the records.
    ///
    /// Nothing is settled between the two but what is given up for want of room, which counts as waiting then; and each lane's account
    /// balances in itself whenever no thread holds the lane; so does their sum, though it is not of one moment. Holding all lanes for that
    /// would leave none to the threads that track meanwhile.
    func accounts() -> (lanes: PerKind<LaneAccount>, settled: PerKind<StoreAccount>) {
        guard !isInherited.load() else { return (PerKind(LaneAccount()), PerKind(StoreAccount())) }
        return reading.withLock { reading in
            // First, so that nothing counts as settled that was written after the lanes were asked.
            applyEvictions(&reading)
            return (laneAccounts(), reading.ledger.accounts)
        }
    }

    /// The sums of all lanes' accounts, as each lane says in its turn.
    ///
    /// Lanes are held one at a time, so that a thread that tracks always finds another one: the thread that asks may lose the processor
    /// while it holds a lane.
    func laneAccounts() -> PerKind<LaneAccount> {
        var sums = PerKind(LaneAccount())
        // In a child process a lane may be held by a thread that is not there.
        guard !isInherited.load() else { return sums }
        for index in 0..<laneCount {
            lock(lane(index))
            sums.log += lane(index).pointee.account
            sums.span += lane(index).pointee.spanAccount
            release(lane(index))
        }
        return sums
    }

    /// How many records have been written.
    func writtenCount() -> UInt64 { laneAccounts().total.written }

    /// Waits until every event that was being written has been.
    func waitForWriters() { _ = writtenCount() }

    /// Lets the files say that the ring is in use; to be called now and then.
    ///
    /// What is stored through a mapping need not change a file's time, and by that a version which cannot read the records tells how old they
    /// are.
    func touch() {
        guard !isInherited.load(), !reading.withLock({ $0.isClosed }) else { return }
        storage.touch()
    }

    /// Ends a ring in files: removes them if everything in it is settled; else what is left is for another process to adopt, at once.
    ///
    /// For when nothing is tracked any more. While an exporter has something in hand nothing happens: it is to be called again then. Afterwards
    /// nothing is collected and nothing settled, and the account stays as it is. What waits then is what another process will find.
    func close() {
        guard !isInherited.load(), isCrashSafe else { return }
        reportTruncations()
        // Before the lock, for a file system may take its time.
        let fileLengths = storage.segments.indices.map(storage.fileLength(of:))
        let lost: [Int]? = reading.withLock { reading in
            guard !reading.isClosed, !reading.ledger.isCollected else { return nil }
            reading.isClosed = true
            return dropLost(besides: fileLengths, &reading)
        }
        guard let lost else { return }
        reportTruncations(lost)
        let (lanes, settled) = accounts()
        let isSettled = lanes.total.written == settled.total.settled
        if isSettled { storage.removeFiles() }
        storage.release()
    }

    /// Takes a lane's lock, giving way while it is held. Holders keep it for well under a microsecond.
    func lock(_ lane: UnsafeMutablePointer<Lane>) {
        var round = 5
        while !lock(of: lane).pointee.compareExchange(expected: 0, desired: 1, ordering: .acquiring).exchanged
        {
            giveWay(round)
            round = min(round + 1, EventBuffer.defaultPatience)
        }
    }

    /// Lets others run, between one look at a lock and the next: first not at all, then a holder that is ready, then, by sleeping, one that
    /// only runs when this thread does not.
    static func giveWay(_ round: Int) {
        if round > 100 {
            var time = timespec(tv_sec: 0, tv_nsec: 200_000)
            nanosleep(&time, nil)
        } else if round > 4 {
            sched_yield()
        }
    }
}
