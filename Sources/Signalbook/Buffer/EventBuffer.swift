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
/// A lane takes an empty segment from the pool, fills it with records under its own lock, seals it and takes the next. The
/// shipper reads what is committed, oldest first, and gives a segment back once everything in it is settled. When the pool is
/// empty new events are refused and counted; what stands in the buffer is never overwritten.
///
/// Safety: `@unchecked Sendable`. Lanes are raw memory, each guarded by its lock; the pool is behind a mutex; a segment's bytes
/// are written only by the lane that holds it and read only up to `committed`, which is stored with release and loaded with
/// acquire order.
final class EventBuffer: RecordStore, @unchecked Sendable {
    /// The most bytes one record may have; larger ones are dropped and counted.
    static let maximumRecordSize = 64 << 10
    /// How many lanes there are at most.
    static let maximumLaneCount = 8

    /// Every lane has its lock in a cache line of its own and its state in the next ones.
    private static let laneStride = 256
    private static let laneOffset = 64
    /// Room for a record of the largest size, and a multiple of every page size.
    private static let minimumSegmentSize = 128 << 10
    private static let maximumSegmentSize = 1 << 20

    /// The mapped segments.
    let storage: BufferStorage
    /// How many lanes there are; a power of two.
    let laneCount: Int
    /// The random half of every record identifier.
    let identifier: UInt64

    private let lanes: UnsafeMutableRawPointer
    private let pool: Locked<Pool>
    private let settled = Locked(StoreAccount())
    /// Events that found every lane held for so long that they gave up. Only then is anything counted outside a lane.
    let contended = Atomic<UInt64>(0)

    /// The segments that no lane fills.
    private struct Pool {
        var free: [Int]
        /// Full segments a lane, oldest first.
        var sealed: [[Int]]
        var generation: UInt64 = 0
    }

    /// A buffer over the given storage.
    ///
    /// - Parameter identifier: random; different for every buffer that ever was.
    init(storage: BufferStorage, identifier: UInt64) {
        self.storage = storage
        self.identifier = identifier
        var count = 1
        while count * 4 <= storage.segments.count, count < EventBuffer.maximumLaneCount { count *= 2 }
        laneCount = count
        lanes = .allocate(byteCount: count * EventBuffer.laneStride, alignment: 128)
        pool = Locked(
            Pool(free: Array(storage.segments.indices.reversed()), sealed: Array(repeating: [], count: count))
        )
        for segment in storage.segments { segment.format(bufferID: (identifier, 0)) }
        for index in 0..<count {
            lock(of: lane(index)).initialize(to: Atomic(0))
            lane(index).initialize(
                to: Lane(
                    index: index, recordID: RecordIdentifier(buffer: identifier, lane: index),
                    random: identifier &+ UInt64(index)))
        }
    }

    deinit {
        for index in 0..<laneCount {
            lane(index).deinitialize(count: 1)
            lock(of: lane(index)).deinitialize(count: 1)
        }
        lanes.deallocate()
    }

    /// The buffer a configuration asks for; in plain memory where its directory cannot be used, which is reported.
    ///
    /// - Parameter isEnabled: false: nothing will be tracked, so that the smallest one does.
    static func make(
        _ configuration: Configuration.Buffer, isEnabled: Bool, diagnostics: DiagnosticChannel
    ) -> EventBuffer {
        let identifier = UInt64.random(in: 1...UInt64.max)
        let capacity =
            isEnabled ? max(configuration.capacityBytes, 2 * minimumSegmentSize) : 2 * minimumSegmentSize
        let size = min(max(capacity / 16, minimumSegmentSize), maximumSegmentSize) & ~(minimumSegmentSize - 1)
        let count = max(2, capacity / size)
        if isEnabled, let directory = configuration.directory {
            do {
                let name = "\(getpid())-" + String(identifier, radix: 16)
                let storage = try BufferStorage.mapped(
                    in: directory, name: name, segmentCount: count, segmentSize: size)
                return EventBuffer(storage: storage, identifier: identifier)
            } catch {
                diagnostics.reportSpool(error)
            }
        }
        return EventBuffer(
            storage: BufferStorage.inMemory(segmentCount: count, segmentSize: size), identifier: identifier)
    }

