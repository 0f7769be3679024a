import SignalPattern
import YAMLLite

extension CatalogReader {
    /// Reads `default:` of a context property, and checks it as every value of the property is checked.
    ///
    /// Numbers and truth values are kept in one form, whatever they are written like (`0x10` is `16`). Nil when the value is
    /// wrong, which is reported.
    mutating func defaultValue(_ node: Node, of property: Property) -> String? {
        guard case .scalar(let scalar) = node.content, scalar.value != .null else {
            wrongType(node, for: "default", expected: "a scalar")
            return nil
        }
        guard let complaint = complaint(about: scalar, as: property) else {
            return canonicalText(of: scalar, as: property.type)
        }
        findings.error(
            .invalidDefault, "the default \(Quoted.text(scalar.text)) \(complaint.message)",
            at: location(of: node),
            hint: complaint.hint)
        return nil
    }

    private func canonicalText(of scalar: Scalar, as type: PropertyType) -> String {
        switch (type, scalar.value) {
        case (.int, .integer(let value)), (.double, .integer(let value)), (.duration, .integer(let value)),
            (.bytes, .integer(let value)):
            String(value)
        case (.double, .double(let value)), (.duration, .double(let value)), (.bytes, .double(let value)):
            String(value)
        case (.bool, .bool(let value)): String(value)
        default: scalar.text
        }
    }

    /// What is wrong with a default; nil: nothing.
    private func complaint(about scalar: Scalar, as property: Property) -> (message: String, hint: String?)? {
        let constraints = property.constraints
        switch property.type {
        case .int:
            guard case .integer(let value) = scalar.value else {
                return ("is no whole number of 64 bits", nil)
            }
            return complaint(about: .integer(value), constraints)
        case .double, .duration, .bytes:
            switch scalar.value {
            case .integer(let value): return complaint(about: .integer(value), constraints)
            case .double(let value) where value.isFinite: return complaint(about: .double(value), constraints)
            default: return ("is no finite number", nil)
            }
        case .bool:
            if case .bool = scalar.value { return nil }
            return ("is neither true nor false", nil)
        case .enumeration(let enumeration):
            if enumeration.isOpen || enumeration.values.contains(where: { $0.rawValue == scalar.text }) {
                return nil
            }
            return ("is none of the values", nil)
        case .timestamp: return Formats.isTimestamp(scalar.text) ? nil : ("is no RFC 3339 timestamp", nil)
        case .uuid: return Formats.isUUID(scalar.text) ? nil : ("is no UUID", nil)
        case .url: return Formats.isURL(scalar.text) ? nil : ("is no URL", nil)
        case .ip: return Formats.isIPAddress(scalar.text) ? nil : ("is no IP address", nil)
        case .string, .text:
            guard scalar.value == .string else { return ("is no text", "put it in quotes") }
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

    private func complaint(
        about value: Constraints.Bound, _ constraints: Constraints
    ) -> (message: String, hint: String?)? {
        if let minimum = constraints.minimum, minimum > value { return ("is below \(minimum.text)", nil) }
        if let maximum = constraints.maximum, value > maximum { return ("is above \(maximum.text)", nil) }
        return nil
    }
}
