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