    @inline(__always)
    private func lane(_ index: Int) -> UnsafeMutablePointer<Lane> {
        (lanes + (index * EventBuffer.laneStride + EventBuffer.laneOffset)).assumingMemoryBound(to: Lane.self)
    }

    /// A lane's lock: 0 free, 1 held.
    @inline(__always)
    private func lock(of lane: UnsafeMutablePointer<Lane>) -> UnsafeMutablePointer<Atomic<UInt32>> {
        (UnsafeMutableRawPointer(lane) - EventBuffer.laneOffset).assumingMemoryBound(to: Atomic<UInt32>.self)
    }

    // MARK: Writing

    /// A lane for the calling thread, held; the caller must ``release(_:)`` it. Nil when all lanes stayed held for a
    /// thousand rounds, which is counted in ``contended``.
    @inline(__always)
    func acquireLane() -> UnsafeMutablePointer<Lane>? {
        #if canImport(Darwin)
            let thread = UInt(bitPattern: pthread_self())
        #else
            let thread = UInt(pthread_self())
        #endif
        // Threads' control blocks are megabytes apart, so the middle bits tell them from each other.
        let first = Int(truncatingIfNeeded: ((thread >> 12) &* 0x9E37_79B9_7F4A_7C15) >> 56) & (laneCount - 1)
        let mine = lane(first)
        if lock(of: mine).pointee.compareExchange(expected: 0, desired: 1, ordering: .acquiring).exchanged {
            return mine
        }
        return acquireOtherLane(after: first)
    }

    @inline(never)
    private func acquireOtherLane(after first: Int) -> UnsafeMutablePointer<Lane>? {
        for round in 0..<1_000 {
            for step in 1...laneCount {
                let other = lane((first + step) & (laneCount - 1))
                if lock(of: other).pointee.load(ordering: .relaxed) == 0,
                    lock(of: other).pointee.compareExchange(expected: 0, desired: 1, ordering: .acquiring)
                        .exchanged
                {
                    return other
                }
            }
            if round > 4 { sched_yield() }
        }
        contended.add(1, ordering: .relaxed)
        return nil
    }

    /// Lets go of a lane.
    @inline(__always)
    func release(_ lane: UnsafeMutablePointer<Lane>) {
        lock(of: lane).pointee.store(0, ordering: .releasing)
    }

    /// Gives a held lane an empty segment, sealing the one it fills; false when there is none.
    func rotate(_ lane: UnsafeMutablePointer<Lane>) -> Bool {
        let taken: (segment: Int, generation: UInt64)? = pool.withLock { pool in
            guard let next = pool.free.popLast() else { return nil }
            if lane.pointee.segment >= 0 { pool.sealed[lane.pointee.index].append(lane.pointee.segment) }
            pool.generation += 1
            lane.pointee.segment = next
            return (next, pool.generation)
        }
        guard let taken else { return false }
        let segment = storage.segments[taken.segment]
        segment.open(generation: taken.generation)
        lane.pointee.start = segment.records
        lane.pointee.length = 0
        lane.pointee.capacity = segment.capacity
        lane.pointee.committed = segment.committed
        return true
    }

    // MARK: Reading (the shipper alone)

    /// The segments of one lane that may hold unread records, oldest first.
    private func readable(_ index: Int) -> [Int] {
        let lane = lane(index)
        lock(lane)
        defer { release(lane) }
        let current = lane.pointee.segment
        guard current >= 0 else { return [] }
        return pool.withLock { $0.sealed[index] } + [current]
    }

    func collect(for slot: Int, maximumCount: Int, maximumBytes: Int) -> RecordCollection? {
        var readers: [SegmentReader] = []
        for index in 0..<laneCount {
            let segments = readable(index)
            guard !segments.isEmpty else { continue }
            var reader = SegmentReader(segments: segments, storage: storage)
            if reader.advanceToRecord() { readers.append(reader) }
        }
        var records = RecordBatch.Builder()
        var places: [RecordPlace] = []
        var oldestTime = UInt64.max
        while records.count < maximumCount, !readers.isEmpty {
            var oldest = 0
            for index in readers.indices.dropFirst() where readers[index].time < readers[oldest].time {
                oldest = index
            }
            let payload = readers[oldest].payload
            if records.count > 0, records.byteCount + payload.count > maximumBytes { break }
            records.append(payload)
            oldestTime = min(oldestTime, readers[oldest].time)
            places.append(readers[oldest].consumeRecord())
            if !readers[oldest].advanceToRecord() { readers.remove(at: oldest) }
        }
        guard !places.isEmpty else { return nil }
        return RecordCollection(batch: records.build(), oldestTime: oldestTime, places: places)
    }

