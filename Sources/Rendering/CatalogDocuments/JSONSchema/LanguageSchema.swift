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
        if case .object(let content) = SchemaText.section(
            SchemaText.object(known(CatalogKeys.sections, sections)))
        {
            members += content
        }
        members.append(.init("$defs", .object(definitions)))
        return .object(members)
    }

    /// The entries of a table for the keys that the reader knows, in the reader's order.
    static func known(_ keys: [String], _ table: [String: JSONValue]) -> [JSONValue.Member] {
        keys.compactMap { key in table[key].map { JSONValue.Member(key, $0) } }
    }

    /// What each section of a file holds.
    static var sections: [String: JSONValue] {
        [
            "catalog": SchemaText.described(
                "What the catalog is. One file of a catalog has it.", SchemaText.reference("header")),
            "context": SchemaText.described(
                "Properties that every event carries, from the surrounding scope. One file of a catalog has it.",
                SchemaText.names(SchemaText.reference("contextProperty"), named: "propertyName")),
            "groups": SchemaText.described(
                "Reusable bundles of properties, taken in by `include`.",
                SchemaText.names(SchemaText.reference("group"))),
            "events": SchemaText.described(
                "The events, by name. A name says what happened, such as `session_created`.",
                SchemaText.names(SchemaText.reference("event"))),
            "removed": SchemaText.described(
                "Events that are gone, so that their names are never used again.",
                SchemaText.names(SchemaText.reference("tombstone"))),
            "retention": SchemaText.described(
                "For how long signals are kept, by kind. One file of a catalog has it.",
                SchemaText.section(
                    SchemaText.object([
                        .init(
                            SignalKind.events.rawValue,
                            SchemaText.described(
                                "The days for which events are kept that say nothing else.",
                                SchemaText.reference("days")))
                    ]))),
        ]
    }

    private static var definitions: [JSONValue.Member] {
        [
            .init("header", header), .init("event", event), .init("group", group),
            .init("property", property), .init("contextProperty", contextProperty),
            .init("types", types), .init("enumValue", enumValue), .init("deprecation", deprecation),
            .init("tombstone", tombstone), .init("approval", approval), .init("rule", rule),
            .init("suppressions", suppressions), .init("include", include),
        ] + formats
    }

    private static var header: JSONValue {
        SchemaText.object(known(CatalogKeys.header, headerFields), required: ["name", "version"])
    }

    /// What each key of `catalog:` holds.
    static var headerFields: [String: JSONValue] {
        [
            "name": SchemaText.described(
                "The catalog's name, on every record.", SchemaText.reference("name")),
            "version": SchemaText.described(
                "The catalog's own semantic version, on every record.", SchemaText.reference("version")),
            "description": SchemaText.described("What the catalog is about.", SchemaText.reference("text")),
            "owner": SchemaText.described(
                "Who answers for events that name no owner.", SchemaText.reference("text")),
            "swift": SchemaText.described(
                "What the generated Swift is like.",
                SchemaText.section(
                    SchemaText.object([
                        .init(
                            "access",
                            SchemaText.described(
                                "Who sees the generated declarations.",
                                SchemaText.choice(
                                    SwiftSettings.Access.allCases.map(\.rawValue),
                                    default: SwiftSettings().access.rawValue)))
                    ]))),
            "rules": SchemaText.described(
                "The levels and settings of rules. `sigbook rules` lists them.",
                ["type": ["object", "null"], "additionalProperties": SchemaText.reference("rule")]),
            "approvals": SchemaText.described(
                "Breaking changes that may pass `sigbook diff` until a day, each for a reason.",
                ["type": "array", "items": SchemaText.reference("approval")]),
        ]
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
        [
            "description": "Rules that are not to speak up here, each with the reason.",
            "type": ["object", "null"], "additionalProperties": SchemaText.reference("text"),
        ]
    }

    private static var approval: JSONValue {
        SchemaText.object(
            [
                .init(
                    "change",
                    SchemaText.described(
                        "The change, as `sigbook diff` names it, such as `property-removed order_placed.total`.",
                        SchemaText.reference("text"))),
                .init(
                    "until",
                    SchemaText.described("The last day on which it holds.", SchemaText.reference("day"))),
                .init(
                    "reason",
                    SchemaText.described(
                        "Why the change may break what it breaks.", SchemaText.reference("text"))),
            ], required: ["change", "until", "reason"])
    }

    private static var tombstone: JSONValue {
        SchemaText.section(
            SchemaText.object([
                .init(
                    "since",
                    SchemaText.described(
                        "The catalog version that removed it.", SchemaText.reference("version"))),
                .init("reason", SchemaText.described("Why it is gone.", SchemaText.reference("text"))),
            ]))
    }

    private static var deprecation: JSONValue {
        SchemaText.section(
            SchemaText.object([
                .init(
                    "since",
                    SchemaText.described(
                        "The catalog version that deprecated it.", SchemaText.reference("version"))),
                .init("reason", SchemaText.described("Why.", SchemaText.reference("text"))),
                .init(
                    "replaced_by",
                    SchemaText.described(
                        "The name of what to use instead; for a property, of the same event.",
                        SchemaText.reference("name"))
                ),
            ]))
    }

    private static var include: JSONValue {
        [
            "description": "Groups whose properties are taken in, in this order.", "type": "array",
            "maxItems": .integer(Int64(DeclarationLimits.propertyCount)), "uniqueItems": true,
            "items": SchemaText.reference("name"),
        ]
    }
}
