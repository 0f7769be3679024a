/// The name of a property on the wire, given as a literal.
///
/// It is a pointer and a length: what a `StaticString` has to be asked before it gives these is asked once, where the literal stands.
public struct AttributeKey: ExpressibleByStringLiteral, Sendable {
    @usableFromInline let text: StaticText

    /// The key with this name.
    @inlinable @inline(__always)
    public init(stringLiteral name: StaticString) { text = StaticText(name) }

    /// The key with this name.
    init(_ name: StaticString) { text = StaticText(name) }

    /// The name.
    var name: String { text.string }
}
