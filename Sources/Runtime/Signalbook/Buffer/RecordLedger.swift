/// Who has settled which record of a store, and what became of those that all have settled: the part of a ``RecordStore`` that does
/// not care where the bytes are.
///
/// A value; its store keeps it behind a lock, together with ``account``, which is how the two cannot disagree.
struct RecordLedger {
    /// The segments, by their place in the store.
    var segments: [SegmentRecords]
    /// The segments in use, oldest first, in as many rows as there were writers; the rows are merged by time.
    var queues: [[Int]]
    /// The slots that have exporters.
    private(set) var slots: [Int]
    /// What each slot takes; of one without an exporter it does not matter.
    private var kinds: [RecordKind] = []
    /// The slots that do not want records of a kind, a bit each.
    private var unwanting = PerKind(UInt16(0))
    /// How many slots want records of a kind.
    private var wantingCount = PerKind(0)
    /// What became of the records that all slots have settled.
    var accounts = PerKind(StoreAccount())
    /// Why those records are dropped that no slot wants.
    var unwantedReason = DropReason.noExporter
    /// Segments that hold nothing any more, for the store to take back.
    var finished: [Int] = []

    /// How many records came in.
    private var cameIn = PerKind(0)
    /// How many of the records that it wants each slot has settled.
    private var settledCounts = [Int](repeating: 0, count: RecordSlots.maximumCount)
    /// What each slot has collected and not settled.
    private var collected = [Collected?](repeating: nil, count: RecordSlots.maximumCount)
    private var lastToken: UInt64 = 0
    /// How many segments the store has. What comes after them in ``segments`` is what the store has no bytes of any more: segments that were
    /// evicted while an exporter had records of them in hand, of which it has still to say what became of them.
    private let storeCount: Int
    /// The places in ``segments`` for such that are not used.
    private var spareGhosts: [Int] = []

    /// A collection in an exporter's hands.
    private struct Collected {
        let token: UInt64
        /// The segments that it touches.
        var segments: [Int]
        /// Where the records are that were in a segment that was evicted since.
        var ghosts: [Int: Int] = [:]
    }

    /// An empty ledger.
    ///
    /// - Parameter kinds: what each slot takes; nil for a slot without an exporter.
    init(segmentCount: Int, queueCount: Int, kinds: [RecordKind?]) {
        storeCount = segmentCount
        segments = Array(repeating: SegmentRecords(), count: segmentCount)
        queues = Array(repeating: [], count: queueCount)
        slots = []
        assign(kinds)
    }

    /// Says what each slot takes, before there is any record; nil for a slot without an exporter.
    mutating func assign(_ kinds: [RecordKind?]) {
        slots = kinds.indices.filter { kinds[$0] != nil }
        self.kinds = kinds.map { $0 ?? .log }
        unwanting = PerKind { kind in
            slots.reduce(0) { $0 | (kinds[$1] == kind ? 0 : 1 << UInt16($1)) }
        }
        wantingCount = PerKind { kind in slots.count { kinds[$0] == kind } }
    }

    /// What a slot takes.
    func kind(of slot: Int) -> RecordKind { kinds[slot] }

    /// How many of the records that a slot wants it has settled.
    func settledCount(_ slot: Int) -> Int { settledCounts[slot] }

    /// How many of the records that came in wait for a slot.
    func pendingCount(_ slot: Int) -> Int { cameIn[kinds[slot]] - settledCounts[slot] }

    /// Whether any exporter is at work on records.
    var isCollected: Bool { slots.contains { collected[$0] != nil } }

    /// Whether an exporter is at work on records of the segment.
    func isPinned(_ segment: Int) -> Bool {
        slots.contains { collected[$0]?.segments.contains(segment) ?? false }
    }

    // MARK: Coming in

    /// Begins to use a segment; a row is in the order in which its segments were opened.
    mutating func open(_ segment: Int, in queue: Int, generation: UInt64, seed: UInt64) {
        segments[segment] = SegmentRecords()
        segments[segment].isInUse = true
        segments[segment].generation = generation
        segments[segment].seed = seed
        let place = queues[queue].lastIndex { segments[$0].generation < generation }.map { $0 + 1 } ?? 0
        queues[queue].insert(segment, at: place)
    }

