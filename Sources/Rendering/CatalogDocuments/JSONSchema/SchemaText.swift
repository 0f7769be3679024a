import DocumentTools

/// The words of JSON Schema (draft 2020-12) that the schemas here are written with.
enum SchemaText {
    /// The dialect.
    static let dialect = "https://json-schema.org/draft/2020-12/schema"

    /// A schema with a description, which editors show.
    static func described(_ description: String, _ schema: JSONValue) -> JSONValue {
        JSONValue.object([JSONValue.Member("description", .string(description))]).merging(schema)
    }

    /// An object with these keys and no others.
    static func object(_ properties: [JSONValue.Member], required: [String] = []) -> JSONValue {
        var members = [
            JSONValue.Member("type", "object"), JSONValue.Member("properties", .object(properties)),
        ]
        if !required.isEmpty { members.append(JSONValue.Member("required", strings(required))) }
        members.append(JSONValue.Member("additionalProperties", false))
        return .object(members)
    }

    /// An object that may also be left empty in YAML, which reads as null.
    static func section(_ schema: JSONValue) -> JSONValue {
        guard case .object(let members) = schema else { return schema }
        return .object(members.map { $0.name == "type" ? JSONValue.Member("type", ["object", "null"]) : $0 })
    }

    /// An object with any names as keys that are legal names, each with the same kind of value.
    static func names(_ value: JSONValue, named name: String = "name") -> JSONValue {
        [
            "type": ["object", "null"], "propertyNames": reference(name),
            "additionalProperties": value,
        ]
    }

    /// One of these texts.
    static func choice(_ values: [String], default: String? = nil) -> JSONValue {
        var members = [JSONValue.Member("enum", strings(values))]
        if let value = `default` { members.append(JSONValue.Member("default", .string(value))) }
        return .object(members)
    }

    /// A reference to a definition of the same schema.
    static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/$defs/" + name)] }

    /// A list of texts.
    static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

    /// A pattern of the catalog, which describes a whole value, as JSON Schema has it, which looks for it anywhere.
    static func whole(_ pattern: String) -> String { "^(?:" + pattern + ")$" }

    /// A pattern of the decimal numbers from 1 to `last`, without leading zeros: of `365`, `[1-9][0-9]{0,1}|[12][0-9]{2}|3[0-5][0-9]{1}|36[0-4]|365`.
    ///
    /// - Parameter last: more than 9.
    static func numbers(upTo last: Int) -> String {
        let digits = String(last).compactMap(\.wholeNumberValue)
        // Numbers with fewer digits, then those that first differ from the last one at each of its digits.
        var choices = ["[1-9][0-9]{0,\(digits.count - 2)}"]
        var head = ""
        for (index, digit) in digits.enumerated() {
            let (least, rest) = (index == 0 ? 1 : 0, digits.count - index - 1)
            let tail = rest == 0 ? "" : "[0-9]{\(rest)}"
            switch digit - least {
            case ...0: break
            case 1: choices.append(head + "\(least)" + tail)
            case 2: choices.append(head + "[\(least)\(digit - 1)]" + tail)
            default: choices.append(head + "[\(least)-\(digit - 1)]" + tail)
            }
            head += "\(digit)"
        }
        return (choices + [head]).joined(separator: "|")
    }
}
