import CatalogModel
import SignalVocabulary
import YAMLLite

/// Writes the sections of a catalog as YAML that is right but not yet pretty: a key a line, every text quoted.
struct SectionWriter {
    /// What was written.
    private(set) var text = ""

    // MARK: lines

    private mutating func key(_ key: String, _ indent: Int) {
        text += String(repeating: " ", count: indent) + DoubleQuoted.text(key) + ":\n"
    }

    /// A value that is written as it is: a number, a truth value, a word of the language, or a list.
    private mutating func plain(_ key: String, _ value: String?, _ indent: Int) {
        guard let value else { return }
        text += String(repeating: " ", count: indent) + key + ": " + value + "\n"
    }

    private mutating func quoted(_ key: String, _ value: String?, _ indent: Int) {
        plain(key, value.map { DoubleQuoted.text($0) }, indent)
    }

    private mutating func list(_ key: String, _ values: [String], _ indent: Int) {
        if values.isEmpty { return }
        plain(key, "[" + values.map { DoubleQuoted.text($0) }.joined(separator: ", ") + "]", indent)
    }

    // MARK: sections

    mutating func header(_ catalog: Catalog) {
        key("catalog", 0)
        quoted("name", catalog.name, 2)
        plain("version", catalog.version, 2)
        quoted("description", catalog.description, 2)
        quoted("owner", catalog.owner, 2)
        if catalog.swift.access != .internal {
            plain("swift", "{ access: \(catalog.swift.access.rawValue) }", 2)
        }
        rules(catalog.rules)
        if catalog.approvals.isEmpty { return }
        key("approvals", 2)
        for approval in catalog.approvals {
            text += "    - change: " + DoubleQuoted.text(approval.change) + "\n"
            plain("until", approval.until, 6)
            quoted("reason", approval.reason, 6)
        }
    }

    private mutating func rules(_ rules: [RuleConfiguration]) {
        if rules.isEmpty { return }
        key("rules", 2)
        for rule in rules {
            if rule.settings.isEmpty, let level = rule.level {
                quoted(rule.rule, level.rawValue, 4)
                continue
            }
            key(rule.rule, 4)
            quoted("level", rule.level?.rawValue, 6)
            for setting in rule.settings { plain(setting.name, Self.setting(setting.value), 6) }
        }
    }

    private static func setting(_ value: RuleConfiguration.Value) -> String {
        switch value {
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .text(let text): DoubleQuoted.text(text)
        case .texts(let texts): "[" + texts.map { DoubleQuoted.text($0) }.joined(separator: ", ") + "]"
        }
    }

    private mutating func suppressions(_ suppressions: [Suppression], _ indent: Int) {
        if suppressions.isEmpty { return }
        key("suppress", indent)
        for suppression in suppressions { quoted(suppression.rule, suppression.reason, indent + 2) }
    }

    mutating func context(_ context: [ContextProperty]) {
        if context.isEmpty { return }
        key("context", 0)
        for item in context {
            property(item.property, 2)
            plain("role", item.role?.rawValue, 4)
            quoted("variable", item.variable, 4)
            plain("default", item.defaultValue.map { Self.value($0, of: item.property.type) }, 4)
        }
    }

    mutating func groups(_ groups: [PropertyGroup]) {
        if groups.isEmpty { return }
        key("groups", 0)
        for group in groups {
            key(group.name, 2)
            list("include", group.includes, 4)
            quoted("description", group.description, 4)
            suppressions(group.suppressions, 4)
            for member in group.properties where member.group == nil || member.group == group.name {
                property(member, 4)
            }
        }
    }

    /// - Parameter owner: who answers for events that name nobody.
    mutating func events(_ events: [Event], owner: String?) {
        if events.isEmpty { return }
        key("events", 0)
        for event in events {
            key(event.name, 2)
            quoted("description", event.description, 4)
            if event.severity != .info { plain("severity", event.severity.name, 4) }
            if event.sampleRate != 1 { plain("sample_rate", String(event.sampleRate), 4) }
            plain("retention", event.retentionDays.map(Retention.text), 4)
            if event.owner != owner { quoted("owner", event.owner, 4) }
            if event.stability != .stable { plain("stability", event.stability.rawValue, 4) }
            plain("since", event.since, 4)
            plain("expires", event.expires, 4)
            deprecation(event.deprecation, 4)
            quoted("renamed_from", event.renamedFrom, 4)
            quoted("swift_name", event.swiftName, 4)
            suppressions(event.suppressions, 4)
            list("include", event.includes, 4)
            let own = event.properties.filter { $0.group == nil }
            if !own.isEmpty { key("properties", 4) }
            for member in own { property(member, 6) }
            tombstones(event.removed, indent: 4)
        }
    }

