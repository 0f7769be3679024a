/// Why a line is no JSON text (RFC 8259), and at which byte.
package struct JSONProblem: Error, Equatable, Sendable {
    /// What is wrong.
    package enum Reason: UInt8, Sendable, CaseIterable {
        case unexpectedEnd, unexpectedByte, expectedValue, expectedKey, expectedColon, expectedCommaOrBrace
        case expectedCommaOrBracket, trailingText, invalidLiteral, invalidNumber, leadingZero,
            controlCharacter
        case unterminatedString, invalidEscape, invalidUnicodeEscape, unpairedSurrogate, invalidUTF8, tooDeep
        case tooManyValues

        /// What is wrong and what was expected, for people.
        package var message: String {
            switch self {
            case .unexpectedEnd: "the line ends in the middle of a value"
            case .unexpectedByte: "a byte that begins no value"
            case .expectedValue: "expected a value"
            case .expectedKey: "expected a key in quotes"
            case .expectedColon: "expected \":\" after a key"
            case .expectedCommaOrBrace: "expected \",\" or \"}\" after a value of an object"
            case .expectedCommaOrBracket: "expected \",\" or \"]\" after a value of an array"
            case .trailingText: "text behind the value; a line holds one"
            case .invalidLiteral: "expected \"true\", \"false\" or \"null\""
            case .invalidNumber: "expected a digit"
            case .leadingZero: "a number has a leading zero"
            case .controlCharacter: "a control character in a string; expected its escape"
            case .unterminatedString: "a string without its closing quote"
            case .invalidEscape: "an escape that JSON does not know"
            case .invalidUnicodeEscape: "expected four hexadecimal digits after \"\\u\""
            case .unpairedSurrogate: "an escaped surrogate without its other half"
            case .invalidUTF8: "bytes that are no UTF-8"
            case .tooDeep: "values nested more than \(JSONScanner.maximumDepth) deep"
            case .tooManyValues: "more than \(JSONScanner.maximumNodes) values and keys in one line"
            }
        }
    }

    /// What is wrong.
    package var reason: Reason
    /// The byte of the line, counted from 0.
    package var offset: Int

    /// A problem at the given byte.
    package init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}