    /// Adds records to a segment.
    mutating func append(
        starts: [UInt32], states: [RecordState], end: Int, to segment: Int, in bytes: inout some SegmentBytes
    ) {
        segments[segment].append(starts: starts, states: states, end: end)
        for state in states { cameIn[state.kind] += 1 }
        let new = (segments[segment].count - states.count)..<segments[segment].count
        guard unwanting.log != 0 || states.contains(where: { !$0.isPlain }) else { return }
        for index in new {
            if segments[segment].states[index].isCorrupted {
                giveUp(segment, index) { _ in }
            } else {
                let mask = unwanting[segments[segment].states[index].kind]
                if mask != 0 { segments[segment].update(index) { $0.setDone(slots: mask) } }
            }
        }
        skipAndConclude(segment, reason: unwantedReason, in: &bytes)
    }

    /// Says that nothing will be added to a segment.
    mutating func seal(_ segment: Int) {
        segments[segment].isSealed = true
        finishIfDone(segment)
    }

    // MARK: Collecting

    private struct Reader {
        let queue: Int
        var place = 0
        var segment = 0
        var index = 0
        var record = UnsafeRawBufferPointer(start: nil, count: 0)
        var head = RecordHead.none
    }

    /// Copies records that the slot has not settled, oldest first.
    ///
    /// What turns out to be damaged or older than `oldest` (nanoseconds since 1970) is given up on the way: for all slots, unless another
    /// one has it in hand.
    mutating func collect(
        for slot: Int, maximumCount: Int, maximumBytes: Int, notBefore oldest: UInt64,
        in bytes: inout some SegmentBytes
    ) -> RecordCollection? {
        guard slots.contains(slot) else { return nil }
        letGo(slot)
        var spoiled = Set<Int>()
        var readers: [Reader] = []
        for queue in queues.indices where !queues[queue].isEmpty {
            var reader = Reader(queue: queue)
            reader.segment = queues[queue][0]
            reader.index = segments[reader.segment].position(slot)
            if advance(&reader, slot, oldest, &spoiled, in: &bytes) { readers.append(reader) }
        }
        var records = RecordBatch.Builder(
            kind: (unwanting.log & 1 << UInt16(slot) == 0 ? .log : RecordKind.span).signal)
        var places: [RecordPlace] = []
        var touched: [Int] = []
        var oldestTime = UInt64.max
        while records.count < maximumCount, !readers.isEmpty {
            var first = 0
            for index in readers.indices.dropFirst() where readers[index].head.time < readers[first].head.time
            {
                first = index
            }
            let head = readers[first].head
            if records.count > 0, records.byteCount + head.length > maximumBytes { break }
            records.append(
                UnsafeRawBufferPointer(
                    rebasing: readers[first].record[RecordHead.size..<(RecordHead.size + head.length)]))
            let segment = readers[first].segment
            guard
                bytes.isUnchanged(
                    readers[first].record, length: head.length, seed: segments[segment].seed)
            else {
                records.removeLast()
                giveUp(segment, readers[first].index, for: slot, in: &bytes) { $0.isCorrupted = true }
                spoiled.insert(segment)
                readers[first].index += 1
                if !advance(&readers[first], slot, oldest, &spoiled, in: &bytes) {
                    readers.remove(at: first)
                }
                continue
            }
            oldestTime = min(oldestTime, head.time)
            if touched.last != segment, !touched.contains(segment) { touched.append(segment) }
            places.append(RecordPlace(segment: Int32(segment), index: UInt32(readers[first].index)))
            readers[first].index += 1
            if !advance(&readers[first], slot, oldest, &spoiled, in: &bytes) { readers.remove(at: first) }
        }
        for segment in spoiled.sorted() { skipAndConclude(segment, reason: .corrupted, in: &bytes) }
        lastToken += 1
        collected[slot] = places.isEmpty ? nil : Collected(token: lastToken, segments: touched)
        guard !places.isEmpty else { return nil }
        return RecordCollection(
            batch: records.build(), oldestTime: oldestTime, places: places, token: lastToken)
    }