    func settle(_ collection: RecordCollection, for slot: Int, delivered: Int, dropped reason: DropReason?) {
        settled.withLock { settled in
            for place in collection.places { storage.segments[Int(place.segment)].consumed = Int(place.end) }
            let lost = collection.count - delivered
            settled.delivered += UInt64(delivered)
            if lost > 0 { settled.dropped[reason ?? .exportFailed, default: 0] += UInt64(lost) }
        }
        pool.withLock { pool in
            for lane in pool.sealed.indices {
                while let first = pool.sealed[lane].first {
                    let segment = storage.segments[first]
                    guard segment.consumed == Int(segment.committed.pointee.load(ordering: .acquiring)) else {
                        break
                    }
                    pool.sealed[lane].removeFirst()
                    pool.free.append(first)
                }
            }
        }
    }

    func pendingCount(for slot: Int) -> Int {
        withAccount { lanes, settled in Int(lanes.written) - Int(settled.settled) }
    }

    /// What became of the records that left the ring.
    var settledAccount: StoreAccount { settled.withLock { $0 } }

    // MARK: Accounting

    /// Calls `body` with the sum of all lanes' accounts and with what became of the records, both as of one moment.
    ///
    /// `body` must be short and must not track.
    func withAccount<Result: Sendable>(_ body: (LaneAccount, StoreAccount) -> Result) -> Result {
        settled.withLock { settled in withAccount { body($0, settled) } }
    }

    /// Calls `body` with the sum of all lanes' accounts while every lane is held, so that nothing moves meanwhile.
    ///
    /// `body` must be short and must not track.
    func withAccount<Result>(_ body: (LaneAccount) -> Result) -> Result {
        for index in 0..<laneCount { lock(lane(index)) }
        defer { for index in 0..<laneCount { release(lane(index)) } }
        var sum = LaneAccount()
        for index in 0..<laneCount { sum += lane(index).pointee.account }
        return body(sum)
    }

    /// Waits until every event that was being written has been.
    func waitForWriters() { withAccount { _ in } }

    /// Takes a lane's lock, yielding while it is held. Holders keep it for well under a microsecond.
    private func lock(_ lane: UnsafeMutablePointer<Lane>) {
        while !lock(of: lane).pointee.compareExchange(expected: 0, desired: 1, ordering: .acquiring).exchanged
        {
            sched_yield()
        }
    }
}

/// Walks the unread records of one lane's segments, oldest first.
private struct SegmentReader {
    private let storage: BufferStorage
    private var segments: ArraySlice<Int>
    private var offset = 0
    private var committed = 0
    /// When the record was tracked, in nanoseconds since 1970.
    private(set) var time: UInt64 = 0
    /// The record's payload; valid until the segment is consumed.
    private(set) var payload = UnsafeRawBufferPointer(start: nil, count: 0)

    init(segments: [Int], storage: BufferStorage) {
        self.storage = storage
        self.segments = segments[...]
        enter()
    }

    private mutating func enter() {
        guard let first = segments.first else { return }
        offset = storage.segments[first].consumed
        committed = Int(storage.segments[first].committed.pointee.load(ordering: .acquiring))
    }

    /// Goes to the next record; false when there is none.
    mutating func advanceToRecord() -> Bool {
        while let first = segments.first {
            if offset < committed {
                let head = storage.segments[first].records + offset
                time = head.load(fromByteOffset: 8, as: UInt64.self)
                payload = UnsafeRawBufferPointer(
                    start: head + Segment.recordHeadSize, count: Int(head.load(as: UInt32.self)))
                return true
            }
            segments.removeFirst()
            enter()
        }
        return false
    }

    /// Steps over the current record, and says in which segment it stood and where it ends there.
    mutating func consumeRecord() -> RecordPlace {
        offset += Segment.recordSize(payload: payload.count)
        return RecordPlace(segment: Int32(segments[segments.startIndex]), end: UInt32(offset))
    }
}
