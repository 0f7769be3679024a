import SignalVocabulary

/// The keys of a property of an event or a group.
package enum PropertyKey: CatalogKey {
    case type, items, unit, open, values, required
    case constraint(ConstraintKind)
    case description, example, sensitivity, handling, swiftName, since, deprecated, renamedFrom, suppress

    package static let allCases: [PropertyKey] =
        [.type, .items, .unit, .open, .values, .required]
        + ConstraintKind.allCases.map(PropertyKey.constraint)
        + [
            .description, .example, .sensitivity, .handling, .swiftName, .since, .deprecated, .renamedFrom,
            .suppress,
        ]

    /// The key as it is written, from the table: it is asked for with every property.
    package var name: String { Self.table.names[rank] }

    /// Its place in ``allCases``.
    var rank: Int {
        let constraints = ConstraintKind.allCases.count
        return switch self {
        case .type: 0
        case .items: 1
        case .unit: 2
        case .open: 3
        case .values: 4
        case .required: 5
        case .constraint(let kind): 6 + kind.rawValue
        case .description: 6 + constraints
        case .example: 7 + constraints
        case .sensitivity: 8 + constraints
        case .handling: 9 + constraints
        case .swiftName: 10 + constraints
        case .since: 11 + constraints
        case .deprecated: 12 + constraints
        case .renamedFrom: 13 + constraints
        case .suppress: 14 + constraints
        }
    }

    package static var mapping: CatalogMapping { .property }
    package static let table = KeyTable<PropertyKey>()

    package var definition: KeyDefinition {
        switch self {
        case .type:
            KeyDefinition(
                "type", .choice(PropertyKind.allCases.map(\.rawValue), default: nil),
                "What it holds. `string` is an identifier or a bounded word; free text is `text`, which is scrubbed and cut.",
                example: "type: string", isRequired: true)
        case .items:
            KeyDefinition(
                "items", .choice(PropertyType.Element.allCases.map(\.rawValue), default: nil),
                "What a list holds.", example: "type: list, items: string", aliases: ["elements"])
        case .unit:
            KeyDefinition(
                "unit", .text, "What is counted. Durations and byte counts need one.",
                example: "type: duration, unit: ms")
        case .open:
            KeyDefinition(
                "open", .flag(default: false), "Whether other values may be sent too.",
                example: "type: enum, open: true, values: [first, second]")
        case .values:
            KeyDefinition(
                "values", .list(.enumerationValue),
                "The values of an enum, each as it is on the wire, or a mapping that also names and describes it.",
                example: "type: enum, values: [first, second]", aliases: ["enum", "cases", "options"])
        case .required:
            KeyDefinition(
                "required", .flag(default: true), "Whether every event must have it.",
                example: "type: string, required: false", aliases: ["mandatory"],
                elsewhere: "what the context does not say is written as null")
        case .constraint(let kind): kind.definition
        case .description:
            KeyDefinition(
                "description", .text, "What it means.",
                example: "type: string, description: The route.",
                aliases: ["desc", "doc", "docs", "comment"], isRequired: true)
        case .example:
            KeyDefinition(
                "example", .scalar, "A value as it may occur, for documentation.",
                example: "type: int, example: 7")
        case .sensitivity:
            KeyDefinition(
                "sensitivity",
                .choice(Sensitivity.allCases.map(\.rawValue), default: Sensitivity.internal.rawValue),
                "How private it is. `personal` and `secret` need a handling.",
                example: "type: string, sensitivity: personal, handling: hash",
                aliases: ["severity", "privacy", "classification", "pii"])
        case .handling:
            KeyDefinition(
                "handling", .choice(Handling.allCases.map(\.rawValue), default: nil),
                "What is done to the value before it leaves the calling function.",
                example: "type: string, handling: mask")
        case .swiftName:
            KeyDefinition(
                "swift_name", .swiftName, "Its Swift name, where the one derived from the name will not do.",
                example: "type: string, swift_name: userID")
        case .since:
            KeyDefinition(
                "since", .version, "The catalog version that brought it.",
                example: "type: string, since: 1.0.0")
        case .deprecated:
            KeyDefinition(
                "deprecated", .mapping(.deprecation), "Set when it should no longer be used.",
                example: "type: string, deprecated: { since: 1.0.0, reason: Nobody reads it. }")
        case .renamedFrom:
            KeyDefinition(
                "renamed_from", .name, "The name it had before, so that a comparison knows.",
                example: "type: string, renamed_from: old_path")
        case .suppress:
            KeyDefinition(
                "suppress", .suppressions, "Rules that are not to speak up here, each with the reason.",
                example: "type: string, suppress: { unbounded-string: It is short by its nature. }")
        }
    }
}
