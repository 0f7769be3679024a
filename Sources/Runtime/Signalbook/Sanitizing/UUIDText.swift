/// The text of a UUID: 36 lower-case bytes in one piece, `8-4-4-4-12` (RFC 9562, section 4).
///
/// Read it with `withUnsafeBytes(of:)`, which gives just these bytes: the type has no padding before its end.
struct UUIDText: Sendable {
    /// The sixteen bytes, as Foundation's `uuid_t` has them.
    typealias Bytes = (
        UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8,
        UInt8, UInt8
    )

    private var text: (UInt64, UInt64, UInt64, UInt64, UInt32) = (0, 0, 0, 0, 0)

    /// Writes the text.
    init(_ uuid: Bytes) {
        withUnsafeMutableBytes(of: &text) { target in
            withUnsafeBytes(of: uuid) { source in
                let first = UUIDText.digits(source, 0)
                let second = UUIDText.digits(source, 4)
                let third = UUIDText.digits(source, 8)
                let last = UUIDText.digits(source, 12)
                target.storeBytes(of: first, as: UInt64.self)
                UUIDText.group(target, 8, UInt32(truncatingIfNeeded: second))
                UUIDText.group(target, 13, UInt32(truncatingIfNeeded: second &>> 32))
                UUIDText.group(target, 18, UInt32(truncatingIfNeeded: third))
                UUIDText.group(target, 23, UInt32(truncatingIfNeeded: third &>> 32))
                target.storeBytes(of: last, toByteOffset: 28, as: UInt64.self)
            }
        }
    }

    @inline(__always)
    private static func digits(_ source: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        LowercaseHex.text(
            UInt32(bigEndian: source.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        ).littleEndian
    }

    /// A dash and four digits.
    @inline(__always)
    private static func group(_ target: UnsafeMutableRawBufferPointer, _ offset: Int, _ digits: UInt32) {
        target.storeBytes(of: UInt8(ascii: "-"), toByteOffset: offset, as: UInt8.self)
        target.storeBytes(of: digits, toByteOffset: offset &+ 1, as: UInt32.self)
    }
}
