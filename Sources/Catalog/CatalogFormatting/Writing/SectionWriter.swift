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
        key(SectionKey.catalog.name, 0)
        for key in HeaderKey.allCases {
            switch key {
            case .name: quoted(key.name, catalog.name, 2)
            case .version: plain(key.name, catalog.version, 2)
            case .description: quoted(key.name, catalog.description, 2)
            case .owner: quoted(key.name, catalog.owner, 2)
            case .swift: swift(catalog.swift, key.name)
            case .rules: rules(catalog.rules, key.name)
            case .approvals: approvals(catalog.approvals, key.name)
            }
        }
    }

    private mutating func swift(_ settings: SwiftSettings, _ name: String) {
        if settings == SwiftSettings() { return }
        let entries = SwiftKey.allCases.compactMap { key -> String? in
            switch key {
            case .access:
                settings.access == SwiftSettings().access ? nil : key.name + ": " + settings.access.rawValue
            case .name: settings.name.map { key.name + ": " + $0 }
            }
        }
        plain(name, "{ " + entries.joined(separator: ", ") + " }", 2)
    }

    private mutating func approvals(_ approvals: [Approval], _ name: String) {
        if approvals.isEmpty { return }
        key(name, 2)
        for approval in approvals {
            text += "    -\n"
            for key in ApprovalKey.allCases {
                switch key {
                case .change: quoted(key.name, approval.change, 6)
                case .until: plain(key.name, approval.until, 6)
                case .reason: quoted(key.name, approval.reason, 6)
                }
            }
        }
    }

    private mutating func rules(_ rules: [RuleConfiguration], _ name: String) {
        if rules.isEmpty { return }
        key(name, 2)
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

    mutating func context(_ context: [ContextProperty]) {
        if context.isEmpty { return }
        key(SectionKey.context.name, 0)
        for item in context {
            key(item.property.name, 2)
            for key in ContextPropertyKey.allCases {
                switch key {
                case .property(let key): property(key, item.property, 4)
                case .role: plain(key.name, item.role?.rawValue, 4)
                case .variable: quoted(key.name, item.variable, 4)
                case .defaultValue:
                    plain(key.name, item.defaultValue.map { Self.value($0, of: item.property.type) }, 4)
                }
            }
        }
    }

    mutating func groups(_ groups: [PropertyGroup]) {
        if groups.isEmpty { return }
        key(SectionKey.groups.name, 0)
        for group in groups {
            key(group.name, 2)
            for key in GroupKey.allCases {
                switch key {
                case .shared(let shared): declaration(shared, key.name, group.declaration, owner: nil)
                }
            }
            properties(group.declaration.ownProperties, 4)
        }
    }

    /// - Parameter owner: who answers for events that name nobody.
    mutating func events(_ events: [Event], owner: String?) {
        if events.isEmpty { return }
        key(SectionKey.events.name, 0)
        for event in events {
            key(event.name, 2)
            for key in EventKey.allCases {
                switch key {
                case .shared(let shared): declaration(shared, key.name, event.declaration, owner: owner)
                case .severity: if event.severity != .info { plain(key.name, event.severity.name, 4) }
                case .sampleRate: if event.sampleRate != 1 { plain(key.name, String(event.sampleRate), 4) }
                case .retention: plain(key.name, event.retentionDays.map(Retention.text), 4)
                }
            }
        }
    }

    mutating func retention(_ retention: Retention?) {
        guard let retention else { return }
        key(SectionKey.retention.name, 0)
        for key in RetentionKey.allCases {
            switch key {
            case .events: plain(key.name, retention.events.map(Retention.text), 2)
            }
        }
    }

    mutating func removed(_ tombstones: [Tombstone]) {
        self.tombstones(tombstones, SectionKey.removed.name, 0)
    }

    // MARK: declarations

    /// Writes what a declaration says under one of the keys that declarations share.
    ///
    /// - Parameter owner: the owner of declarations that do not name one.
    private mutating func declaration(
        _ key: DeclarationKey, _ name: String, _ declaration: Declaration, owner: String?
    ) {
        switch key {
        case .description: quoted(name, declaration.description, 4)
        case .owner: if declaration.owner != owner { quoted(name, declaration.owner, 4) }
        case .stability:
            if declaration.stability != .stable { plain(name, declaration.stability.rawValue, 4) }
        case .since: plain(name, declaration.since, 4)
        case .expires: plain(name, declaration.expires, 4)
        case .deprecated: deprecation(declaration.deprecation, name, 4)
        case .renamedFrom: quoted(name, declaration.renamedFrom, 4)
        case .swiftName: quoted(name, declaration.swiftName, 4)
        case .links: list(name, declaration.links, 4)
        case .tags: list(name, declaration.tags, 4)
        case .suppress: suppressions(declaration.suppressions, name, 4)
        case .include: list(name, declaration.includes, 4)
        case .properties:
            let own = declaration.ownProperties
            if !own.isEmpty { self.key(name, 4) }
            properties(own, 6)
        case .removed: tombstones(declaration.removed, name, 4)
        }
    }

    private mutating func suppressions(_ suppressions: [Suppression], _ name: String, _ indent: Int) {
        if suppressions.isEmpty { return }
        key(name, indent)
        for suppression in suppressions { quoted(suppression.rule, suppression.reason, indent + 2) }
    }

    private mutating func tombstones(_ tombstones: [Tombstone], _ name: String, _ indent: Int) {
        if tombstones.isEmpty { return }
        key(name, indent)
        for tombstone in tombstones {
            key(tombstone.name, indent + 2)
            for key in TombstoneKey.allCases {
                switch key {
                case .since: plain(key.name, tombstone.since, indent + 4)
                case .reason: quoted(key.name, tombstone.reason, indent + 4)
                }
            }
        }
    }

    private mutating func deprecation(_ deprecation: Deprecation?, _ name: String, _ indent: Int) {
        guard let deprecation else { return }
        key(name, indent)
        for key in DeprecationKey.allCases {
            switch key {
            case .since: plain(key.name, deprecation.since, indent + 2)
            case .reason: quoted(key.name, deprecation.reason, indent + 2)
            case .replacedBy: quoted(key.name, deprecation.replacedBy, indent + 2)
            }
        }
    }

    // MARK: properties

    private mutating func properties(_ properties: [Property], _ indent: Int) {
        for property in properties {
            key(property.name, indent)
            for key in PropertyKey.allCases { self.property(key, property, indent + 2) }
        }
    }

    /// Writes what a property says under a key.
    private mutating func property(_ key: PropertyKey, _ property: Property, _ indent: Int) {
        let name = key.name
        switch key {
        case .type: plain(name, property.type.kind.rawValue, indent)
        case .items: if case .list(let element) = property.type { plain(name, element.rawValue, indent) }
        case .unit:
            switch property.type {
            case .duration(let unit): plain(name, unit.rawValue, indent)
            case .bytes(let unit): plain(name, unit.rawValue, indent)
            default: quoted(name, property.unit, indent)
            }
        case .open: if enumeration(property)?.isOpen == true { plain(name, "true", indent) }
        case .values: if let enumeration = enumeration(property) { values(enumeration, name, indent) }
        case .required: if !property.isRequired { plain(name, "false", indent) }
        case .constraint(let kind):
            switch property.constraints[kind] {
            case .bound(let bound)?: plain(name, bound.text, indent)
            case .pattern(let pattern)?: quoted(name, pattern, indent)
            case nil: break
            }
        case .description: quoted(name, property.description, indent)
        case .example: plain(name, property.example.map { Self.value($0, of: property.type) }, indent)
        case .sensitivity:
            if property.sensitivity != .internal { plain(name, property.sensitivity.rawValue, indent) }
        case .handling: plain(name, property.handling?.rawValue, indent)
        case .swiftName: quoted(name, property.swiftName, indent)
        case .since: plain(name, property.since, indent)
        case .deprecated: deprecation(property.deprecation, name, indent)
        case .renamedFrom: quoted(name, property.renamedFrom, indent)
        case .suppress: suppressions(property.suppressions, name, indent)
        }
    }

    private func enumeration(_ property: Property) -> Enumeration? {
        if case .enumeration(let enumeration) = property.type { enumeration } else { nil }
    }

    private mutating func values(_ enumeration: Enumeration, _ name: String, _ indent: Int) {
        key(name, indent)
        let spaces = String(repeating: " ", count: indent + 2)
        for value in enumeration.values {
            guard value.swiftName != nil || value.description != nil || value.renamedFrom != nil else {
                text += spaces + "- " + DoubleQuoted.text(value.rawValue) + "\n"
                continue
            }
            text += spaces + "-\n"
            for key in EnumerationValueKey.allCases {
                switch key {
                case .value: quoted(key.name, value.rawValue, indent + 4)
                case .name: quoted(key.name, value.swiftName, indent + 4)
                case .description: quoted(key.name, value.description, indent + 4)
                case .renamedFrom: quoted(key.name, value.renamedFrom, indent + 4)
                }
            }
        }
    }

    /// A value of a type: a number or a truth value as it is, when it is one, anything else as text.
    private static func value(_ text: String, of type: PropertyType) -> String {
        switch type.traits.notation {
        case .wholeNumber, .number:
            if Int64(text) != nil || Double(text)?.isFinite == true { return text }
        case .truthValue:
            if text == "true" || text == "false" { return text }
        case .text, .enumerationValue, .syntax, .none: break
        }
        return DoubleQuoted.text(text)
    }
}
