/// An `AnyValue` as it stands on the wire: numbers by value, everything else as bytes in place.
///
/// Valid as long as the memory from which it was read.
package enum WireValue {
    /// How deep values may stand in values.
    package static let maximumDepth = 16

    /// No value is set.
    case null
    /// Text, most likely UTF-8, but nobody has checked.
    case string(UnsafeBufferPointer<UInt8>)
    /// True or false.
    case bool(Bool)
    /// A signed integer.
    case int(Int64)
    /// A floating-point number, possibly NaN or infinite.
    case double(Double)
    /// An encoded `ArrayValue`: read it with ``WireList``.
    case array(UnsafeBufferPointer<UInt8>)
    /// An encoded `KeyValueList`: read it with ``WireKeyValueList``.
    case keyValueList(UnsafeBufferPointer<UInt8>)
    /// Bytes as they are.
    case bytes(UnsafeBufferPointer<UInt8>)

    /// Reads an encoded `AnyValue`. The last of several values counts; fields that are not known are skipped.
    package init(_ encoded: UnsafeBufferPointer<UInt8>) throws(WireError) {
        self = .null
        var reader = ProtobufReader(encoded)
        while let field = try reader.next() {
            switch (field.number, field.type) {
            case (OTLPFields.AnyValue.string, .lengthDelimited): self = .string(field.bytes)
            case (OTLPFields.AnyValue.bool, .varint): self = .bool(field.bits != 0)
            case (OTLPFields.AnyValue.int, .varint): self = .int(Int64(bitPattern: field.bits))
            case (OTLPFields.AnyValue.double, .fixed64): self = .double(Double(bitPattern: field.bits))
            case (OTLPFields.AnyValue.array, .lengthDelimited): self = .array(field.bytes)
            case (OTLPFields.AnyValue.keyValueList, .lengthDelimited): self = .keyValueList(field.bytes)
            case (OTLPFields.AnyValue.bytes, .lengthDelimited): self = .bytes(field.bytes)
            default: continue
            }
        }
    }
}
