/// How a protobuf field's payload is laid out (protobuf encoding, "Message Structure").
///
/// The group types 3 and 4 are not written by anything in OTLP; the reader treats them as malformed.
public enum WireType: UInt8, Sendable {
    /// An integer of up to ten bytes, seven bits in each.
    case varint = 0
    /// Eight bytes, little-endian.
    case fixed64 = 1
    /// A length and that many bytes.
    case lengthDelimited = 2
    /// Four bytes, little-endian.
    case fixed32 = 5
}
