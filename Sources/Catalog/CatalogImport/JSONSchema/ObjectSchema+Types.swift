import CatalogModel
import SignalPattern
import YAMLLite

extension ObjectSchema {
    /// The type that a schema's `type`, `format`, `enum`, `const` and `items` come to; nil, said, where a property has none such.
    func type(
        _ fields: inout Fields, _ constraints: inout Constraints, _ isNullable: inout Bool,
        _ draft: inout Draft
    ) -> PropertyType? {
        var names: [String] = []
        if let node = fields.take("type") {
            names = node.sequence?.compactMap { $0.scalar?.text } ?? [node.scalar?.text ?? ""]
            if names.contains("null") { isNullable = true }
            names.removeAll { $0 == "null" }
        }
        if let values = enumeration(&fields, &isNullable, &draft) { return .enumeration(values) }
        guard names.count <= 1 else {
            draft.skip(
                fields.subject, because: "it is of several types: \(names.joined(separator: ", "))",
                at: fields.place)
            return nil
        }
        switch names.first {
        case "string": return text(&fields, &draft)
        case "integer": return .int
        case "number": return .double
        case "boolean": return .bool
        case "array": return list(&fields, &constraints, &draft)
        case nil:
            draft.skip(fields.subject, because: "its schema gives no type", at: fields.place)
        case let name?:
            draft.skip(fields.subject, because: "it is of the type \(Quoted.text(name))", at: fields.place)
        }
        return nil
    }

    /// The values of `enum` or `const`, if all are texts or null.
    private func enumeration(
        _ fields: inout Fields, _ isNullable: inout Bool, _ draft: inout Draft
    ) -> Enumeration? {
        let constant = fields.take("const")
        let nodes = constant.map { [$0] } ?? fields.list("enum", &draft)
        guard !nodes.isEmpty else { return nil }
        var values: [Enumeration.Value] = []
        for node in nodes {
            switch node.scalar?.value {
            case .string?: values.append(Enumeration.Value(rawValue: node.scalar?.text ?? ""))
            case .null?: isNullable = true
            default:
                draft.leaveOut(
                    "the list of values of \(fields.subject), which are not all texts,", at: fields.place)
                return nil
            }
        }
        return values.isEmpty ? nil : Enumeration(values: values)
    }

    private func text(_ fields: inout Fields, _ draft: inout Draft) -> PropertyType {
        guard let format = fields.text("format", &draft) else { return .string }
        switch format {
        case "date-time": return .timestamp
        case "uuid": return .uuid
        case "uri", "url", "iri": return .url
        case "ipv4", "ipv6", "ip": return .ip
        default:
            draft.leaveOut("the format \(Quoted.text(format)) of \(fields.subject)", at: fields.place)
            return .string
        }
    }

    private func list(
        _ fields: inout Fields, _ constraints: inout Constraints, _ draft: inout Draft
    ) -> PropertyType? {
        let name = fields.take("items")?.mapping?.first { $0.keyText == "type" }?.value.scalar?.text
        let element: PropertyType.Element? =
            switch name {
            case "string": .string
            case "integer": .int
            case "number": .double
            case "boolean": .bool
            default: nil
            }
        guard let element else {
            draft.skip(
                fields.subject, because: "a list of the catalog holds texts, numbers or truth values",
                at: fields.place)
            return nil
        }
        if case .integer(let count)? = fields.number("maxItems", &draft), count > 0 {
            constraints.maxItems = Int(count)
        }
        return .list(element)
    }

    /// The constraints that fit the type; the others are left for the caller to say.
    func readBounds(
        _ fields: inout Fields, _ type: PropertyType, _ constraints: inout Constraints, _ draft: inout Draft
    ) {
        switch type {
        case .int, .double:
            constraints.minimum = fields.number("minimum", &draft)
            constraints.maximum = fields.number("maximum", &draft)
            guard type == .int else { return }
            if case .integer(let bound)? = fields.number("exclusiveMinimum", &draft), bound < .max {
                constraints.minimum = .integer(bound + 1)
            }
            if case .integer(let bound)? = fields.number("exclusiveMaximum", &draft), bound > .min {
                constraints.maximum = .integer(bound - 1)
            }
        case .string:
            if case .integer(let length)? = fields.number("maxLength", &draft), length > 0 {
                constraints.maxLength = Int(length)
            }
            if let pattern = fields.text("pattern", &draft) {
                constraints.pattern = self.pattern(pattern, of: fields, &draft)
            }
        default: break
        }
    }

    /// A pattern of the catalog matches the whole text, one of JSON Schema a part of it: only one that is anchored means the same.
    private func pattern(_ text: String, of fields: Fields, _ draft: inout Draft) -> String? {
        guard text.hasPrefix("^"), text.hasSuffix("$"), !text.hasSuffix("\\$"), !text.contains("|") else {
            draft.leaveOut(
                "the pattern \(Quoted.text(text)) of \(fields.subject), which matches parts of a text,",
                at: fields.place)
            return nil
        }
        let inner = String(text.dropFirst().dropLast())
        do throws(PatternError) {
            _ = try Pattern(parsing: inner)
            return inner
        } catch {
            draft.leaveOut(
                "the pattern \(Quoted.text(text)) of \(fields.subject): \(error.message);", at: fields.place)
            return nil
        }
    }
}
