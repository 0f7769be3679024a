/// Finds the number of a name by its bytes. Made once, then only read.
///
/// Safety: `@unchecked Sendable` and no bounds checks, because the memory is written in `init` alone, belongs to this object, and indexes
/// are masked by the size, which is a power of two above the number of names.
final class NameIndex: @unchecked Sendable {
    private struct Slot {
        var hash: UInt32
        var start: UInt32
        var length: UInt32
        /// The name's number plus one; 0 is an empty slot.
        var number: Int32
    }

    private let bytes: UnsafeMutablePointer<UInt8>
    private let slots: UnsafeMutablePointer<Slot>
    private let mask: Int

    /// An index of names, which are numbered in their order; of equal ones the first counts.
    init(_ names: [String]) {
        var size = 8
        while size < names.count * 3 { size *= 2 }
        mask = size - 1
        slots = .allocate(capacity: size)
        slots.initialize(repeating: Slot(hash: 0, start: 0, length: 0, number: 0), count: size)
        let total = names.reduce(0) { $0 + $1.utf8.count }
        bytes = .allocate(capacity: max(total, 1))
        var start = 0
        for (number, name) in names.enumerated() {
            for (offset, byte) in name.utf8.enumerated() { (bytes + start + offset).initialize(to: byte) }
            let span = ByteSpan(start: bytes + start, count: name.utf8.count)
            let hash = Bytes.hash(span)
            guard self.number(of: span, hash: hash) == nil else { continue }
            var index = Int(hash) & mask
            while slots[index].number != 0 { index = (index + 1) & mask }
            slots[index] = Slot(
                hash: hash, start: UInt32(start), length: UInt32(span.count), number: Int32(number + 1))
            start += span.count
        }
    }

    deinit {
        bytes.deallocate()
        slots.deallocate()
    }

    /// The number of a name; nil if it is not there.
    @inline(__always)
    func number(of name: ByteSpan, hash: UInt32) -> Int? {
        var index = Int(hash) & mask
        while slots[index].number != 0 {
            let slot = slots[index]
            if slot.hash == hash, Int(slot.length) == name.count,
                name.count == 0
                    || Bytes.equal(
                        UnsafePointer(bytes + Int(slot.start)), name.baseAddress ?? UnsafePointer(bytes),
                        count: name.count)
            {
                return Int(slot.number) &- 1
            }
            index = (index &+ 1) & mask
        }
        return nil
    }

    /// The number of a name; nil if it is not there.
    @inline(__always)
    func number(of name: ByteSpan) -> Int? { number(of: name, hash: Bytes.hash(name)) }
}
