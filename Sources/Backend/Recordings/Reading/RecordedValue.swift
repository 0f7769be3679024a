/// A value of a record, where it stands in its line.
package struct RecordedValue: Sendable {
    /// What it is, whichever form the line has.
    package enum Kind: UInt8, Sendable {
        /// There is none.
        case absent
        case null, bool, string
        /// A whole number; its bytes are the digits, which may be too many for 64 bits.
        case integer
        /// Any other number.
        case number
        /// OTLP's doubles that are no finite numbers; its bytes are their name.
        case notFinite
        case list, map
        /// OTLP's bytes, in Base64.
        case bytes
        /// What is no value of OTLP's, such as a `stringValue` that is a number.
        case malformed
    }

    /// What it is.
    package var kind: Kind
    /// Whether it is a string with backslashes in it.
    package var hasEscapes: Bool
    /// Whether it is written as OTLP writes values, which matters to what lists hold.
    package var isOTLP: Bool
    /// Where it begins in the line.
    package var start: UInt32
    /// Its bytes; of a string, those between the quotes.
    package var length: UInt32
    /// The index of its node.
    package var node: UInt32

    /// No value.
    package static var absent: RecordedValue {
        RecordedValue(
            kind: .absent, hasEscapes: false, isOTLP: false, start: 0, length: 0, node: 0)
    }
}

extension RecordedValue {
    /// What it is, without saying what it holds.
    var summary: String {
        switch kind {
        case .absent, .null: "null"
        case .bool: "a truth value"
        case .string: "a string"
        case .integer: "a whole number"
        case .number: "a number with a fraction"
        case .notFinite: "no finite number"
        case .list: "a list"
        case .map: "an object"
        case .bytes: "bytes"
        case .malformed: "no value as OTLP has them"
        }
    }
}
