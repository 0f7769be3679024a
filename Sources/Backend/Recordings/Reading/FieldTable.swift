/// The fields of one record, in memory that is kept from record to record, and whether two have one key.
///
/// Safety: it owns its memory and cannot be copied; indexes are below the count or the capacity throughout.
struct FieldTable: ~Copyable {
    /// The most fields of one record; the runtime's own have at most some 150.
    static let maximumCount = 4096

    private static let smallSize = 256
    private static let largeSize = 4 * maximumCount

    private let fields: UnsafeMutablePointer<RecordedField>
    private let slots: UnsafeMutablePointer<Slot>
    private var size = FieldTable.smallSize
    private var generation: UInt32 = 0
    private(set) var count = 0

    /// Which field has a hash; of an older generation: none.
    private struct Slot {
        var generation: UInt32
        var field: UInt32
    }

    init() {
        fields = .allocate(capacity: Self.maximumCount)
        slots = .allocate(capacity: Self.largeSize)
        slots.initialize(repeating: Slot(generation: 0, field: 0), count: Self.largeSize)
    }

    deinit {
        fields.deallocate()
        slots.deallocate()
    }

    /// The fields so far.
    var all: UnsafeBufferPointer<RecordedField> { UnsafeBufferPointer(start: fields, count: count) }

    /// Forgets all fields.
    @inline(__always)
    mutating func removeAll() {
        count = 0
        size = Self.smallSize
        nextGeneration()
    }

    private mutating func nextGeneration() {
        generation &+= 1
        if generation == 0 {
            slots.initialize(repeating: Slot(generation: 0, field: 0), count: Self.largeSize)
            generation = 1
        }
    }

    /// Adds a field; false if there is no room for more.
    ///
    /// - Parameter line: where keys point into, which hold no backslashes or else were hashed as decoded.
    /// - Parameter duplicate: set when a field of this key is there already.
    @inline(__always)
    mutating func append(
        _ field: RecordedField, line: UnsafePointer<UInt8>, duplicate: inout (start: Int, length: Int)?
    ) -> Bool {
        guard count < Self.maximumCount else { return false }
        if count &* 2 >= size { grow() }
        if isThere(field, line) {
            if duplicate == nil { duplicate = (Int(field.keyStart), Int(field.keyLength)) }
        }
        fields[count] = field
        count &+= 1
        return true
    }

    /// Whether a field of this key is there; if not, its slot is taken for the next field.
    @inline(__always)
    private mutating func isThere(_ field: RecordedField, _ line: UnsafePointer<UInt8>) -> Bool {
        var index = Int(field.keyHash) & (size &- 1)
        while slots[index].generation == generation {
            let other = fields[Int(slots[index].field)]
            if other.keyHash == field.keyHash, Self.haveOneKey(field, other, line) { return true }
            index = (index &+ 1) & (size &- 1)
        }
        slots[index] = Slot(generation: generation, field: UInt32(truncatingIfNeeded: count))
        return false
    }

    @inline(__always)
    private static func haveOneKey(
        _ first: RecordedField, _ second: RecordedField, _ line: UnsafePointer<UInt8>
    ) -> Bool {
        if first.keyHasEscapes || second.keyHasEscapes { return escapedKeysAreEqual(first, second, line) }
        return first.keyLength == second.keyLength
            && Bytes.equal(
                line + Int(first.keyStart), line + Int(second.keyStart), count: Int(first.keyLength))
    }

    @inline(never)
    private static func escapedKeysAreEqual(
        _ first: RecordedField, _ second: RecordedField, _ line: UnsafePointer<UInt8>
    ) -> Bool {
        func text(_ field: RecordedField) -> [UInt8] {
            var text: [UInt8] = []
            JSONText.decode(
                ByteSpan(start: line + Int(field.keyStart), count: Int(field.keyLength)), into: &text)
            return text
        }
        return text(first) == text(second)
    }

    /// Goes over to the larger table of slots.
    @inline(never)
    private mutating func grow() {
        guard size < Self.largeSize else { return }
        size = Self.largeSize
        nextGeneration()
        for field in 0..<count {
            var index = Int(fields[field].keyHash) & (size &- 1)
            while slots[index].generation == generation { index = (index &+ 1) & (size &- 1) }
            slots[index] = Slot(generation: generation, field: UInt32(truncatingIfNeeded: field))
        }
    }
}
