package import CatalogModel
import DocumentTools
import SignalVocabulary

/// One JSON Schema for each event, of the record that the runtime writes as a JSON line: for producers in other languages.
///
/// The schema describes what our runtime writes. Readers of records may accept more.
///
/// A record keeps to it when it keeps to the catalog. One that the runtime marked for breaking its constraints does not: its
/// `violations` are no field of the schema.
package enum EventSchema: CatalogRenderer {
    package static let name = "jsonschema"
    package static let summary = """
        one JSON Schema (2020-12) an event, which describes the record as a JSON line has it. Producers in other languages check their \
        events with it.
        """
    package static let mark = GeneratedMark.export

    /// The schemas, a file an event. An event's name is its file's, unless another one differs from it in capitals only.
    package static func render(
        _ catalog: Catalog, _ options: RenderingOptions = RenderingOptions()
    ) -> [RenderedFile] {
        var names = FileNames()
        let context = catalog.context.map { JSONValue.Member($0.property.name, contextValue($0)) }
        let contextNames = catalog.context.filter { $0.property.handling != .drop }.map(\.property.name)
        return catalog.events.map { event in
            RenderedFile(
                path: names.name(for: event.name) + ".schema.json",
                bytes: JSONWriter.pretty(schema(of: event, in: catalog, context, contextNames)))
        }
    }

    /// The schema of an event's record.
    private static func schema(
        of event: Event, in catalog: Catalog, _ context: [JSONValue.Member], _ contextNames: [String]
    ) -> JSONValue {
        var fields = head(of: event, in: catalog)
        fields += context.filter { member in contextNames.contains(member.name) }
        let written = event.properties.filter { $0.handling != .drop }
        for property in written {
            fields.append(
                .init(property.name, SchemaText.described(description(of: property), value(of: property))))
        }
        fields += tail
        let required =
            Self.fields.map(\.rawValue) + contextNames
            + written.filter(\.isRequired).map(\.name)
        var members: [JSONValue.Member] = [
            .init("$schema", .string(SchemaText.dialect)),
            .init("$comment", .string(GeneratedMark.export.text)),
            .init("title", .string(event.name)), .init("description", .string(event.description)),
        ]
        if event.deprecation != nil { members.append(.init("deprecated", true)) }
        if case .object(let content) = SchemaText.object(fields, required: required) { members += content }
        return .object(members)
    }

    /// The fields that no record is without.
    private static let fields: [RecordField] = [.timestamp, .event, .severity, .recordID, .catalog]

    /// The fields that every record has before those of the catalog.
    private static func head(of event: Event, in catalog: Catalog) -> [JSONValue.Member] {
        var fields: [JSONValue.Member] = [
            .init(
                RecordField.timestamp.rawValue, SchemaText.described("When it happened, in UTC.", timestamp)),
            .init(RecordField.event.rawValue, ["const": .string(event.name)]),
            .init(RecordField.severity.rawValue, ["const": .string(event.severity.name)]),
            .init(
                RecordField.recordID.rawValue,
                SchemaText.described(
                    "Tells this record from all others; the same when it is sent again.",
                    ["type": "string", "pattern": "^[0-9a-f]{32}$"])),
            .init(
                RecordField.catalog.rawValue,
                SchemaText.described(
                    "The catalog's name and the version it was made with.",
                    ["const": .string(catalog.name + "/" + catalog.version)])),
        ]
        fields.append(
            .init(
                RecordField.sampleRate.rawValue,
                SchemaText.described(
                    "The share of such events that is kept, where it is not all.",
                    ["type": "number", "exclusiveMinimum": 0, "maximum": 1])))
        return fields
    }

    /// The fields that may come after those of the catalog.
    private static var tail: [JSONValue.Member] {
        [
            .init("body", SchemaText.described("The record's message, if it has one.", ["type": "string"])),
            .init("trace_id", ["type": "string", "pattern": "^[0-9a-f]{32}$"]),
            .init("span_id", ["type": "string", "pattern": "^[0-9a-f]{16}$"]),
        ]
    }

    /// A context property: null where it is not set; its default is never treated.
    private static func contextValue(_ context: ContextProperty) -> JSONValue {
        var choices = [value(of: context.property)]
        if let value = context.defaultJSON, context.property.handling != nil || context.property.type == .ip {
            choices.append(["const": value])
        }
        choices.append(["type": "null"])
        return SchemaText.described(description(of: context.property), ["anyOf": .array(choices)])
    }

    private static func description(of property: Property) -> String {
        let treatment = property.treatmentText.map { $0.filter { $0 != "`" } }
        return [property.description, treatment].compactMap { $0 }.joined(separator: " ")
    }

    private static let timestamp = value(
        of: Property(
            name: "", type: .timestamp, description: "",
            location: SourceLocation(path: "", line: 1, column: 1)))

    /// A keyed hash: the key's name and hexadecimal digits.
    private static let hash: JSONValue = [
        "type": "string",
        "pattern": .string(
            "^[\\s\\S]{0,\(HandledText.keyNameLength)}:[0-9a-f]{\(HandledText.hashDigitCount)}$"),
    ]

    /// What a property's value looks like on the wire, after its handling.
    static func value(of property: Property) -> JSONValue {
        if property.handling == .redact { return ["const": .string(HandledText.redacted.description)] }
        if case .list(let element) = property.type { return list(element, property) }
        return scalar(property.type, property)
    }

    private static func list(_ element: PropertyType.Element, _ property: Property) -> JSONValue {
        var members: [JSONValue.Member] = [.init("type", "array")]
        members += limits(of: property, .count)
        if property.constraints.maxItems == nil {
            members.append(.init("maxItems", .integer(Int64(PropertyLimits.listCount))))
        }
        members.append(.init("items", scalar(element.type, property)))
        return .object(members)
    }

    private static func scalar(_ type: PropertyType, _ property: Property) -> JSONValue {
        switch property.handling {
        case .hash: return hash
        case .mask:
            let (stars, kept) = (PropertyLimits.maskLength, PropertyLimits.unmaskedLength)
            return ["type": "string", "pattern": .string("^\\*{0,\(stars)}[\\s\\S]{0,\(kept)}$")]
        case .truncate: return truncated(type, property)
        case .redact, .drop, nil: break
        }
        let traits = type.traits
        switch traits.notation {
        case .text: return text(property, standard: traits.lengthLimit)
        case .wholeNumber, .number: return number(traits, property)
        case .truthValue: return ["type": "boolean"]
        case .enumerationValue:
            guard case .enumeration(let enumeration) = type else { return ["type": "string"] }
            let values = SchemaText.strings(enumeration.values.map(\.rawValue))
            return enumeration.isOpen
                ? [
                    "anyOf": [
                        ["enum": values],
                        ["type": "string", "maxLength": .integer(Int64(PropertyLimits.stringLength))],
                    ]
                ] : ["enum": values]
        case .syntax(let syntax): return self.syntax(syntax, traits, property)
        case .none: return ["type": "array"]
        }
    }

    private static func syntax(
        _ syntax: TextSyntax, _ traits: TypeTraits, _ property: Property
    ) -> JSONValue {
        guard !syntax.written.isEmpty else { return text(property, standard: traits.lengthLimit) }
        var choices = syntax.written.map { format, pattern in
            JSONValue.object(
                ("type", "string"), ("format", format.map(JSONValue.string)),
                ("pattern", pattern.map(JSONValue.string)))
        }
        // Hashed unless the process is told otherwise.
        if traits.treatment == .hashed { choices.insert(hash, at: 0) }
        return choices.count == 1 ? choices[0] : ["anyOf": .array(choices)]
    }

    private static func truncated(_ type: PropertyType, _ property: Property) -> JSONValue {
        if case .list = property.type, type == .string { return ["type": "string", "maxLength": 45] }
        switch type {
        case .string: return text(property, standard: nil, hasPattern: false)
        case .text: return text(property, standard: PropertyLimits.stringLength, isCut: true)
        // Of an address its network is kept, which may be longer than eight characters.
        default: return ["type": "string", "maxLength": 45]
        }
    }

    /// A text.
    ///
    /// - Parameters:
    ///   - standard: the most Unicode scalars if the property does not say; nil: any number.
    ///   - hasPattern: whether the property's pattern still holds.
    ///   - isCut: whether the standard holds even if the property allows more.
    private static func text(
        _ property: Property, standard: Int?, hasPattern: Bool = true, isCut: Bool = false
    ) -> JSONValue {
        var property = property
        let given = property.constraints.maxLength
        property.constraints.maxLength = isCut ? min(given ?? .max, standard ?? .max) : given ?? standard
        var members: [JSONValue.Member] = [.init("type", "string")]
        members += limits(of: property, .length)
        if hasPattern { members += limits(of: property, .form) }
        return .object(members)
    }

    private static func number(_ traits: TypeTraits, _ property: Property) -> JSONValue {
        var property = property
        property.constraints.minimum =
            property.constraints.minimum ?? traits.least.map(Constraints.Bound.integer)
        return .object([.init("type", .string(traits.wire.rawValue))] + limits(of: property, .value))
    }

    /// The constraints that measure this of a value.
    private static func limits(
        of property: Property, _ measure: ConstraintKind.Measure
    ) -> [JSONValue.Member] {
        ConstraintKind.allCases.filter { $0.test.measure == measure }.compactMap { kind in
            property.constraints[kind].map { .init(kind.schemaKeyword, value(of: $0)) }
        }
    }

    private static func value(of limit: Constraints.Limit) -> JSONValue {
        switch limit {
        case .bound(.integer(let value)): .integer(value)
        case .bound(.double(let value)): .double(value)
        case .pattern(let pattern): .string(SchemaText.whole(pattern))
        }
    }
}
