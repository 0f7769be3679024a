/// The rules by which a text is refused. Raw values are an API: they stay what they are.
package enum Rule: String, Sendable, CaseIterable {
    // MARK: bytes and characters

    /// The text is not UTF-8.
    case encoding = "yaml-encoding"
    /// A control character, such as NUL, that YAML does not allow (YAML 1.2.2, production 1).
    case controlCharacter = "yaml-control-character"
    /// A carriage return that no line feed follows.
    case carriageReturn = "yaml-carriage-return"
    /// U+0085, U+2028 or U+2029, which YAML 1.1 takes for the end of a line and YAML 1.2 does not.
    case lineSeparator = "yaml-line-separator"
    /// A byte order mark elsewhere than at the beginning.
    case byteOrderMark = "yaml-byte-order-mark"

    // MARK: limits

    /// More bytes than ``Limits/bytes``.
    case tooLarge = "yaml-too-large"
    /// Collections nested deeper than ``Limits/depth``.
    case tooDeep = "yaml-too-deep"
    /// More nodes than ``Limits/nodes``.
    case tooManyNodes = "yaml-too-many-nodes"
    /// More problems than ``Limits/problems``; the rest is not shown.
    case tooManyProblems = "yaml-too-many-problems"

    // MARK: what YAML has and the subset has not

    /// A `%` directive.
    case directive = "yaml-directive"
    /// A second document.
    case severalDocuments = "yaml-several-documents"
    /// Something on the line of `---`.
    case documentStart = "yaml-document-start"
    /// A `...` line.
    case documentEnd = "yaml-document-end"
    /// A tag, such as `!!str`.
    case tag = "yaml-tag"
    /// The merge key `<<`.
    case mergeKey = "yaml-merge-key"
    /// A key written with `? `, or a collection as a key.
    case complexKey = "yaml-complex-key"
    /// A key that goes over several lines, or whose `:` stands on another line.
    case multiLineKey = "yaml-multi-line-key"
    /// A key that is a number, a truth value or null.
    case keyNotText = "yaml-key-not-text"
    /// A key of more than 1,024 bytes (YAML 1.2.2, section 7.4.2 says characters).
    case keyTooLong = "yaml-key-too-long"
    /// An anchor on a mapping or a sequence.
    case anchorOnCollection = "yaml-anchor-on-collection"
    /// An anchor before a key, or an alias as a key.
    case anchorOnKey = "yaml-anchor-on-key"
    /// An anchor with no scalar behind it on the same line.
    case anchorWithoutScalar = "yaml-anchor-without-scalar"
    /// An anchor or alias with no name, or one that is not letters, digits, `_` and `-`.
    case anchorName = "yaml-anchor-name"
    /// An anchor's name given twice.
    case duplicateAnchor = "yaml-duplicate-anchor"
    /// A number that parsers of YAML 1.2 read differently, such as `012` or `1_000`.
    case ambiguousNumber = "yaml-ambiguous-number"
    /// A number too large or too small for a double.
    case numberRange = "yaml-number-range"
    /// The plain scalar `=`, which has a meaning of its own to some parsers.
    case reservedScalar = "yaml-reserved-scalar"
    /// A mapping of one pair without braces in a flow sequence: `[a: b]`.
    case pairInSequence = "yaml-pair-in-sequence"

    // MARK: what is no YAML

    /// A tab where a line's indentation is.
    case tabIndentation = "yaml-tab-indentation"
    /// A tab between things, outside flow collections, or in a plain scalar.
    case tabSeparation = "yaml-tab-separation"
    /// A line whose indentation fits nothing around it.
    case badIndentation = "yaml-bad-indentation"
    /// A line of a flow collection that is indented no more than what the collection belongs to.
    case flowIndentation = "yaml-flow-indentation"
    /// The same key twice in a mapping.
    case duplicateKey = "yaml-duplicate-key"
    /// An alias whose anchor does not stand before it.
    case unresolvedAlias = "yaml-unresolved-alias"
    /// A line among a mapping's entries that has no `: `.
    case missingColon = "yaml-missing-colon"
    /// A `:`, `,` or `#` too close to its neighbour.
    case missingSpace = "yaml-missing-space"
    /// A key in a flow mapping that has no `:`.
    case missingValue = "yaml-missing-value"
    /// A comma in a flow collection with nothing before it.
    case missingItem = "yaml-missing-item"
    /// Two things in a flow collection with no comma between them.
    case missingComma = "yaml-missing-comma"
    /// A second `: ` where a value is meant.
    case nestedMapping = "yaml-nested-mapping"
    /// A `- ` where no sequence can begin.
    case misplacedSequence = "yaml-misplaced-sequence"
    /// Something behind a complete value.
    case unexpectedText = "yaml-unexpected-text"
    /// A plain scalar that begins with a character that is kept for other purposes.
    case reservedIndicator = "yaml-reserved-indicator"
    /// A quoted scalar that does not end.
    case unterminatedQuote = "yaml-unterminated-quote"
    /// A flow collection that does not end.
    case unterminatedFlow = "yaml-unterminated-flow"
    /// An escape that YAML does not know, or with too few digits.
    case unknownEscape = "yaml-unknown-escape"
    /// White space between an escape and the end of a line, within double quotes.
    case trailingSpace = "yaml-trailing-space"
    /// An escape that gives no Unicode character.
    case invalidCodePoint = "yaml-invalid-code-point"
    /// A block scalar's indicators are not understood.
    case blockScalarHeader = "yaml-block-scalar-header"
    /// A block scalar whose first lines leave open how deep its text is.
    case blockScalarIndentation = "yaml-block-scalar-indentation"
    /// A text that ends within a block scalar without the end of a line.
    case missingFinalNewline = "yaml-missing-final-newline"
}
