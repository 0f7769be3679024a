/// Whole fields: a tag and its payload.
extension ProtobufWriter {
    /// A field's tag: its number and how its payload is laid out.
    @inlinable @inline(__always)
    public mutating func tag(_ field: UInt32, _ type: WireType) {
        varint(UInt64(field) << 3 | UInt64(type.rawValue))
    }

    /// A varint field. Zero is written too: leaving out defaults is the caller's choice.
    @inlinable @inline(__always)
    public mutating func varintField(_ field: UInt32, _ value: UInt64) {
        tag(field, .varint)
        varint(value)
    }

    /// An eight-byte field.
    @inlinable @inline(__always)
    public mutating func fixed64Field(_ field: UInt32, _ value: UInt64) {
        tag(field, .fixed64)
        fixed64(value)
    }

    /// A four-byte field.
    @inlinable @inline(__always)
    public mutating func fixed32Field(_ field: UInt32, _ value: UInt32) {
        tag(field, .fixed32)
        fixed32(value)
    }

    /// A `double` field.
    @inlinable @inline(__always)
    public mutating func doubleField(_ field: UInt32, _ value: Double) {
        fixed64Field(field, value.bitPattern)
    }

    /// A `bytes`, `string` or already encoded message field.
    @inlinable @inline(__always)
    public mutating func bytesField(_ field: UInt32, _ source: UnsafePointer<UInt8>, count: Int) {
        tag(field, .lengthDelimited)
        varint(UInt64(truncatingIfNeeded: count))
        bytes(source, count: count)
    }

    /// A `bytes`, `string` or already encoded message field; an empty one is written with length 0.
    @inlinable @inline(__always)
    public mutating func bytesField(_ field: UInt32, _ source: UnsafeBufferPointer<UInt8>) {
        tag(field, .lengthDelimited)
        varint(UInt64(truncatingIfNeeded: source.count))
        bytes(source)
    }

    /// A `string` field. Does not allocate for native Swift strings.
    @inlinable @inline(__always)
    public mutating func stringField(_ field: UInt32, _ value: String) {
        var value = value
        value.withUTF8 { bytesField(field, $0) }
    }

    /// A `string` field from a literal, taken as it stands in the binary.
    @inlinable @inline(__always)
    public mutating func stringField(_ field: UInt32, _ value: StaticString) {
        guard value.hasPointerRepresentation else { return stringField(field, value.description) }
        bytesField(field, value.utf8Start, count: value.utf8CodeUnitCount)
    }
}