    mutating func retention(_ retention: Retention?) {
        guard let retention else { return }
        key("retention", 0)
        plain(SignalKind.events.rawValue, retention.events.map(Retention.text), 2)
    }

    mutating func tombstones(_ tombstones: [Tombstone], indent: Int) {
        if tombstones.isEmpty { return }
        key("removed", indent)
        for tombstone in tombstones {
            key(tombstone.name, indent + 2)
            plain("since", tombstone.since, indent + 4)
            quoted("reason", tombstone.reason, indent + 4)
        }
    }

    // MARK: properties

    private mutating func property(_ property: Property, _ indent: Int) {
        key(property.name, indent)
        let inner = indent + 2
        type(property.type, inner)
        quoted("unit", property.unit, inner)
        if !property.isRequired { plain("required", "false", inner) }
        plain("minimum", property.constraints.minimum.map(Self.number), inner)
        plain("maximum", property.constraints.maximum.map(Self.number), inner)
        plain("max_length", property.constraints.maxLength.map(String.init), inner)
        plain("max_items", property.constraints.maxItems.map(String.init), inner)
        quoted("pattern", property.constraints.pattern, inner)
        quoted("description", property.description, inner)
        plain("example", property.example.map { Self.value($0, of: property.type) }, inner)
        if property.sensitivity != .internal { plain("sensitivity", property.sensitivity.rawValue, inner) }
        plain("handling", property.handling?.rawValue, inner)
        quoted("swift_name", property.swiftName, inner)
        plain("since", property.since, inner)
        deprecation(property.deprecation, inner)
        quoted("renamed_from", property.renamedFrom, inner)
        suppressions(property.suppressions, inner)
    }

    private mutating func type(_ type: PropertyType, _ indent: Int) {
        switch type {
        case .enumeration(let enumeration):
            plain("type", type.kind.rawValue, indent)
            if enumeration.isOpen { plain("open", "true", indent) }
            key("values", indent)
            for value in enumeration.values {
                let spaces = String(repeating: " ", count: indent + 2)
                guard value.swiftName != nil || value.description != nil || value.renamedFrom != nil else {
                    text += spaces + "- " + DoubleQuoted.text(value.rawValue) + "\n"
                    continue
                }
                text += spaces + "- value: " + DoubleQuoted.text(value.rawValue) + "\n"
                quoted("name", value.swiftName, indent + 4)
                quoted("description", value.description, indent + 4)
                quoted("renamed_from", value.renamedFrom, indent + 4)
            }
        case .duration(let unit):
            plain("type", type.kind.rawValue, indent)
            plain("unit", unit.rawValue, indent)
        case .bytes(let unit):
            plain("type", type.kind.rawValue, indent)
            plain("unit", unit.rawValue, indent)
        case .list(let element):
            plain("type", type.kind.rawValue, indent)
            plain("items", element.rawValue, indent)
        default: plain("type", type.kind.rawValue, indent)
        }
    }

    private mutating func deprecation(_ deprecation: Deprecation?, _ indent: Int) {
        guard let deprecation else { return }
        key("deprecated", indent)
        plain("since", deprecation.since, indent + 2)
        quoted("reason", deprecation.reason, indent + 2)
        quoted("replaced_by", deprecation.replacedBy, indent + 2)
    }

    /// A value of a type: a number or a truth value as it is, when it is one, anything else as text.
    private static func value(_ text: String, of type: PropertyType) -> String {
        switch type {
        case .int, .bytes, .duration, .double:
            if Int64(text) != nil || Double(text)?.isFinite == true { return text }
        case .bool:
            if text == "true" || text == "false" { return text }
        default: break
        }
        return DoubleQuoted.text(text)
    }

    private static func number(_ bound: Constraints.Bound) -> String {
        switch bound {
        case .integer(let value): String(value)
        case .double(let value): String(value)
        }
    }
}