    /// Goes to the next record that the slot wants; false when there is none.
    private mutating func advance(
        _ reader: inout Reader, _ slot: Int, _ oldest: UInt64, _ spoiled: inout Set<Int>,
        in bytes: inout some SegmentBytes
    ) -> Bool {
        while true {
            let segment = reader.segment
            while reader.index < segments[segment].count {
                guard !segments[segment].states[reader.index].isDone(slot) else {
                    reader.index += 1
                    continue
                }
                switch bytes.record(
                    in: segment, at: segments[segment].starts[reader.index], seed: segments[segment].seed)
                {
                case .whole(let record):
                    guard let base = record.baseAddress else { return false }
                    reader.head = RecordHead(at: base)
                    // Asked again, for bytes may change under us between two looks.
                    if reader.head.time >= oldest, reader.head.length <= record.count - RecordHead.size {
                        reader.record = record
                        return true
                    }
                    giveUp(segment, reader.index, for: slot, in: &bytes) { $0.isExpired = true }
                case .damaged:
                    giveUp(segment, reader.index, for: slot, in: &bytes) { $0.isCorrupted = true }
                case .gone:
                    // It was given up a moment ago, and so are the others of its segment.
                    reader.index = segments[segment].count
                    continue
                case .unavailable:
                    return false
                }
                spoiled.insert(segment)
                reader.index += 1
            }
            reader.place += 1
            guard reader.place < queues[reader.queue].count else { return false }
            reader.segment = queues[reader.queue][reader.place]
            reader.index = segments[reader.segment].position(slot)
        }
    }

    /// Notes that no slot will get a record any more.
    private mutating func giveUp(_ segment: Int, _ index: Int, _ mark: (inout RecordState) -> Void) {
        for slot in slots where segments[segment].isAwaited(index, by: slot) {
            segments[segment].update(index) { $0.setDone(slot) }
        }
        segments[segment].update(index, mark)
    }

    /// Notes that a slot will not get a record any more, and neither will the others; but where one of them has it in hand it may still
    /// arrive, so that one's word is waited for.
    private mutating func giveUp(
        _ segment: Int, _ index: Int, for slot: Int, in bytes: inout some SegmentBytes,
        _ mark: (inout RecordState) -> Void
    ) {
        let isInHand = slots.contains { other in
            other != slot && segments[segment].isAwaited(index, by: other)
                && collected[other]?.segments.contains(segment) ?? false
        }
        guard isInHand else { return giveUp(segment, index, mark) }
        segments[segment].update(index) { $0.setDone(slot) }
        // Or this slot's cursor would say to a later process that it took the record.
        bytes.store(segments[segment].states[index], in: segment, at: segments[segment].starts[index])
    }

    // MARK: Settling

    /// Moves a slot's cursors past what it collected; the first `delivered` records arrived.
    mutating func settle(
        _ collection: RecordCollection, for slot: Int, delivered: Int, dropped reason: DropReason,
        in bytes: inout some SegmentBytes
    ) {
        // A collection that was superseded has nothing to say: its records may have gone another way since.
        guard let mine = collected[slot], mine.token == collection.token else { return }
        collected[slot] = nil
        var ends: [Int: Int] = [:]
        var current = (segment: -1, end: 0)
        for (number, place) in collection.places.enumerated() {
            let index = Int(place.index)
            let segment = mine.ghosts[Int(place.segment)] ?? Int(place.segment)
            guard segments.indices.contains(segment), index < segments[segment].count else { continue }
            if number >= delivered {
                segments[segment].update(index) { $0.setDone(slot) }
                if segment < storeCount {
                    bytes.store(
                        segments[segment].states[index], in: segment, at: segments[segment].starts[index])
                }
            }
            // Records of one segment mostly come in runs.
            if segment != current.segment {
                if current.segment >= 0 { ends[current.segment, default: 0].raise(to: current.end) }
                current = (segment, 0)
            }
            current.end.raise(to: index + 1)
        }
        if current.segment >= 0 { ends[current.segment, default: 0].raise(to: current.end) }
        for (segment, end) in ends.sorted(by: { $0.key < $1.key }) {
            settledCounts[slot] += segments[segment].advance(slot, to: end, counting: kinds[slot])
            storeCursor(of: slot, in: segment, &bytes)
            conclude(segment, reason: reason)
        }
        for ghost in mine.ghosts.values.sorted() { giveUpGhost(ghost, for: slot) }
    }

