/// Why encoded bytes cannot be read.
package enum WireError: Error, Sendable, Hashable {
    /// A field ends after the bytes that there are.
    case truncated
    /// A varint has more than ten bytes or more than 64 bits.
    case oversizedVarint
    /// A tag has a field number out of range or a wire type that nothing in OTLP uses.
    case invalidTag
    /// Values stand in values more than ``WireValue/maximumDepth`` deep.
    case tooDeep
}

/// One field as it stands on the wire.
package struct ProtobufField {
    /// The field's number, 1 to 2²⁹ − 1.
    package let number: UInt32
    /// How the payload is laid out; says which of the other two members holds it.
    package let type: WireType
    /// The payload of a varint or fixed-width field.
    package let bits: UInt64
    /// The payload of a length-delimited field; valid as long as the memory that is read.
    package let bytes: UnsafeBufferPointer<UInt8>
}

/// Reads the fields of one encoded message in place.
///
/// Nothing is copied and nothing is trusted: every length is checked against the bytes that are left before it is used, and
/// malformed input is a thrown value. Groups, which OTLP does not have, are malformed.
///
/// Safety: the memory given to ``init(_:)`` must stay valid and unchanged for as long as the reader and the fields it gave are used.
package struct ProtobufReader {
    private var position: UnsafePointer<UInt8>?
    private var remaining: Int

    /// A reader of the message in `bytes`.
    @inline(__always)
    package init(_ bytes: UnsafeBufferPointer<UInt8>) {
        position = bytes.baseAddress
        remaining = bytes.count
    }

    /// The next field, nil after the last one. Do not go on after an error.
    @inline(__always)
    package mutating func next() throws(WireError) -> ProtobufField? {
        guard remaining > 0 else { return nil }
        let tag = try varint()
        guard tag >> 3 != 0, tag <= UInt64(UInt32.max),
            let type = WireType(rawValue: UInt8(truncatingIfNeeded: tag & 7))
        else { throw .invalidTag }
        let number = UInt32(truncatingIfNeeded: tag >> 3)
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        switch type {
        case .varint:
            return ProtobufField(number: number, type: type, bits: try varint(), bytes: none)
        case .fixed64:
            return ProtobufField(
                number: number, type: type, bits: UInt64(littleEndian: try load()), bytes: none)
        case .fixed32:
            let bits: UInt32 = try load()
            return ProtobufField(
                number: number, type: type, bits: UInt64(UInt32(littleEndian: bits)), bytes: none)
        case .lengthDelimited:
            let length = try varint()
            guard length <= UInt64(remaining) else { throw .truncated }
            let bytes = UnsafeBufferPointer(start: position, count: Int(length))
            advance(Int(length))
            return ProtobufField(number: number, type: type, bits: length, bytes: bytes)
        }
    }

    /// Goes on by `count` bytes, which the caller has checked to be there.
    @inline(__always)
    private mutating func advance(_ count: Int) {
        position = position.map { $0 + count }
        remaining -= count
    }

    @inline(__always)
    private mutating func varint() throws(WireError) -> UInt64 {
        guard remaining > 0, let first = position?.pointee else { throw .truncated }
        if _fastPath(first < 0x80) {
            advance(1)
            return UInt64(first)
        }
        return try longVarint()
    }

    private mutating func longVarint() throws(WireError) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<10 {
            guard remaining > 0, let byte = position?.pointee else { throw .truncated }
            advance(1)
            // The tenth byte has room for one bit.
            if index == 9, byte > 1 { throw .oversizedVarint }
            value |= UInt64(byte & 0x7F) << UInt64(index * 7)
            if byte < 0x80 { return value }
        }
        throw .oversizedVarint
    }

    @inline(__always)
    private mutating func load<Value: FixedWidthInteger & BitwiseCopyable>() throws(WireError) -> Value {
        let size = MemoryLayout<Value>.size
        guard remaining >= size, let position else { throw .truncated }
        let value = UnsafeRawPointer(position).loadUnaligned(as: Value.self)
        advance(size)
        return value
    }
}
