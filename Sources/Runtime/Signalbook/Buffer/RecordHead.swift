/// The 16 bytes that stand before every record's payload; ``Segment`` says how they lie.
struct RecordHead {
    /// How many bytes it takes.
    static let size = 16
    /// The most bytes a payload may have.
    static let maximumLength = 64 << 10

    private static let lengthMask: UInt32 = 0x1_FFFF
    private static let stateShift: UInt32 = 17
    private static let kindShift: UInt32 = 26

    /// How many bytes the payload has.
    let length: Int
    /// What the payload is, as stored: the number of a ``RecordKind``, unless the head is damaged or a later version wrote it.
    private let storedKind: UInt8
    private let storedState: UInt16
    /// The hash of payload, length, kind and time; 0 for none.
    let checksum: UInt32
    /// When the record was tracked, in nanoseconds since 1970.
    let time: UInt64

    /// Reads a head; nothing in it is certain yet.
    @inline(__always)
    init(at start: UnsafeRawPointer) {
        let word = start.loadUnaligned(as: UInt32.self)
        length = Int(word & RecordHead.lengthMask)
        storedKind = UInt8(truncatingIfNeeded: word >> RecordHead.kindShift)
        storedState = UInt16(truncatingIfNeeded: word >> RecordHead.stateShift)
        checksum = start.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
        time = start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    }

    private init() { (length, storedKind, storedState, checksum, time) = (0, 0, 0, 0, 0) }

    /// The head of no record.
    static let none = RecordHead()

    /// What the payload is; nil where nobody knows.
    var kind: RecordKind? { RecordKind(rawValue: storedKind) }

    /// What exporters have done with the record, as far as a cursor does not say it.
    var state: RecordState { RecordState(stored: storedState, kind: kind ?? .log) }

    /// The head's first word, with another state.
    func word(_ state: RecordState) -> UInt32 {
        UInt32(truncatingIfNeeded: length) | UInt32(state.stored) << RecordHead.stateShift
            | UInt32(storedKind) << RecordHead.kindShift
    }

    /// How many bytes a record with a payload of `length` bytes takes: a multiple of eight.
    @inline(__always)
    static func recordSize(payload length: Int) -> Int { (size + length + 7) & ~7 }

    /// Writes a head before a payload that stands there already, and clears the bytes between the payload and the record's end.
    ///
    /// The eight bytes behind the payload must be free to write to.
    ///
    /// - Parameter seed: what the checksum begins with; 0: there is none, and nothing is cleared.
    @inline(__always)
    static func write(
        at start: UnsafeMutableRawPointer, length: Int, kind: RecordKind, time: UInt64, seed: UInt64
    ) {
        var checksum: UInt32 = 0
        if seed != 0 {
            let payload = start + size
            // Beyond the record's end where it fills its last word; nothing stands there yet.
            (payload + length).storeBytes(of: 0, as: UInt64.self)
            checksum = RecordChecksum.hash(
                payload, words: (length &+ 7) >> 3, seed: seed, first: first(length, kind.rawValue),
                second: time)
        }
        start.storeBytes(
            of: UInt32(truncatingIfNeeded: length) | UInt32(kind.rawValue) << kindShift, as: UInt32.self)
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
        guard head.length > 0, head.length <= maximumLength, head.kind != nil else { return nil }
        let whole = recordSize(payload: head.length)
        guard whole <= bytes.count else { return nil }
        if seed != 0 {
            let hash = RecordChecksum.hash(
                start + size, words: (head.length &+ 7) >> 3, seed: seed,
                first: first(head.length, head.storedKind), second: head.time)
            guard hash == head.checksum else { return nil }
        }
        return UnsafeRawBufferPointer(start: start, count: whole)
    }

    /// What a checksum covers besides payload and time. Of a log record it is the length alone, as in version 2.
    @inline(__always)
    private static func first(_ length: Int, _ kind: UInt8) -> UInt64 {
        UInt64(truncatingIfNeeded: length) | UInt64(kind) << 32
    }
}