    /// Forgets what a slot has in hand.
    private mutating func letGo(_ slot: Int) {
        let ghosts = collected[slot]?.ghosts.values.sorted() ?? []
        collected[slot] = nil
        for ghost in ghosts { giveUpGhost(ghost, for: slot) }
    }

    /// Drops what a slot has not taken of a segment that was evicted while the slot had records of it in hand.
    private mutating func giveUpGhost(_ ghost: Int, for slot: Int) {
        for index in segments[ghost].firstOpen..<segments[ghost].count
        where segments[ghost].isAwaited(index, by: slot) {
            segments[ghost].update(index) { $0.setDone(slot) }
        }
        settledCounts[slot] += segments[ghost].advance(slot, to: 0, counting: kinds[slot])
        conclude(ghost, reason: .evicted)
    }

    /// Moves all slots over what they do not want, and counts what that settles.
    private mutating func skipAndConclude(
        _ segment: Int, reason: DropReason, storesCursors: Bool = true, in bytes: inout some SegmentBytes
    ) {
        for slot in slots {
            let before = segments[segment].position(slot)
            settledCounts[slot] += segments[segment].advance(slot, to: 0, counting: kinds[slot])
            guard storesCursors, segments[segment].position(slot) > before else { continue }
            storeCursor(of: slot, in: segment, &bytes)
        }
        conclude(segment, reason: reason)
    }

    private func storeCursor(of slot: Int, in segment: Int, _ bytes: inout some SegmentBytes) {
        guard segment < storeCount else { return }
        bytes.store(
            cursor: segments[segment].cursor(slot), count: segments[segment].position(slot), slot: slot,
            in: segment, seed: segments[segment].seed)
    }

    /// Counts the records that all slots have settled since the last time.
    private mutating func conclude(_ segment: Int, reason: DropReason) {
        for kind in RecordKind.allCases {
            let count = segments[segment].count
            let least =
                slots.filter { kinds[$0] == kind }.map { segments[segment].position($0) }.min() ?? count
            let first = segments[segment].concluded[kind]
            guard least > first else { continue }
            for index in first..<least where segments[segment].states[index].kind == kind {
                self.count(segment, index, reason: reason)
            }
            segments[segment].concluded[kind] = least
        }
        finishIfDone(segment)
    }

    /// Counts a record that no slot waits for any more, unless that has been done.
    private mutating func count(_ segment: Int, _ index: Int, reason: DropReason) {
        let state = segments[segment].states[index]
        guard !state.isCounted else { return }
        if segments[segment].isDelivered(index, slots: slots) {
            accounts[state.kind].delivered += 1
        } else {
            let own: DropReason? =
                state.isCorrupted
                ? .corrupted
                : state.isExpired ? .expired : wantingCount[state.kind] == 0 ? unwantedReason : nil
            accounts[state.kind].dropped[own ?? reason, default: 0] += 1
        }
    }

    private mutating func finishIfDone(_ segment: Int) {
        guard segments[segment].isInUse, segments[segment].isFinished else { return }
        segments[segment].isInUse = false
        if segment >= storeCount { return spareGhosts.append(segment) }
        for queue in queues.indices { queues[queue].removeAll { $0 == segment } }
        finished.append(segment)
    }

    // MARK: Making room

