package import YAMLLite

extension Rule {
    /// What the rule refuses, in one sentence.
    package var summary: String { "Refused: " + refused + "." }

    private var refused: String {
        switch self {
        case .encoding: "text that is not UTF-8"
        case .controlCharacter: "a control character, such as NUL, that YAML does not allow"
        case .carriageReturn: "a carriage return that no line feed follows"
        case .lineSeparator:
            "U+0085, U+2028 or U+2029, which YAML 1.1 takes for the end of a line and YAML 1.2 does not"
        case .byteOrderMark: "a byte order mark elsewhere than at the beginning"
        case .tooLarge: "a file of more than 16 MiB"
        case .tooDeep: "collections nested deeper than 64"
        case .tooManyNodes: "more than 2,000,000 values in one file"
        case .tooManyProblems: "more problems than are shown"
        case .directive: "a `%` directive"
        case .severalDocuments: "a second document"
        case .documentStart: "something on the line of `---`"
        case .documentEnd: "a `...` line"
        case .tag: "a tag, such as `!!str`"
        case .mergeKey: "the merge key `<<`"
        case .complexKey: "a key written with `? `, or a collection as a key"
        case .multiLineKey: "a key that goes over several lines, or whose `:` stands on another line"
        case .keyNotText: "a key that is a number, a truth value or null"
        case .keyTooLong: "a key of more than 1,024 bytes"
        case .anchorOnCollection: "an anchor on a mapping or a sequence"
        case .anchorOnKey: "an anchor before a key, or an alias as a key"
        case .anchorWithoutScalar: "an anchor with no scalar behind it on the same line"
        case .anchorName: "an anchor or alias with no name, or one that is not letters, digits, `_` and `-`"
        case .duplicateAnchor: "an anchor's name given twice"
        case .ambiguousNumber: "a number that parsers of YAML 1.2 read differently, such as `012` or `1_000`"
        case .numberRange: "a number too large or too small for a double"
        case .reservedScalar: "the plain scalar `=`, which has a meaning of its own to some parsers"
        case .pairInSequence: "a mapping of one pair without braces in a flow sequence: `[a: b]`"
        case .tabIndentation: "a tab where a line's indentation is"
        case .tabSeparation: "a tab between things, outside flow collections, or in a plain scalar"
        case .badIndentation: "a line whose indentation fits nothing around it"
        case .flowIndentation:
            "a line of a flow collection that is indented no more than what the collection belongs to"
        case .duplicateKey: "the same key twice in a mapping"
        case .unresolvedAlias: "an alias whose anchor does not stand before it"
        case .missingColon: "a line among a mapping's entries that has no `: `"
        case .missingSpace: "a `:`, `,` or `#` too close to its neighbour"
        case .missingValue: "a key in a flow mapping that has no `:`"
        case .missingItem: "a comma in a flow collection with nothing before it"
        case .missingComma: "two things in a flow collection with no comma between them"
        case .nestedMapping: "a second `: ` where a value is meant"
        case .misplacedSequence: "a `- ` where no sequence can begin"
        case .unexpectedText: "something behind a complete value"
        case .reservedIndicator: "a plain scalar that begins with a character that is kept for other purposes"
        case .unterminatedQuote: "a quoted scalar that does not end"
        case .unterminatedFlow: "a flow collection that does not end"
        case .unknownEscape: "an escape that YAML does not know, or with too few digits"
        case .trailingSpace: "white space between an escape and the end of a line, within double quotes"
        case .invalidCodePoint: "an escape that gives no Unicode character"
        case .blockScalarHeader: "a block scalar's indicators are not understood"
        case .blockScalarIndentation: "a block scalar whose first lines leave open how deep its text is"
        case .missingFinalNewline: "a text that ends within a block scalar without the end of a line"
        }
    }
}
