/// What parsing a text gave.
package struct ParseResult: Sendable {
    /// The document. Nil when the text has nothing but comments, or nothing usable. Next to problems it is what could be
    /// read around them: good enough to look for more problems, not to be used.
    package var root: Node?
    /// Why the text is refused, in the order of the text; empty: it is accepted.
    package var problems: [Problem]

    /// Whether the text is JSON, too (RFC 8259). A byte order mark before it is allowed (section 8.1). False if the text is refused.
    package var isJSON: Bool

    /// A result with the given parts.
    package init(root: Node?, problems: [Problem], isJSON: Bool = false) {
        self.root = root
        self.problems = problems
        self.isJSON = isJSON
    }
}