    /// Settles all records of a segment for all slots, as dropped to make room, unless a slot had them.
    ///
    /// It is for a segment that another use has taken over already, or whose file is about to be removed: nothing is written to it. What
    /// an exporter has in hand waits for its word.
    ///
    /// - Parameters:
    ///   - generation: when the segment was opened; if the ledger has another use of it, nothing happens.
    ///   - counts: how many records it held, also such as the ledger never heard of.
    mutating func evict(_ segment: Int, generation: UInt64, counts: PerKind<Int>) {
        guard segments[segment].isInUse, segments[segment].generation == generation else { return }
        let records = segments[segment]
        let known = PerKind { $0 == .span ? records.spanCount : records.count - records.spanCount }
        segments[segment].isSealed = true
        let holders = slots.filter { collected[$0]?.segments.contains(segment) ?? false }
        let place = holders.isEmpty ? segment : moveToGhost(segment, for: holders)
        for index in segments[place].firstOpen..<segments[place].count {
            for slot in slots where !holders.contains(slot) && segments[place].isAwaited(index, by: slot) {
                segments[place].update(index) { $0.setDone(slot) }
            }
        }
        for slot in slots where !holders.contains(slot) {
            settledCounts[slot] += segments[place].advance(slot, to: 0, counting: kinds[slot])
        }
        conclude(place, reason: .evicted)
        // A damaged span counts as a log record, so only the sum is certain.
        let unknown = max(0, counts.total - known.total)
        let spans = min(max(0, counts.span - known.span), unknown)
        countEvicted(PerKind { $0 == .span ? spans : unknown - spans })
    }

    /// Gives a segment's place in the store to another use, while some slots have still to say what became of the records that they have in
    /// hand; the place where these are now.
    private mutating func moveToGhost(_ segment: Int, for holders: [Int]) -> Int {
        let ghost = spareGhosts.popLast() ?? segments.count
        if ghost == segments.count {
            segments.append(segments[segment])
        } else {
            segments[ghost] = segments[segment]
        }
        segments[segment].isInUse = false
        for queue in queues.indices { queues[queue].removeAll { $0 == segment } }
        for slot in holders {
            collected[slot]?.segments.removeAll { $0 == segment }
            collected[slot]?.ghosts[segment] = ghost
        }
        return ghost
    }

    /// Settles every record for all slots, also those that exporters have in hand, as dropped for this reason unless a slot had them.
    ///
    /// What an exporter says later of what it had in hand changes nothing. Nothing is written to the segments.
    mutating func purge(_ reason: DropReason) {
        for slot in slots { letGo(slot) }
        for segment in segmentsInUse {
            for index in segments[segment].firstOpen..<segments[segment].count {
                giveUp(segment, index) { _ in }
            }
            for slot in slots {
                settledCounts[slot] += segments[segment].advance(slot, to: 0, counting: kinds[slot])
            }
            conclude(segment, reason: reason)
        }
    }

    /// Counts records that were dropped to make room before the ledger heard of them.
    mutating func countEvicted(_ counts: PerKind<Int>) {
        for kind in RecordKind.allCases where counts[kind] > 0 {
            accounts[kind].dropped[.evicted, default: 0] += UInt64(counts[kind])
        }
        for slot in slots { settledCounts[slot] += counts[kinds[slot]] }
    }

    /// The segments in use, row by row, each in the order in which they were opened.
    var segmentsInUse: [Int] { Array(queues.joined()) }

    /// Gives up, for all slots, the records of a segment that were tracked before a time, as far as they come before younger ones; nothing
    /// in a segment that an exporter is at work on.
    mutating func expire(_ segment: Int, before oldest: UInt64, in bytes: inout some SegmentBytes) {
        guard segments[segment].isInUse, !isPinned(segment) else { return }
        var isChanged = false
        for index in segments[segment].firstOpen..<segments[segment].count
        where slots.contains(where: { segments[segment].isAwaited(index, by: $0) }) {
            guard
                case .whole(let record) = bytes.record(
                    in: segment, at: segments[segment].starts[index], seed: segments[segment].seed),
                let base = record.baseAddress
            else { continue }
            guard RecordHead(at: base).time < oldest else { break }
            giveUp(segment, index) { $0.isExpired = true }
            isChanged = true
        }
        if isChanged { skipAndConclude(segment, reason: .expired, in: &bytes) }
    }

