/// The bytes of a literal: a pointer and a length, and nothing else.
///
/// A `StaticString` is 17 bytes, so structures of several are copied in pieces that straddle its fields, and each field read back
/// right after costs a dozen cycles. These are copied in whole words.
///
/// Its initializer is inlined into generated code, where it folds to two constants.
///
/// Safety: `@unchecked Sendable`, for literals stand in the program's image and never change or go.
@usableFromInline
struct StaticText: @unchecked Sendable {
    /// Where the text begins.
    @usableFromInline let start: UnsafePointer<UInt8>
    /// How many bytes it has.
    @usableFromInline let count: Int

    /// The bytes of a literal. One given as a single scalar, which has no bytes to point to, is empty.
    @inlinable @inline(__always)
    init(_ text: StaticString) {
        let literal: StaticString = text.hasPointerRepresentation ? text : ""
        start = literal.utf8Start
        count = literal.utf8CodeUnitCount
    }

    /// The text.
    @inline(never)
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The hash of the bytes by themselves.
    @inline(never)
    var hash: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        return hasher.finalize()
    }

    /// The bytes.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    /// Whether both have the same bytes; at once where they are the same literal.
    @inline(never)
    func hasSameBytes(as other: StaticText) -> Bool {
        start == other.start && count == other.count || bytes.hasSameBytes(as: other.bytes)
    }

    /// Feeds the bytes to the hasher.
    @inline(never)
    func hash(into hasher: inout Hasher) {
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
        hasher.combine(count)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether both have the same bytes, compared eight at a time.
    func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count, let left = baseAddress, let right = other.baseAddress else {
            return count == other.count
        }
        var offset = 0
        while offset &+ 8 <= count {
            let (one, two) = (UnsafeRawPointer(left + offset), UnsafeRawPointer(right + offset))
            guard one.loadUnaligned(as: UInt64.self) == two.loadUnaligned(as: UInt64.self) else {
                return false
            }
            offset &+= 8
        }
        while offset < count {
            guard left[offset] == right[offset] else { return false }
            offset &+= 1
        }
        return true
    }
}
