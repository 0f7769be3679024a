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

    private static let timestamp: JSONValue = [
        "type": "string", "format": "date-time",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z$",
    ]

    /// A keyed hash: the key's name and hexadecimal digits.
    private static let hash: JSONValue = [
        "type": "string",
        "pattern": .string(
            "^[\\s\\S]{0,\(HandledText.keyNameLength)}:[0-9a-f]{\(HandledText.hashDigitCount)}$"),
    ]

    /// An IPv6 address with a zone (RFC 4007, section 11), such as `fe80::1%eth0`, which the format `ipv6` of JSON Schema does not have.
    private static let zonedAddress: JSONValue = [
        "type": "string", "pattern": "^[0-9A-Fa-f:.]{2,45}%[0-9A-Za-z._~-]{1,64}$",
    ]

    /// What a property's value looks like on the wire, after its handling.
    static func value(of property: Property) -> JSONValue {
        if property.handling == .redact { return ["const": .string(HandledText.redacted.description)] }
        if case .list(let element) = property.type { return list(element, property) }
        return scalar(property.type, property)
    }

    private static func list(_ element: PropertyType.Element, _ property: Property) -> JSONValue {
        let type: PropertyType =
            switch element {
            case .string: .string
            case .text: .text
            case .int: .int
            case .double: .double
            case .bool: .bool
            }
        return [
            "type": "array",
            "maxItems": .integer(Int64(property.constraints.maxItems ?? PropertyLimits.listCount)),
            "items": scalar(type, property),
        ]
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
        switch type {
        case .string, .url:
            return text(property, limit: property.constraints.maxLength ?? PropertyLimits.stringLength)
        case .text: return text(property, limit: property.constraints.maxLength)
        case .int: return bounded("integer", property)
        case .double: return bounded("number", property)
        case .duration: return bounded("number", property, atLeast: 0)
        case .bytes(let unit): return bounded(unit == .bytes ? "integer" : "number", property, atLeast: 0)
        case .bool: return ["type": "boolean"]
        case .enumeration(let enumeration):
            let values = SchemaText.strings(enumeration.values.map(\.rawValue))
            return enumeration.isOpen
                ? [
                    "anyOf": [
                        ["enum": values],
                        ["type": "string", "maxLength": .integer(Int64(PropertyLimits.stringLength))],
                    ]
                ] : ["enum": values]
        case .timestamp: return timestamp
        case .uuid: return ["type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"]
        // Hashed unless the process is told otherwise.
        case .ip:
            return [
                "anyOf": [
                    hash, ["type": "string", "format": "ipv4"], ["type": "string", "format": "ipv6"],
                    zonedAddress,
                ]
            ]
        case .list: return ["type": "array"]
        }
    }

    private static func truncated(_ type: PropertyType, _ property: Property) -> JSONValue {
        if case .list = property.type, type == .string { return ["type": "string", "maxLength": 45] }
        switch type {
        case .string: return text(property, limit: property.constraints.maxLength, hasPattern: false)
        case .text:
            let limit = PropertyLimits.stringLength
            return text(property, limit: min(property.constraints.maxLength ?? limit, limit))
        // Of an address its network is kept, which may be longer than eight characters.
        default: return ["type": "string", "maxLength": 45]
        }
    }

    private static func text(_ property: Property, limit: Int?, hasPattern: Bool = true) -> JSONValue {
        var members: [JSONValue.Member] = [.init("type", "string")]
        if let limit { members.append(.init("maxLength", .integer(Int64(limit)))) }
        if hasPattern, let pattern = property.constraints.pattern {
            members.append(.init("pattern", .string(SchemaText.whole(pattern))))
        }
        return .object(members)
    }

    private static func bounded(_ type: String, _ property: Property, atLeast least: Int64? = nil)
        -> JSONValue
    {
        var members: [JSONValue.Member] = [.init("type", .string(type))]
        if let minimum = property.constraints.minimum ?? least.map(Constraints.Bound.integer) {
            members.append(.init("minimum", value(of: minimum)))
        }
        if let maximum = property.constraints.maximum { members.append(.init("maximum", value(of: maximum))) }
        return .object(members)
    }

    private static func value(of bound: Constraints.Bound) -> JSONValue {
        switch bound {
        case .integer(let value): .integer(value)
        case .double(let value): .double(value)
        }
    }
}
