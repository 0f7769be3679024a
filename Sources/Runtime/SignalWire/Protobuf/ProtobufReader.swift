/// Reads the fields of one encoded message in place.
///
/// Nothing is copied and nothing is trusted: every length is checked against the bytes that are left before it is used, and
/// malformed input is a thrown value. Groups, which OTLP does not have, are malformed.
///
/// Safety: the memory given to ``init(_:)`` must stay valid and unchanged for as long as the reader and the fields it gave are used.
package struct ProtobufReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The place of the next byte; never past the end.
    private var offset = 0

    /// A reader of the message in `bytes`.
    @inline(__always)
    package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next field, nil after the last one. Do not go on after an error.
    @inline(__always)
    package mutating func next() throws(WireError) -> ProtobufField? {
        guard offset < bytes.count else { return nil }
        let tag = try varint()
        let number = tag >> 3
        guard number != 0, tag <= UInt64(UInt32.max) else { throw .invalidTag }
        switch tag & 7 {
        case 0: return field(number, .varint, try varint())
        case 1: return field(number, .fixed64, UInt64(littleEndian: try load()))
        case 5: return field(number, .fixed32, UInt64(UInt32(littleEndian: try load())))
        case 2:
            let length = try varint()
            guard length <= UInt64(bytes.count - offset) else { throw .truncated }
            let start = offset
            offset += Int(truncatingIfNeeded: length)
            let payload = UnsafeBufferPointer(rebasing: bytes[start..<offset])
            return field(number, .lengthDelimited, length, payload)
        default: throw .invalidTag
        }
    }

    @inline(__always)
    private func field(
        _ number: UInt64, _ type: WireType, _ bits: UInt64,
        _ payload: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0)
    ) -> ProtobufField {
        ProtobufField(number: UInt32(truncatingIfNeeded: number), type: type, bits: bits, bytes: payload)
    }

    @inline(__always)
    private mutating func varint() throws(WireError) -> UInt64 {
        guard offset < bytes.count else { throw .truncated }
        let first = bytes[offset]
        guard _fastPath(first < 0x80) else { return try longVarint() }
        offset += 1
        return UInt64(first)
    }

    private mutating func longVarint() throws(WireError) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<10 {
            guard offset < bytes.count else { throw .truncated }
            let byte = bytes[offset]
            offset += 1
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
        guard bytes.count - offset >= size else { throw .truncated }
        let value = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: Value.self)
        offset += size
        return value
    }
}
