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
