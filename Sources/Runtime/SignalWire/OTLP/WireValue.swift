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

/// A `KeyValue` as it stands on the wire.
package struct WireKeyValue {
    /// The key, most likely UTF-8; empty if there is none.
    package let key: UnsafeBufferPointer<UInt8>
    /// The value.
    package let value: WireValue

    /// Reads an encoded `KeyValue`.
    package init(_ encoded: UnsafeBufferPointer<UInt8>) throws(WireError) {
        var key = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        var value = WireValue.null
        var reader = ProtobufReader(encoded)
        while let field = try reader.next() {
            switch (field.number, field.type) {
            case (OTLPFields.KeyValue.key, .lengthDelimited): key = field.bytes
            case (OTLPFields.KeyValue.value, .lengthDelimited): value = try WireValue(field.bytes)
            default: continue
            }
        }
        self.key = key
        self.value = value
    }
}

/// Reads the values of an encoded `ArrayValue`, one after the other.
package struct WireList {
    private var reader: ProtobufReader

    /// A reader of an encoded `ArrayValue`.
    package init(_ encoded: UnsafeBufferPointer<UInt8>) { reader = ProtobufReader(encoded) }

    /// The next value, nil after the last one.
    package mutating func next() throws(WireError) -> WireValue? {
        while let field = try reader.next() {
            guard field.number == OTLPFields.List.values, field.type == .lengthDelimited else { continue }
            return try WireValue(field.bytes)
        }
        return nil
    }
}

/// Reads the pairs of an encoded `KeyValueList`, one after the other.
package struct WireKeyValueList {
    private var reader: ProtobufReader

    /// A reader of an encoded `KeyValueList`.
    package init(_ encoded: UnsafeBufferPointer<UInt8>) { reader = ProtobufReader(encoded) }

    /// The next pair, nil after the last one.
    package mutating func next() throws(WireError) -> WireKeyValue? {
        while let field = try reader.next() {
            guard field.number == OTLPFields.List.values, field.type == .lengthDelimited else { continue }
            return try WireKeyValue(field.bytes)
        }
        return nil
    }
}
