import CatalogModel
import DocumentTools
import SignalVocabulary

extension LanguageSchema {
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
                        ["not": ["enum": SchemaText.strings(RecordField.allCases.map(\.rawValue).sorted())]],
                    ]
                ]),
            .init(
                "swiftName",
                [
                    "type": "string", "maxLength": .integer(Int64(DeclarationLimits.nameLength)),
                    "pattern": "^[a-z][A-Za-z0-9_]*$",
                ]),
            .init(
                "swiftType",
                [
                    "type": "string", "maxLength": .integer(Int64(DeclarationLimits.nameLength)),
                    "pattern": "^[A-Z][A-Za-z0-9_]*$",
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
