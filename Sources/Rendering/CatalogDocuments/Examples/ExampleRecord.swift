import CatalogModel
import DocumentTools
import SignalVocabulary

/// The line that the runtime would write for an example of an event, as its JSON lines exporter does.
enum ExampleRecord {
    /// What the record says, in the order of the runtime: its own fields, the context, the event's properties.
    static func value(of entry: EventEntry, in catalog: Catalog, _ maker: inout ExampleMaker) -> JSONValue {
        let event = entry.event
        var members = [
            JSONValue.Member(RecordField.timestamp.rawValue, .string(ExampleValue.moment)),
            JSONValue.Member(RecordField.event.rawValue, .string(event.name)),
            JSONValue.Member(RecordField.severity.rawValue, .string(event.severity.name)),
            JSONValue.Member(RecordField.recordID.rawValue, .string("237e4d276eb2fefb0200000000000001")),
            JSONValue.Member(RecordField.catalog.rawValue, .string(catalog.name + "/" + catalog.version)),
        ]
        if event.sampleRate < 1 {
            members.append(JSONValue.Member(RecordField.sampleRate.rawValue, .double(event.sampleRate)))
        }
        for context in catalog.context where context.property.handling != .drop {
            members.append(JSONValue.Member(context.property.name, contextValue(context, &maker)))
        }
        for property in event.properties where property.handling != .drop {
            members.append(JSONValue.Member(property.name, written(maker.value(for: property), as: property)))
        }
        return .object(members)
    }

    /// A context property's value: its default as it stands, for that is nobody's personal data, or a treated example.
    private static func contextValue(_ context: ContextProperty, _ maker: inout ExampleMaker) -> JSONValue {
        if context.role == nil, let value = context.defaultJSON { return value }
        return written(maker.value(for: context.property), as: context.property)
    }

    /// A value as it leaves the calling function.
    private static func written(_ value: ExampleValue, as property: Property) -> JSONValue {
        if property.handling == .redact { return .string(HandledText.redacted.description) }
        switch value {
        case .string(let text): return .string(treated(text, property))
        case .integer(let number):
            if property.handling == .hash { return .string(hash(of: property)) }
            if case .bytes(let unit) = property.type, unit != .bytes { return .double(Double(number)) }
            return .integer(number)
        case .double(let number): return .double(number)
        case .bool(let flag): return .bool(flag)
        case .enumeration(let index):
            guard case .enumeration(let enumeration) = property.type, index < enumeration.values.count else {
                return .null
            }
            return .string(treated(enumeration.values[index].rawValue, property))
        case .list(let values): return .array(values.map { written($0, as: property) })
        case .expression(_, let text): return .string(treated(text, property))
        }
    }

    private static func treated(_ text: String, _ property: Property) -> String {
        switch property.handling {
        case .hash: return hash(of: property)
        case .mask: return masked(text)
        case .truncate:
            if property.type == .ip { return "203.0.113.0" }
            let limit =
                property.type == .string || property.type == .text
                ? property.constraints.maxLength ?? PropertyLimits.stringLength
                : PropertyLimits.truncatedLength
            return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
        default: return property.type == .ip ? hash(of: property) : text
        }
    }

    /// All but the last four scalars of a text longer than eight become asterisks, at most eight; a shorter one wholly.
    private static func masked(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let (longest, kept) = (PropertyLimits.maskLength, PropertyLimits.unmaskedLength)
        guard scalars.count > longest else { return String(repeating: "*", count: scalars.count) }
        let end = String(String.UnicodeScalarView(scalars.suffix(kept)))
        return String(repeating: "*", count: min(longest, scalars.count - kept)) + end
    }

    /// What a keyed hash looks like: the key's name and hexadecimal digits, different ones for every property.
    private static func hash(of property: Property) -> String {
        // FNV-1a, for digits that differ; nothing about it is secret.
        var text = "default:"
        let seeds = [UInt64(0xcbf2_9ce4_8422_2325), 0x9e37_79b9_7f4a_7c15]
        let width = HandledText.hashDigitCount / seeds.count
        for seed in seeds {
            var hash = seed
            for byte in property.name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            let digits = String(hash, radix: 16)
            text += String(repeating: "0", count: max(0, width - digits.count)) + digits.suffix(width)
        }
        return text
    }
}
