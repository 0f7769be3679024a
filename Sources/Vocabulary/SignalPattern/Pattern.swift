/// A compiled pattern: a regular expression that describes a whole value.
///
/// The subset has the meaning of ECMA-262 with the `u` flag, which is what JSON Schema's `pattern` uses, so the
/// catalog, the run time and what is generated from the catalog agree. In it are literals, `.`, classes
/// (`[a-z0-9_-]`, `[^/]`), the escapes `\d \D \w \W \s \S \t \n \r \f \v` and escaped ASCII punctuation, groups
/// `(…)` and `(?:…)`, alternation, and the greedy quantifiers `? * + {m} {m,} {m,n}`. Everything else is refused
/// by name, and so is what dialects read differently (`[a-z-9]`, `^a|b$`, `\<`). `^` and `$` may stand at the two
/// ends and change nothing: a pattern always describes the whole value.
///
/// A pattern is about Unicode scalars: a literal, a class and `.` each match one scalar, and letters are compared
/// exactly (no case folding, no canonical equivalence). `.` is every scalar but the line terminators `\n`, `\r`,
/// U+2028 and U+2029; `\d` is `[0-9]`, `\w` is `[A-Za-z0-9_]`, `\s` is ECMA-262's white space. Bytes that are no
/// well-formed UTF-8 match nothing.
///
/// A pattern has bounds, and is refused beyond them:
///
/// - ``maximumLength``: 4096 bytes of text;
/// - ``maximumPositions``: 256 positions, where each literal, class, escape and `.` is one in every copy that its
///   repetitions make of it (`[a-z]{1,36}` has 36, `(ab){2,}` has 4); no count may be above 256 either;
/// - ``maximumDepth``: groups 64 deep.
///
/// Matching takes time linear in the value's length, whatever the pattern, and allocates nothing. A scalar costs
/// one look-up in a table made when the pattern is parsed; a pattern whose table would have more than 512 states
/// or 32768 entries (`(a|b)*a(a|b){20}`) has none and costs up to 256 steps a scalar.
package struct Pattern: Sendable {
    /// The longest text that is read, in UTF-8 bytes.
    package static let maximumLength = 4_096

    /// The most single-scalar positions a pattern may have after its counted repetitions are written out, and so
    /// the highest count.
    package static let maximumPositions = 256

    /// How deeply groups may be nested.
    package static let maximumDepth = 64

    /// The text this was parsed from.
    package let text: String

    let program: Program

    /// Parses and compiles `text`.
    ///
    /// - Throws: ``PatternError`` for the first construct that is outside the subset or its bounds.
    package init(parsing text: String) throws(PatternError) {
        var parser = try PatternParser(text)
        let tree = try parser.parse()
        self.text = text
        self.program = Program(PositionAutomaton(tree))
    }

    /// Whether the whole of `bytes` is described by this pattern.
    package func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var steps = 0
        return program.matches(bytes, steps: &steps)
    }

    /// Whether the whole of `string` is described by this pattern.
    ///
    /// Allocates only when `string` is not stored as UTF-8 (bridged from Objective-C).
    package func matches(_ string: String) -> Bool {
        var string = string
        return string.withUTF8 { matches($0) }
    }
}
