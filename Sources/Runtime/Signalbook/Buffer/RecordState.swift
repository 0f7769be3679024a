/// What exporters have done with one record, as far as the cursors of its segment do not say it.
///
/// A cursor that is past a record says that its slot has settled the record: with success, unless the slot's ``isDone(_:)`` is set here.
/// So in the usual case nothing is written to a record at all.
struct RecordState: Sendable, Hashable {
    private static let storedMask: UInt16 = 0x1FF
    private static let deliveredBit: UInt16 = 0x100
    private static let corruptedBit: UInt16 = 0x200
    private static let expiredBit: UInt16 = 0x400
    private static let countedBit: UInt16 = 0x800
    private static let spanBit: UInt16 = 0x1000

    private var bits: UInt16

    /// Nothing special.
    init() { bits = 0 }

    /// Damaged.
    static let corrupted: RecordState = {
        var state = RecordState()
        state.isCorrupted = true
        return state
    }()

    /// A damaged span.
    static let corruptedSpan: RecordState = {
        var state = RecordState.corrupted
        state.bits |= spanBit
        return state
    }()

    /// What a record's head says.
    init(stored: UInt16, kind: RecordKind) {
        bits = stored & RecordState.storedMask | (kind == .span ? RecordState.spanBit : 0)
    }

    /// What the record is; a damaged one counts as a log record, unless it is known to be a span.
    var kind: RecordKind { bits & RecordState.spanBit == 0 ? .log : .span }

    /// What a record's head is to say.
    var stored: UInt16 { bits & RecordState.storedMask }

    /// Whether nothing special is known of it, and it is a log record.
    var isPlain: Bool { bits == 0 }

    /// Whether the slot is done with the record without having delivered it from this place.
    func isDone(_ slot: Int) -> Bool { bits & (1 << UInt16(slot)) != 0 }

    /// Notes that the slot gave the record up.
    mutating func setDone(_ slot: Int) { bits |= 1 << UInt16(slot) }

    /// Notes that these slots, a bit each, do not want the record.
    mutating func setDone(slots mask: UInt16) { bits |= mask & 0xFF }

    /// Whether an exporter is known to have taken the record, whatever cursors say.
    var isDelivered: Bool {
        get { bits & RecordState.deliveredBit != 0 }
        set { set(RecordState.deliveredBit, newValue) }
    }

    /// Whether its bytes are damaged.
    var isCorrupted: Bool {
        get { bits & RecordState.corruptedBit != 0 }
        set { set(RecordState.corruptedBit, newValue) }
    }

    /// Whether it was given up for its age.
    var isExpired: Bool {
        get { bits & RecordState.expiredBit != 0 }
        set { set(RecordState.expiredBit, newValue) }
    }

    /// Whether it is in the account already, or goes on living in another segment and is counted there.
    var isCounted: Bool {
        get { bits & RecordState.countedBit != 0 }
        set { set(RecordState.countedBit, newValue) }
    }

    /// Forgets what slots have done, because it is not known whose slots they were.
    mutating func forget() { bits &= RecordState.corruptedBit | RecordState.spanBit }

    private mutating func set(_ bit: UInt16, _ value: Bool) {
        if value { bits |= bit } else { bits &= ~bit }
    }
}
