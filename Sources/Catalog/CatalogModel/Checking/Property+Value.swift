import SignalPattern
import SignalVocabulary
package import YAMLLite

extension Property {
    /// What is wrong with a value of the property, as words that follow it in a message, and perhaps what to do. Nil if nothing is wrong.
    /// Lists are not looked into.
    package func complaint(about scalar: Scalar) -> (message: String, hint: String?)? {
        switch type {
        case .int:
            guard case .integer(let value) = scalar.value else {
                return ("is not a whole number of 64 bits", nil)
            }
            return complaint(about: Constraints.Bound.integer(value))
        case .double, .duration, .bytes:
            switch scalar.value {
            case .integer(let value): return complaint(about: Constraints.Bound.integer(value))
            case .double(let value) where value.isFinite:
                return complaint(about: Constraints.Bound.double(value))
            default: return ("is not a finite number", nil)
            }
        case .bool:
            if case .bool = scalar.value { return nil }
            return ("is neither true nor false", nil)
        case .enumeration(let enumeration):
            if enumeration.isOpen || enumeration.values.contains(where: { $0.rawValue == scalar.text }) {
                return nil
            }
            return ("is none of the values", nil)
        case .timestamp:
            return DateSyntax.isTimestamp(scalar.text) ? nil : ("is not an RFC 3339 timestamp", nil)
        case .uuid: return UUIDSyntax.isUUID(scalar.text) ? nil : ("is not a UUID", nil)
        case .url: return Formats.isURL(scalar.text) ? nil : ("is not a URL", nil)
        case .ip: return IPAddressSyntax.isAddress(scalar.text) ? nil : ("is not an IP address", nil)
        case .string, .text:
            guard scalar.value == .string else { return ("is not a text", "put it in quotes") }
            if let limit = constraints.maxLength, scalar.text.unicodeScalars.count > limit {
                return ("is longer than \(limit)", nil)
            }
            if let text = constraints.pattern, let pattern = try? Pattern(parsing: text),
                !pattern.matches(scalar.text)
            {
                return ("does not match the pattern \(Quoted.text(text))", nil)
            }
            return nil
        case .list: return nil
        }
    }

    private func complaint(about value: Constraints.Bound) -> (message: String, hint: String?)? {
        if let minimum = constraints.minimum, minimum > value { return ("is below \(minimum.text)", nil) }
        if let maximum = constraints.maximum, value > maximum { return ("is above \(maximum.text)", nil) }
        return nil
    }
}
