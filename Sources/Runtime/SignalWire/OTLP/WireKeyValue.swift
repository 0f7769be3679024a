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
