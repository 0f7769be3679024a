/// A scalar: its text as YAML defines it, and what the core schema makes of it.
package struct Scalar: Sendable, Hashable {
    /// The text, with quotation marks gone, escapes and line folding done, CRLF as LF. Empty for a value that is not there.
    package var text: String
    /// What the text stands for.
    package var value: Value
    /// How it was written.
    package var style: Style

    /// How a scalar is written.
    package enum Style: Sendable, Hashable {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    /// What a scalar stands for by the core schema (YAML 1.2.2, section 10.3.2). Whatever is not plain is text.
    package enum Value: Sendable, Hashable {
        case null
        case bool(Bool)
        case integer(Int64)
        /// A whole number beyond 64 bits; its digits are the scalar's text.
        case bigInteger
        case double(Double)
        /// Text: ``Scalar/text``.
        case string
    }

    /// A scalar with the given parts.
    package init(text: String, style: Style, value: Value) {
        self.text = text
        self.value = value
        self.style = style
    }
}
