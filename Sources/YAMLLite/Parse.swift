/// What parsing a text gave.
package struct ParseResult: Sendable {
    /// The document. Nil when the text has nothing but comments, or nothing usable. Next to problems it is what could be
    /// read around them: good enough to look for more problems, not to be used.
    package var root: Node?
    /// Why the text is refused, in the order of the text; empty: it is accepted.
    package var problems: [Problem]

    /// A result with the given parts.
    package init(root: Node?, problems: [Problem]) {
        self.root = root
        self.problems = problems
    }
}

/// Parses a strict subset of YAML 1.2 (and all of JSON): every text accepted means to every YAML 1.2 parser what it means
/// here; everything else is refused by a named ``Rule``.
///
/// It takes time and memory in proportion to the text's length, within `limits`, and never traps.
/// - Parameter bytes: the text in UTF-8; CRLF line ends and a byte order mark at its beginning are accepted.
package func parse(_ bytes: [UInt8], limits: Limits = .default) -> ParseResult {
    bytes.withUnsafeBufferPointer { parse($0, limits: limits) }
}

/// Parses bytes that stand elsewhere; they need to live for the call only.
package func parse(_ bytes: UnsafeBufferPointer<UInt8>, limits: Limits = .default) -> ParseResult {
    ParseResult(root: nil, problems: [])
}
