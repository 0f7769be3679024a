/// What is known of one segment's records: where they stand, what became of them, and how far each slot has come.
///
/// It is kept in memory and never read back from the segment, so bytes that change under us can damage a record but no count.
struct SegmentRecords {
    /// Where each record begins, in order.
    private(set) var starts: [UInt32] = []
    /// What is special about each record.
    private(set) var states: [RecordState] = []
    /// Where the last record ends.
    private(set) var end: UInt32 = 0
    /// How many records each slot has settled, from the first on.
    private(set) var positions = SIMD8<Int32>(repeating: 0)
    /// Up to where the records of each kind have been counted in the account.
    var concluded = PerKind(0)
    /// Whether nothing will be added.
    var isSealed = false
    /// Whether the segment holds anything of interest.
    var isInUse = false
    /// The order among its store's segments.
    var generation: UInt64 = 0
    /// What its records' checksums begin with; 0: they have none.
    var seed: UInt64 = 0

    /// How many records there are.
    var count: Int { starts.count }
    /// How many of them are spans.
    private(set) var spanCount = 0

    /// Whether every record is counted and none will be added.
    var isFinished: Bool { isSealed && firstOpen == count }

    /// The first record that may not be counted yet.
    var firstOpen: Int { min(concluded.log, concluded.span) }

    /// Whether a record has been counted in the account in its turn.
    func isConcluded(_ index: Int) -> Bool { index < concluded[states[index].kind] }

    /// Adds records behind the others.
    mutating func append(starts: [UInt32], states: [RecordState], end: Int) {
        self.starts += starts
        self.states += states
        spanCount += states.count { $0.kind == .span }
        self.end = UInt32(end)
    }

    /// The first record that reaches beyond an offset; ``count`` if none does.
    func firstIndex(beyond offset: Int) -> Int {
        guard Int(end) > offset else { return count }
        return max(0, (starts.firstIndex { Int($0) > offset } ?? count) - 1)
    }

    /// The offset at which a slot is to go on.
    func cursor(_ slot: Int) -> UInt32 {
        let position = Int(positions[slot])
        return position < count ? starts[position] : end
    }

    /// How many records the slot has settled, from the first on.
    func position(_ slot: Int) -> Int { Int(positions[slot]) }

    /// Moves a slot on to a record, and over those behind it that it does not want; says over how many of a kind that are not counted yet.
    mutating func advance(_ slot: Int, to index: Int, counting kind: RecordKind) -> Int {
        let old = Int(positions[slot])
        var position = max(old, min(index, count))
        while position < count, states[position].isDone(slot) { position += 1 }
        positions[slot] = Int32(position)
        return states[old..<position].count { !$0.isCounted && $0.kind == kind }
    }

    /// Changes what is special about a record.
    mutating func update(_ index: Int, _ body: (inout RecordState) -> Void) { body(&states[index]) }

    /// Whether a slot has still to settle a record.
    func isAwaited(_ index: Int, by slot: Int) -> Bool {
        index >= Int(positions[slot]) && !states[index].isDone(slot)
    }

    /// Whether one of these slots, or anybody else before, took the record. To be asked once all of them have settled it.
    func isDelivered(_ index: Int, slots: [Int]) -> Bool {
        let state = states[index]
        return state.isDelivered || slots.contains { index < Int(positions[$0]) && !state.isDone($0) }
    }
}
