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
