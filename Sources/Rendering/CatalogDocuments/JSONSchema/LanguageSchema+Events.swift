import CatalogModel
import DocumentTools
import SignalVocabulary

extension LanguageSchema {
    static var event: JSONValue {
        SchemaText.object(known(CatalogKeys.event, eventFields), required: ["description"])
    }

    /// What each key of an event holds.
    static var eventFields: [String: JSONValue] {
        [
            "description": SchemaText.described(
                "What happened, in a sentence.", SchemaText.reference("text")),
            "owner": SchemaText.described(
                "Who answers for the event; the catalog's owner where it is left out.",
                SchemaText.reference("text")),
            "severity": SchemaText.described(
                "How bad it is. From `error` on, the sample rate of errors applies.",
                SchemaText.choice(Severity.acceptedNames, default: Severity.info.name)),
            "sample_rate": SchemaText.described(
                "The share of these events that is kept; 0.25 keeps a quarter.",
                ["type": "number", "minimum": 0, "maximum": 1, "default": 1]),
            "retention": SchemaText.described(
                "The days for which it is kept; what `retention` says for all events where it is left out.",
                SchemaText.reference("days")),
            "stability": SchemaText.described(
                "How settled the event is. What is in development may change without notice.",
                SchemaText.choice(Stability.allCases.map(\.rawValue), default: Stability.stable.rawValue)),
            "since": SchemaText.described(
                "The catalog version that brought it.", SchemaText.reference("version")),
            "expires": SchemaText.described(
                "The day after which it should be gone.", SchemaText.reference("day")),
            "deprecated": SchemaText.described(
                "Set when it should no longer be used: callers get a warning from the compiler.",
                SchemaText.reference("deprecation")),
            "include": SchemaText.reference("include"),
            "swift_name": SchemaText.described(
                "The Swift name of the factory, where the one derived from the name will not do.",
                SchemaText.reference("swiftName")),
            "properties": SchemaText.described(
                "What each such event says.",
                SchemaText.names(SchemaText.reference("property"), named: "propertyName")),
            "renamed_from": SchemaText.described(
                "The name it had before, so that a comparison knows.", SchemaText.reference("name")),
            "removed": SchemaText.described(
                "Its own properties that are gone, so that their names are never used again.",
                SchemaText.names(SchemaText.reference("tombstone"))),
            "suppress": SchemaText.reference("suppressions"),
        ]
    }

    /// A group: its keys are names of properties, but for the few that say something about the group.
    static var group: JSONValue {
        let special: [JSONValue.Member] = [
            .init("suppress", SchemaText.reference("suppressions")),
            .init("include", SchemaText.reference("include")),
            .init(
                "description",
                // A mapping under this key is a property of that name.
                [
                    "description": "What the bundle is for.", "if": ["type": "string"],
                    "then": SchemaText.reference("text"), "else": SchemaText.reference("property"),
                ]),
        ]
        return [
            "type": ["object", "null"], "properties": .object(special),
            "propertyNames": SchemaText.reference("propertyName"),
            "additionalProperties": SchemaText.reference("property"),
        ]
    }

    /// The formats of names and other texts.
    static var formats: [JSONValue.Member] {
        [
            .init(
                "name",
                [
                    "type": "string", "maxLength": .integer(Int64(DeclarationLimits.nameLength)),
                    "pattern": "^[A-Za-z][A-Za-z0-9]*([_.-][A-Za-z0-9]+)*$",
                ]),
            .init(
                "propertyName",
                [
                    "allOf": [
                        SchemaText.reference("name"),
                        ["not": ["enum": SchemaText.strings(CatalogKeys.reservedNames)]],
                    ]
                ]),
            .init(
                "swiftName",
                [
                    "type": "string", "maxLength": .integer(Int64(DeclarationLimits.nameLength)),
                    "pattern": "^[a-z][A-Za-z0-9_]*$",
                ]),
            .init("text", ["type": "string", "pattern": "[^ \\n]"]),
            .init(
                "version",
                [
                    "type": "string", "maxLength": .integer(Int64(DeclarationLimits.versionLength)),
                    "pattern":
                        "^(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$",
                ]),
            .init(
                "day",
                [
                    "type": "string", "format": "date",
                    "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
                ]),
            .init(
                "days",
                [
                    "type": "string", "examples": ["90d"],
                    "pattern": .string(
                        "^(" + SchemaText.numbers(upTo: DeclarationLimits.retentionDays) + ")d$"),
                ]),
            .init(
                "variable",
                [
                    "type": "string", "maxLength": .integer(Int64(DeclarationLimits.nameLength)),
                    "pattern": "^[A-Z][A-Z0-9_]*$",
                ]),
            .init("scalar", ["type": ["string", "number", "boolean"]]),
            .init(
                "count",
                ["type": "integer", "minimum": 1, "maximum": .integer(Int64(DeclarationLimits.valueCount))]),
        ]
    }
}