    /// Gives up, for all slots, the records of a segment that reach beyond a place of it, and counts them at once, also where others before
    /// them wait on: as dropped for this reason, or as corrupted where that is seen, unless a slot had them.
    ///
    /// - Parameters:
    ///   - isReadable: whether what stands there may be looked at.
    ///   - storesCursors: false where the segment's header is not in its file.
    /// - Returns: how many they were.
    mutating func drop(
        _ segment: Int, from offset: Int, reason: DropReason, isReadable: Bool, storesCursors: Bool,
        in bytes: inout some SegmentBytes
    ) -> Int {
        let first = max(segments[segment].firstOpen, segments[segment].firstIndex(beyond: offset))
        var count = 0
        for index in first..<segments[segment].count
        where !segments[segment].states[index].isCounted && !segments[segment].isConcluded(index) {
            var isDamaged = false
            if isReadable, slots.contains(where: { segments[segment].isAwaited(index, by: $0) }),
                case .damaged = bytes.record(
                    in: segment, at: segments[segment].starts[index], seed: segments[segment].seed)
            {
                isDamaged = true
            }
            giveUp(segment, index) { if isDamaged { $0.isCorrupted = true } }
            self.count(segment, index, reason: reason)
            segments[segment].update(index) { $0.isCounted = true }
            let kind = segments[segment].states[index].kind
            for slot in slots where kinds[slot] == kind && index >= segments[segment].position(slot) {
                settledCounts[slot] += 1
            }
            count += 1
        }
        skipAndConclude(segment, reason: reason, storesCursors: storesCursors, in: &bytes)
        return count
    }

    // MARK: Reading what a dead process left

    /// Takes over a segment of a ring that had other exporters.
    ///
    /// - Parameters:
    ///   - scan: what was found in it.
    ///   - positions: where its slots are to go on, one for each that had an exporter; empty: nobody knows, so that everything is new.
    ///   - owners: what those slots took.
    ///   - missing: how many records were there besides that cannot be found.
    mutating func restore(
        _ segment: Int, _ scan: SegmentScan, header: SegmentHeader, positions: [Int], owners: [RecordKind],
        missing: Int, in bytes: inout some SegmentBytes
    ) {
        open(segment, in: 0, generation: header.generation, seed: header.seed)
        var states = scan.states
        if positions.isEmpty { for index in states.indices { states[index].forget() } }
        segments[segment].append(starts: scan.starts, states: states, end: scan.end)
        for state in states { cameIn[state.kind] += 1 }
        segments[segment].concluded = PerKind { kind in
            let owning = positions.indices.filter { owners[$0] == kind }
            // What nobody wanted was counted at once.
            return owning.map { positions[$0] }.min() ?? (positions.isEmpty ? 0 : states.count)
        }
        for index in states.indices {
            if !segments[segment].isConcluded(index) { accounts[states[index].kind].recovered += 1 }
            let mask = unwanting[states[index].kind]
            if mask != 0 { segments[segment].update(index) { $0.setDone(slots: mask) } }
        }
        for (slot, position) in positions.enumerated() {
            if slots.contains(slot) {
                settledCounts[slot] += segments[segment].advance(slot, to: position, counting: kinds[slot])
            } else {
                // Nobody will ask this slot's cursor again.
                for index in 0..<position
                where owners[slot] == states[index].kind && !states[index].isDone(slot) {
                    segments[segment].update(index) { $0.isDelivered = true }
                }
            }
        }
        for index in states.indices where states[index].isCorrupted && !segments[segment].isConcluded(index) {
            giveUp(segment, index) { _ in }
        }
        segments[segment].isSealed = true
        accounts.log.recovered += UInt64(missing)
        if missing > 0 { accounts.log.dropped[.corrupted, default: 0] += UInt64(missing) }
        skipAndConclude(segment, reason: unwantedReason, in: &bytes)
    }
}

extension Int {
    /// Makes it `other` where that is more.
    fileprivate mutating func raise(to other: Int) { self = Swift.max(self, other) }
}
