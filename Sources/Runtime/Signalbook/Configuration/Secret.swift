/// A text that must not be printed by accident: neither `print`, nor interpolation, nor `dump` shows it.
///
/// This is no protection against code that wants it; see ``revealed``.
public struct Secret: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The text. Keep it out of messages, logs and errors.
    public let revealed: String

    /// A secret of the given text.
    public init(_ text: String) { self.revealed = text }

    /// A secret written out in code; for tests.
    public init(stringLiteral text: String) { self.revealed = text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `<secret>`, whatever it holds.
    public var description: String { "<secret>" }

    /// `<secret>`, whatever it holds.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
