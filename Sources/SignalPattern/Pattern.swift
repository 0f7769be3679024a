/// A regular expression that is always matched against a whole string, in time linear in the string.
///
/// The language is the subset on which the usual dialects agree: literals, `.`, classes (`[a-z0-9_-]`, `[^,]`),
/// `\d \w \s` (ASCII) and their negations, `\t \n \r \f \v` and escaped punctuation, groups `(…)` and `(?:…)`,
/// `|`, and `? * + {m} {m,} {m,n}`. `^` at the start and `$` at the end are allowed and change nothing.
/// Anything else is refused by name, never ignored.
///
/// `.` is any Unicode scalar but line feed; a negated class is any scalar not in it, line feed included.
/// Bytes that are not UTF-8 match nothing.
///
/// - Note: Bounded by ``PatternLimits``. A literal costs one position a UTF-8 byte, `.` and a negated class
///   15, and a repetition as many as its copies, so `.{0,34}` is the longest of its kind.
package struct Pattern: Sendable {
    private let automaton: PatternAutomaton

    /// Reads `text`, or says what in it is not supported.
    package init(parsing text: String) throws(PatternError) {
        var parser = PatternParser(text)
        automaton = PatternAutomaton(try parser.parse())
    }

    /// Whether all of `bytes` match. Does not allocate; the time is proportional to the count of bytes.
    package func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        automaton.matches(bytes)
    }

    /// Whether the whole `string` matches. Does not allocate; the time is proportional to its UTF-8 length.
    package func matches(_ string: String) -> Bool {
        string.utf8.withContiguousStorageIfAvailable { automaton.matches($0) }
            ?? automaton.matches(string.utf8)
    }
}

/// The bounds of a pattern: with them, the cost of one matched byte is bounded whatever the pattern says.
package enum PatternLimits {
    /// The length of the pattern's text in UTF-8 bytes.
    package static let textLength = 4096

    /// Positions of the automaton: byte places of the pattern after its repetitions are written out.
    package static let positions = 512

    /// The largest count in `{m,n}`.
    package static let count = 512

    /// How deep groups may nest.
    package static let depth = 64
}
