/// The 16 bytes that stand before every record's payload; ``Segment`` says how they lie.
struct RecordHead {
    /// How many bytes it takes.
    static let size = 16
    /// The most bytes a payload may have.
    static let maximumLength = 64 << 10

    private static let lengthMask: UInt32 = 0x1_FFFF
    private static let stateShift: UInt32 = 17

    /// How many bytes the payload has.
    let length: Int
    /// What exporters have done with the record, as far as a cursor does not say it.
    let state: RecordState
    /// The hash of payload, length and time; 0 for none.
    let checksum: UInt32
    /// When the record was tracked, in nanoseconds since 1970.
    let time: UInt64

    /// Reads a head; nothing in it is certain yet.
    @inline(__always)
    init(at start: UnsafeRawPointer) {
        let word = start.loadUnaligned(as: UInt32.self)
        length = Int(word & RecordHead.lengthMask)
        state = RecordState(stored: UInt16(truncatingIfNeeded: word >> RecordHead.stateShift))
        checksum = start.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
        time = start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    }

    private init() { (length, state, checksum, time) = (0, RecordState(), 0, 0) }

    /// The head of no record.
    static let none = RecordHead()

    /// How many bytes a record with a payload of `length` bytes takes: a multiple of eight.
    @inline(__always)
    static func recordSize(payload length: Int) -> Int { (size + length + 7) & ~7 }

    /// The head's first word.
    @inline(__always)
    static func word(length: Int, state: RecordState) -> UInt32 {
        UInt32(truncatingIfNeeded: length) | UInt32(state.stored) << stateShift
    }

    /// Writes a head before a payload that stands there already, and clears the bytes between the payload and the record's end.
    ///
    /// The eight bytes behind the payload must be free to write to.
    ///
    /// - Parameter seed: what the checksum begins with; 0: there is none, and nothing is cleared.
    @inline(__always)
    static func write(
        at start: UnsafeMutableRawPointer, length: Int, time: UInt64, seed: UInt64,
        state: RecordState = RecordState()
    ) {
        var checksum: UInt32 = 0
        if seed != 0 {
            let payload = start + size
            // Beyond the record's end where it fills its last word; nothing stands there yet.
            (payload + length).storeBytes(of: 0, as: UInt64.self)
            checksum = RecordChecksum.hash(
                payload, words: (length &+ 7) >> 3, seed: seed, first: UInt64(length), second: time)
        }
        start.storeBytes(of: word(length: length, state: state), as: UInt32.self)
        start.storeBytes(of: checksum, toByteOffset: 4, as: UInt32.self)
        start.storeBytes(of: time, toByteOffset: 8, as: UInt64.self)
    }

    /// The whole record that begins with `bytes`, head and padding included, if it is what was written.
    ///
    /// - Parameter seed: what its checksum began with; 0: it has none, and only its bounds are checked.
    @inline(__always)
    static func wholeRecord(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UnsafeRawBufferPointer? {
        guard let start = bytes.baseAddress, bytes.count >= size else { return nil }
        let head = RecordHead(at: start)
        guard head.length > 0, head.length <= maximumLength else { return nil }
        let whole = recordSize(payload: head.length)
        guard whole <= bytes.count else { return nil }
        if seed != 0 {
            let hash = RecordChecksum.hash(
                start + size, words: (head.length &+ 7) >> 3, seed: seed, first: UInt64(head.length),
                second: head.time)
            guard hash == head.checksum else { return nil }
        }
        return UnsafeRawBufferPointer(start: start, count: whole)
    }
}

/// What exporters have done with one record, as far as the cursors of its segment do not say it.
///
/// A cursor behind a record says that its slot has settled it: with success, unless the slot's ``isDone(_:)`` is set here. So
/// the usual case writes nothing to a record at all.
struct RecordState: Sendable, Hashable {
    private static let storedMask: UInt16 = 0x1FF
    private static let deliveredBit: UInt16 = 0x100
    private static let corruptedBit: UInt16 = 0x200
    private static let expiredBit: UInt16 = 0x400
    private static let countedBit: UInt16 = 0x800

    private var bits: UInt16

    /// Nothing special.
    init() { bits = 0 }

    /// Damaged.
    static let corrupted: RecordState = {
        var state = RecordState()
        state.isCorrupted = true
        return state
    }()

    /// What a record's head says.
    init(stored: UInt16) { bits = stored & RecordState.storedMask }

    /// What a record's head is to say.
    var stored: UInt16 { bits & RecordState.storedMask }

    /// Whether nothing special is known.
    var isPlain: Bool { bits == 0 }

    /// Whether the slot wants nothing of the record any more, and did not deliver it from this place.
    func isDone(_ slot: Int) -> Bool { bits & (1 << UInt16(slot)) != 0 }

    /// Notes that the slot gave the record up.
    mutating func setDone(_ slot: Int) { bits |= 1 << UInt16(slot) }

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

    /// Forgets what slots have done, for nobody knows whose they were.
    mutating func forget() { bits &= RecordState.corruptedBit }

    private mutating func set(_ bit: UInt16, _ value: Bool) {
        if value { bits |= bit } else { bits &= ~bit }
    }
}
