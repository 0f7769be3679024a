import CatalogModel
import SignalVocabulary

extension FileEmitter {
    /// What documentation says of a property: the catalog's description and, where the Swift type hides it, the unit.
    static func description(of property: Property) -> String {
        let unit: String? =
            switch property.type {
            case .duration(let unit): unit.rawValue
            case .bytes(let unit): unit.rawValue
            default: nil
            }
        if unit == nil, property.deprecation == nil { return property.description }
        var text = Self.sentence(property.description)
        if let unit { text += " Written in " + unit + " as `" + property.name + "`." }
        if let deprecation = property.deprecation {
            text += " Deprecated"
            if let since = deprecation.since { text += " since " + since }
            text += deprecation.reason.map { ": " + Self.sentence($0) } ?? "."
        }
        return text
    }

    /// What a factory's documentation says of the parameter: what the property's says, and what its values must keep to where that is
    /// said in a few words.
    static func parameterDescription(of member: Member) -> String {
        let limits = limits(of: member.property)
        return limits.isEmpty ? member.description : sentence(member.description) + limits
    }

    /// The limits of a property as sentences with a space before each. A lone minimum of 0 goes without saying, and a pattern is long.
    private static func limits(of property: Property) -> String {
        let constraints = property.constraints
        // "1" is how catalogs write that a number has no unit.
        var unit = property.unit.flatMap { $0 == "1" ? nil : " " + $0 } ?? ""
        switch property.type {
        case .duration(let written): unit = " " + written.rawValue
        case .bytes(let written): unit = " " + written.rawValue
        default: break
        }
        var text = ""
        switch (constraints.minimum, constraints.maximum) {
        case (let minimum?, let maximum?):
            text = " From " + literal(minimum) + " to " + literal(maximum) + unit + "."
        case (nil, let maximum?): text = " At most " + literal(maximum) + unit + "."
        case (.integer(0), nil), (nil, nil):
            if let unit = property.unit, unit != "1" { text = " In " + unit + "." }
        case (let minimum?, nil): text = " At least " + literal(minimum) + unit + "."
        }
        switch (constraints.maxItems, constraints.maxLength) {
        case (let items?, let length?):
            text += " At most " + String(items) + " items of at most " + String(length) + " characters."
        case (let items?, nil): text += " At most " + String(items) + " items."
        case (nil, let length?): text += " At most " + String(length) + " characters."
        case (nil, nil): break
        }
        return text
    }

    /// A bound as Swift and people write it.
    static func literal(_ bound: Constraints.Bound) -> String {
        switch bound {
        case .integer(let value): String(value)
        case .double(let value): value.description
        }
    }

    /// The text with a full stop, where it has nothing at its end that says it is one.
    private static func sentence(_ text: String) -> String {
        switch text.utf8.last {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\n"),
            nil:
            text
        default: text + "."
        }
    }

    /// What there is to say about a property's privacy, to stand behind its name; nil when it is an ordinary one.
    static func privacy(of property: Property) -> String? {
        let verb: String? =
            switch property.handling {
            case .hash: "hashed"
            case .redact: "redacted"
            case .mask: "masked"
            case .truncate: "truncated"
            case .drop: "dropped"
            case nil: nil
            }
        switch property.sensitivity {
        case .personal, .secret:
            let level = property.sensitivity.rawValue
            return verb.map { "is " + level + " and " + $0 + "." } ?? "is " + level + "."
        case .public, .internal:
            return verb.map { "is " + $0 + "." }
        }
    }

    /// A place in the catalog as documentation names it.
    static func place(_ location: SourceLocation) -> String {
        EscapedText.oneLine(location.path) + ":" + String(location.line)
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
    mutating func deprecation(of shape: EventShape, renamedTo kind: Renamed, indent: String) {
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
            writer.put(replacement(of: shape, by: EventShape(other), kind))
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
