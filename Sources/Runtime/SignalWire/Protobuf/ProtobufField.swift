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
