/// Writes protobuf into memory that somebody else owns, and never past its end.
///
/// A write that does not fit writes nothing and sets ``hasOverflowed``; the flag stays, so one check after the last
/// write tells whether the message is whole. Nothing here allocates, traps on data, or calls Foundation.
///
/// Safety: `start..<end` must be valid for writing for as long as this value is used. `end` is never passed, because each
/// write first compares the bytes it needs with `end - position`.
///
/// NOTE: `public` here and in its extensions although the module is no product: the compiler inlines `@inlinable` members across
/// modules only when they are public, and a call a field costs more than the field.
public struct ProtobufWriter {
    /// Where the message starts.
    public let start: UnsafeMutablePointer<UInt8>
    /// Where the next byte goes.
    public var position: UnsafeMutablePointer<UInt8>
    /// One past the last byte that may be written.
    public let end: UnsafeMutablePointer<UInt8>
    /// Whether a write did not fit. What has been written then is not a whole message.
    public var hasOverflowed = false

    /// A writer over `capacity` bytes from `start`.
    @inlinable @inline(__always)
    public init(start: UnsafeMutablePointer<UInt8>, capacity: Int) {
        self.start = start
        self.position = start
        self.end = start + capacity
    }

    /// How many bytes have been written.
    @inlinable public var count: Int {
        @inline(__always) get { position - start }
    }

    /// How many bytes may still be written.
    @inlinable public var remaining: Int {
        @inline(__always) get { end - position }
    }

    /// Whether `count` more bytes fit; if they do not, ``hasOverflowed`` is set.
    @inlinable @inline(__always)
    public mutating func ensure(_ count: Int) -> Bool {
        if _fastPath(end - position >= count) { return true }
        hasOverflowed = true
        return false
    }

    /// One byte as it is.
    @inlinable @inline(__always)
    public mutating func byte(_ value: UInt8) {
        guard ensure(1) else { return }
        position.pointee = value
        position += 1
    }

    /// A base-128 varint; a negative `int64` goes in as `UInt64(bitPattern:)` and takes ten bytes.
    @inlinable @inline(__always)
    public mutating func varint(_ value: UInt64) {
        if _fastPath(value < 0x80) {
            byte(UInt8(truncatingIfNeeded: value))
        } else {
            longVarint(value)
        }
    }

    /// ``varint(_:)`` of two bytes or more.
    @inlinable
    public mutating func longVarint(_ value: UInt64) {
        guard ensure(varintLength(value)) else { return }
        var rest = value
        while rest >= 0x80 {
            position.pointee = UInt8(truncatingIfNeeded: rest) | 0x80
            position += 1
            rest >>= 7
        }
        position.pointee = UInt8(truncatingIfNeeded: rest)
        position += 1
    }

    /// Eight bytes, little-endian.
    @inlinable @inline(__always)
    public mutating func fixed64(_ value: UInt64) {
        guard ensure(8) else { return }
        UnsafeMutableRawPointer(position).storeBytes(of: value.littleEndian, as: UInt64.self)
        position += 8
    }

    /// Four bytes, little-endian.
    @inlinable @inline(__always)
    public mutating func fixed32(_ value: UInt32) {
        guard ensure(4) else { return }
        UnsafeMutableRawPointer(position).storeBytes(of: value.littleEndian, as: UInt32.self)
        position += 4
    }

    /// `count` bytes from `source` as they are, without a length.
    @inlinable @inline(__always)
    public mutating func bytes(_ source: UnsafePointer<UInt8>, count: Int) {
        guard ensure(count) else { return }
        position.update(from: source, count: count)
        position += count
    }

    /// Bytes as they are, without a length.
    @inlinable @inline(__always)
    public mutating func bytes(_ source: UnsafeBufferPointer<UInt8>) {
        guard let base = source.baseAddress else { return }
        bytes(base, count: source.count)
    }
}

/// How many bytes ``ProtobufWriter/varint(_:)`` takes for `value`: 1 to 10.
@inlinable @inline(__always)
public func varintLength(_ value: UInt64) -> Int {
    // ⌈bits / 7⌉ for 1...64 bits, without a division.
    let bits = 64 - (value | 1).leadingZeroBitCount
    return (bits &* 9 &+ 64) >> 6
}

/// How many bytes ``ProtobufWriter/varint(_:)`` takes for a length; a negative length counts as zero.
@inlinable @inline(__always)
public func varintLength(_ length: Int) -> Int {
    varintLength(UInt64(truncatingIfNeeded: max(length, 0)))
}
