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
        guard let complaint = property.complaint(about: scalar) else {
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
}
