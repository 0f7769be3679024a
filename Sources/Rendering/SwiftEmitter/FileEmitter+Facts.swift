import CatalogModel
import SignalVocabulary

extension FileEmitter {
    /// Writes what documentation says of a property: the catalog's description and, where the Swift type hides it, the unit.
    mutating func description(of property: Property) {
        writer.put(made: property.description)
        switch property.type {
        case .duration(let unit): writtenUnit(unit.rawValue, of: property)
        case .bytes(let unit): writtenUnit(unit.rawValue, of: property)
        default: break
        }
        guard let deprecation = property.deprecation else { return }
        writer.endSentence()
        writer.put(" Deprecated")
        if let since = deprecation.since {
            writer.put(" since ")
            writer.put(made: since)
        }
        if let reason = deprecation.reason {
            writer.put(": ")
            writer.put(made: reason)
        }
        writer.endSentence()
    }

    private mutating func writtenUnit(_ unit: String, of property: Property) {
        writer.endSentence()
        writer.put(" Written in ")
        writer.put(made: unit)
        writer.put(" as `")
        writer.put(made: property.name)
        writer.put("`.")
    }

    /// Writes what a factory's documentation says of the parameter: what the property's says, and what its values must keep to if that
    /// is said in a few words. A lone minimum of 0 goes without saying, and a pattern is long.
    mutating func parameterDescription(of property: Property) {
        description(of: property)
        let constraints = property.constraints
        switch (constraints.minimum, constraints.maximum) {
        case (let minimum?, let maximum?):
            limit(" From ", Self.literal(minimum))
            writer.put(" to ")
            writer.put(made: Self.literal(maximum))
            unit(of: property)
            writer.put(".")
        case (nil, let maximum?):
            limit(" At most ", Self.literal(maximum))
            unit(of: property)
            writer.put(".")
        case (.integer(0), nil), (nil, nil):
            if let unit = property.unit, unit != Self.noUnit {
                limit(" In ", unit)
                writer.put(".")
            }
        case (let minimum?, nil):
            limit(" At least ", Self.literal(minimum))
            unit(of: property)
            writer.put(".")
        }
        if let items = constraints.maxItems {
            limit(" At most ", String(items))
            writer.put(constraints.maxLength == nil ? " items." : " items of")
        }
        if let length = constraints.maxLength {
            if constraints.maxItems == nil {
                limit(" At most ", String(length))
            } else {
                writer.put(made: " at most \(length)")
            }
            writer.put(" characters.")
        }
    }

    private mutating func limit(_ words: StaticString, _ value: String) {
        writer.endSentence()
        writer.put(words)
        writer.put(made: value)
    }

    /// How catalogs write that a number has no unit.
    private static let noUnit = "1"

    /// Writes the unit that a property's bounds are in, after a space.
    private mutating func unit(of property: Property) {
        let unit: String? =
            switch property.type {
            case .duration(let unit): unit.rawValue
            case .bytes(let unit): unit.rawValue
            default: property.unit
            }
        guard let unit, unit != Self.noUnit else { return }
        writer.put(" ")
        writer.put(made: unit)
    }

    /// A bound as Swift and people write it.
    static func literal(_ bound: Constraints.Bound) -> String {
        switch bound {
        case .integer(let value): String(value)
        case .double(let value): value.description
        }
    }

    /// Whether there is anything to say about a property's privacy.
    static func isPrivate(_ property: Property) -> Bool {
        switch property.sensitivity {
        case .personal, .secret: true
        case .public, .internal: property.handling != nil
        }
    }

    /// Writes what there is to say about a property's privacy, its name first.
    mutating func privacy(of property: Property) {
        writer.put("`")
        writer.put(made: property.name)
        writer.put("` is ")
        switch property.sensitivity {
        case .personal, .secret:
            writer.put(made: property.sensitivity.rawValue)
            if property.handling != nil { writer.put(" and ") }
        case .public, .internal: break
        }
        switch property.handling {
        case .hash: writer.put("hashed")
        case .redact: writer.put("redacted")
        case .mask: writer.put("masked")
        case .truncate: writer.put("truncated")
        case .drop: writer.put("dropped")
        case nil: break
        }
        writer.put(".")
    }

    /// What the compiler says to who sets a deprecated property.
    static func retirement(of member: Member, in shape: EventShape) -> String {
        var text = "'" + member.name + "' is deprecated"
        if let reason = member.property.deprecation?.reason { text += ": " + reason }
        if let name = member.property.deprecation?.replacedBy {
            let other = shape.members.first { $0.property.name == name }
            text += " (use '" + (other?.name ?? name) + "')"
        }
        return text
    }

    /// Which of an event's declarations a deprecation stands at, for the compiler's fix-it names its counterpart.
    enum Renamed { case type, factory, name, none }

    /// Writes the attribute by which the compiler warns of a deprecated event.
    mutating func deprecation(of shape: EventShape, renamedTo kind: Renamed, indent: StaticString) {
        guard let deprecation = shape.event.deprecation else { return }
        writer.put(indent)
        writer.put("@available(*, deprecated")
        let since = deprecation.since.map { "deprecated since " + $0 }
        if let message = deprecation.reason ?? since {
            writer.put(", message: ")
            writer.literal(message)
        }
        if kind != .none, let name = deprecation.replacedBy, let other = index.event(named: name) {
            writer.put(", renamed: \"")
            writer.put(made: replacement(of: shape, by: EventShape(other), kind))
            writer.put("\"")
        }
        writer.line(")")
    }

    /// The declaration to use in place of a deprecated event's.
    ///
    /// Labels are given only where both take parameters of the same types in the same order: the fix-it renames by position.
    private func replacement(of shape: EventShape, by other: EventShape, _ kind: Renamed) -> String {
        switch kind {
        case .type: return other.typeName
        case .name, .none: return other.escapedMemberName
        case .factory:
            let isAlike =
                shape.members.count == other.members.count
                && zip(shape.members, other.members).allSatisfy { old, new in
                    old.property.type == new.property.type
                        && old.property.isRequired == new.property.isRequired
                        && old.property.deprecation == nil && new.property.deprecation == nil
                }
            guard isAlike else { return other.escapedMemberName }
            let labels = other.members.map { SwiftNames.escapedLabel($0.name) + ":" }
            return other.escapedMemberName + "(" + labels.joined() + ")"
        }
    }
}
