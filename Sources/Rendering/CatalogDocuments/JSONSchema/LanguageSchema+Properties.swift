import CatalogModel
import DocumentTools
import SignalVocabulary

extension LanguageSchema {
    static var property: JSONValue { property(CatalogKeys.property) }

    static var contextProperty: JSONValue {
        // The context has scalars only, for every event carries them.
        property(CatalogKeys.contextProperty).merging([
            "not": [
                "properties": ["type": ["const": .string(PropertyKind.list.rawValue)]], "required": ["type"],
            ]
        ])
    }

    private static func property(_ keys: [String]) -> JSONValue {
        SchemaText.object(known(keys, propertyFields), required: ["type", "description"]).merging([
            "allOf": [
                SchemaText.reference("types"),
                [
                    "if": [
                        "properties": [
                            "sensitivity": SchemaText.choice(
                                Sensitivity.allCases.filter(\.isSensitive).map(\.rawValue))
                        ],
                        "required": ["sensitivity"],
                    ],
                    "then": ["required": ["handling"]],
                ],
            ]
        ])
    }

    /// What each key of a property holds, whatever its type; ``types`` says which of them go together.
    static var propertyFields: [String: JSONValue] {
        [
            "type": SchemaText.described(
                "What it holds. `string` is an identifier or a bounded word; free text is `text`, which is scrubbed and cut.",
                SchemaText.choice(CatalogKeys.types)),
            "description": SchemaText.described("What it means.", SchemaText.reference("text")),
            "required": SchemaText.described(
                "Whether every event must have it.", ["type": "boolean", "default": true]),
            "unit": SchemaText.described(
                "What is counted. Durations and byte counts need one.", SchemaText.reference("text")),
            "sensitivity": SchemaText.described(
                "How private it is. `personal` and `secret` need a handling.",
                SchemaText.choice(
                    Sensitivity.allCases.map(\.rawValue), default: Sensitivity.internal.rawValue)),
            "handling": SchemaText.described(
                "What is done to the value before it leaves the calling function.",
                SchemaText.choice(Handling.allCases.map(\.rawValue))),
            "minimum": SchemaText.described(
                "The smallest value allowed, in the property's unit.", ["type": "number"]),
            "maximum": SchemaText.described(
                "The largest value allowed, in the property's unit.", ["type": "number"]),
            "max_length": SchemaText.described(
                "The most Unicode scalars; a `text` is cut to it, a `string` over it is a violation.",
                SchemaText.reference("count")),
            "max_items": SchemaText.described("The most elements of a list.", SchemaText.reference("count")),
            "pattern": SchemaText.described(
                "What the whole value must match, in a subset of regular expressions that is matched in linear time.",
                SchemaText.reference("text").merging(["format": "regex"])),
            "values": SchemaText.described(
                "The values of an enum, each as it is on the wire, or a mapping that also names and describes it.",
                [
                    "type": "array", "minItems": 1,
                    "maxItems": .integer(Int64(DeclarationLimits.enumerationCount)), "uniqueItems": true,
                    "items": SchemaText.reference("enumValue"),
                ]),
            "open": SchemaText.described(
                "Whether other values may be sent too.", ["type": "boolean", "default": false]),
            "items": SchemaText.described(
                "What a list holds.", SchemaText.choice(PropertyType.Element.allCases.map(\.rawValue))),
            "since": SchemaText.described(
                "The catalog version that brought it.", SchemaText.reference("version")),
            "deprecated": SchemaText.described(
                "Set when it should no longer be used.", SchemaText.reference("deprecation")),
            "swift_name": SchemaText.described(
                "Its Swift name, where the one derived from the name will not do.",
                SchemaText.reference("swiftName")),
            "example": SchemaText.described(
                "A value as it may occur, for documentation.", SchemaText.reference("scalar")),
            "renamed_from": SchemaText.described(
                "The name it had before, so that a comparison knows.", SchemaText.reference("name")),
            "suppress": SchemaText.reference("suppressions"),
            "role": SchemaText.described(
                "What it ties together: `operation` one request and all that it causes, `session` one session, `user` one user.",
                SchemaText.choice(ContextProperty.Role.allCases.map(\.rawValue))),
            "variable": SchemaText.described(
                "The environment variable that gives the process-wide value.",
                SchemaText.reference("variable")),
            "default": SchemaText.described(
                "The value where no scope and no variable gives one; null where this is left out.",
                SchemaText.reference("scalar")),
        ]
    }

