import CatalogModel
import DocumentTools
import SignalVocabulary

/// The JSON Schema of the catalog language: what an editor needs to complete and explain a catalog file, and to mark most mistakes.
///
/// Keys, types, units and the like come from the tables that the reader itself uses. What a JSON Schema cannot say, such as that a
/// group which is included exists, only the reader checks; it is the judge.
package enum LanguageSchema {
    /// The schema of one catalog file.
    package static func render() -> RenderedFile {
        RenderedFile(path: "catalog.schema.json", bytes: JSONWriter.pretty(schema))
    }

    /// The schema as a value.
    static var schema: JSONValue {
        var members: [JSONValue.Member] = [
            .init("$schema", .string(SchemaText.dialect)),
            .init("$comment", .string(GeneratedMark.schema.text)),
            .init("title", "Signalbook catalog file"),
            .init(
                "description",
                "One file of a signal catalog. All files of a folder make one catalog; their order does not matter."
            ),
        ]
        if case .object(let content) = mapping(.file) { members += content }
        members.append(.init("$defs", .object(definitions)))
        return .object(members)
    }

    private static var definitions: [JSONValue.Member] {
        CatalogMapping.allCases.filter { $0 != .file }.map { .init($0.rawValue, definition(of: $0)) } + [
            .init("types", types), .init("rawValue", rawValue), .init("include", include),
            .init("rule", rule), .init("suppressions", suppressions),
        ] + formats
    }

    /// What a mapping must be.
    private static func definition(of mapping: CatalogMapping) -> JSONValue {
        switch mapping {
        case .property: property(self.mapping(mapping))
        case .contextProperty: contextProperty
        case .group: group
        case .enumerationValue: enumerationValue
        case .file, .header, .swift, .retention, .event, .deprecation, .tombstone, .approval:
            self.mapping(mapping)
        }
    }

    /// A mapping with the keys of its table. One that needs no key may also be left empty.
    static func mapping(_ mapping: CatalogMapping) -> JSONValue {
        let definitions = mapping.definitions
        let required = definitions.filter(\.isRequired).map(\.name)
        let object = SchemaText.object(
            definitions.map {
                .init($0.name, SchemaText.described($0.documentation, schema(of: $0.value)))
            }, required: required)
        return required.isEmpty ? SchemaText.section(object) : object
    }

    /// What the value of a key must be.
    private static func schema(of value: KeyValue) -> JSONValue {
        switch value {
        case .text: SchemaText.reference("text")
        case .name: SchemaText.reference("name")
        case .version: SchemaText.reference("version")
        case .day: SchemaText.reference("day")
        case .days: SchemaText.reference("days")
        case .swiftName: SchemaText.reference("swiftName")
        case .swiftType: SchemaText.reference("swiftType")
        case .variable: SchemaText.reference("variable")
        case .flag(let value): ["type": "boolean", "default": .bool(value)]
        case .share: ["type": "number", "minimum": 0, "maximum": 1, "default": 1]
        case .number: ["type": "number"]
        case .count: SchemaText.reference("count")
        case .pattern: SchemaText.reference("text").merging(["format": "regex"])
        case .scalar: SchemaText.reference("scalar")
        case .choice(let values, let value): SchemaText.choice(values, default: value)
        case .enumerationValue: SchemaText.reference("rawValue")
        case .texts: ["type": "array", "uniqueItems": true, "items": SchemaText.reference("text")]
        case .groups: SchemaText.reference("include")
        case .rules: ["type": ["object", "null"], "additionalProperties": SchemaText.reference("rule")]
        case .suppressions: SchemaText.reference("suppressions")
        case .mapping(let mapping): SchemaText.reference(mapping.rawValue)
        case .named(let mapping): named(mapping)
        case .list(let mapping): list(mapping)
        }
    }

    private static func named(_ mapping: CatalogMapping) -> JSONValue {
        let isProperty = mapping == .property || mapping == .contextProperty
        return SchemaText.names(
            SchemaText.reference(mapping.rawValue), named: isProperty ? "propertyName" : "name")
    }

    private static func list(_ mapping: CatalogMapping) -> JSONValue {
        let list: JSONValue = ["type": "array", "items": SchemaText.reference(mapping.rawValue)]
        guard mapping == .enumerationValue else { return list }
        return list.merging([
            "minItems": 1, "maxItems": .integer(Int64(DeclarationLimits.enumerationCount)),
            "uniqueItems": true,
        ])
    }

    private static var rule: JSONValue {
        let levels = SchemaText.choice(RuleLevel.allCases.map(\.rawValue))
        return [
            "anyOf": [
                levels,
                [
                    "type": "object", "properties": ["level": levels],
                    "additionalProperties": [
                        "anyOf": [
                            ["type": ["boolean", "integer", "string"]],
                            ["type": "array", "items": SchemaText.reference("text")],
                        ]
                    ],
                ],
            ]
        ]
    }

    private static var suppressions: JSONValue {
        ["type": ["object", "null"], "additionalProperties": SchemaText.reference("text")]
    }

    private static var include: JSONValue {
        [
            "type": "array", "maxItems": .integer(Int64(DeclarationLimits.propertyCount)),
            "uniqueItems": true, "items": SchemaText.reference("name"),
        ]
    }
}