    static var enumValue: JSONValue {
        let value: JSONValue = [
            "type": ["string", "boolean", "integer"], "minLength": 1,
            "maxLength": .integer(Int64(DeclarationLimits.enumerationValueLength)),
        ]
        return [
            "if": ["type": "object"],
            "then": SchemaText.object(
                [
                    .init("value", SchemaText.described("The value on the wire.", value)),
                    .init(
                        "name",
                        SchemaText.described(
                            "The Swift case, where the value gives none.", SchemaText.reference("swiftName"))),
                    .init(
                        "description", SchemaText.described("What it means.", SchemaText.reference("text"))),
                    .init("renamed_from", SchemaText.described("The value it was before.", value)),
                ], required: ["value"]),
            "else": value,
        ]
    }

    /// For every type, the keys that go with it: one condition a type, made by asking the checks themselves.
    static var types: JSONValue {
        .object([.init("allOf", .array(PropertyKind.allCases.map(condition)))])
    }

    private static func condition(_ kind: PropertyKind) -> JSONValue {
        let samples = Self.samples(of: kind)
        var properties: [JSONValue.Member] = []
        var required: [String] = []
        func forbid(_ key: String) { properties.append(.init(key, false)) }

        switch kind {
        case .duration: properties.append(.init("unit", unit(DurationUnit.allCases.map(\.rawValue))))
        case .bytes: properties.append(.init("unit", unit(ByteUnit.allCases.map(\.rawValue))))
        case .integer, .double: break
        case .string, .text, .boolean, .enumeration, .timestamp, .uuid, .url, .ip, .list: forbid("unit")
        }
        if kind == .duration || kind == .bytes { required.append("unit") }
        if kind == .enumeration { required.append("values") } else { ["values", "open"].forEach(forbid) }
        if kind == .list { required.append("items") } else { ["items", "max_items"].forEach(forbid) }
        if !samples.contains(where: \.isNumeric) { ["minimum", "maximum"].forEach(forbid) }
        if !samples.contains(where: \.hasLength) { forbid("max_length") }
        if !samples.contains(.string) { forbid("pattern") }
        if kind == .integer {
            for key in ["minimum", "maximum"] { properties.append(.init(key, Self.wholeNumber)) }
        }
        let handlings = Handling.allCases.filter { handling in samples.contains(where: handling.fits) }
        if handlings != Handling.allCases {
            properties.append(.init("handling", SchemaText.choice(handlings.map(\.rawValue))))
        }
        var result: [JSONValue.Member] = [.init("properties", .object(properties))]
        if !required.isEmpty { result.append(.init("required", SchemaText.strings(required))) }
        if kind == .list {
            result.append(.init("allOf", .array(PropertyType.Element.allCases.map(elementCondition))))
        }
        if kind == .string {
            result.append(
                .init(
                    "if",
                    [
                        "properties": ["handling": ["const": .string(Handling.truncate.rawValue)]],
                        "required": ["handling"],
                    ]))
            result.append(.init("then", ["required": ["max_length"]]))
        }
        return [
            "if": ["properties": ["type": ["const": .string(kind.rawValue)]], "required": ["type"]],
            "then": .object(result),
        ]
    }

    private static func elementCondition(_ element: PropertyType.Element) -> JSONValue {
        let type = PropertyType.list(element)
        var properties: [JSONValue.Member] = []
        if !type.isNumeric { properties += [.init("minimum", false), .init("maximum", false)] }
        if element == .int { properties += [.init("minimum", wholeNumber), .init("maximum", wholeNumber)] }
        if !type.hasLength { properties.append(.init("max_length", false)) }
        let handlings = Handling.allCases.filter { $0.fits(type) }
        if handlings != Handling.allCases {
            properties.append(.init("handling", SchemaText.choice(handlings.map(\.rawValue))))
        }
        return [
            "if": ["properties": ["items": ["const": .string(element.rawValue)]], "required": ["items"]],
            "then": ["properties": .object(properties)],
        ]
    }

    /// A whole number of 64 bits.
    private static let wholeNumber: JSONValue = [
        "type": "integer", "minimum": .integer(Int64.min), "maximum": .integer(Int64.max),
    ]

    private static func unit(_ units: [String]) -> JSONValue { SchemaText.choice(units) }

    /// Types of the kind, which all that depends on it alone is asked of.
    private static func samples(of kind: PropertyKind) -> [PropertyType] {
        switch kind {
        case .string: [.string]
        case .text: [.text]
        case .integer: [.int]
        case .double: [.double]
        case .boolean: [.bool]
        case .enumeration: [.enumeration(Enumeration(values: []))]
        case .timestamp: [.timestamp]
        case .duration: [.duration(.milliseconds)]
        case .bytes: [.bytes(.bytes)]
        case .uuid: [.uuid]
        case .url: [.url]
        case .ip: [.ip]
        case .list: PropertyType.Element.allCases.map(PropertyType.list)
        }
    }
}
