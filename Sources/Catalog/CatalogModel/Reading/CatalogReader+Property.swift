import SignalVocabulary
import YAMLLite

extension CatalogReader {
    /// Reads one property of an event or a group; nil when there is too little to go on. What is wrong is reported.
    mutating func readProperty(_ entry: Entry, group: String?) -> ReadProperty? {
        let isNamed = checkPropertyName(entry, of: "a property")
        guard let entries = entries(entry.value, for: entry.keyText) else { return nil }
        var fields = PropertyFields(entries)
        var index = 0
        while index < entries.count {
            let key = key(
                entries[index], among: PropertyKey.self, "of the property \(Quoted.text(entry.keyText))")
            if let key { fields.note(key, at: index) }
            index += 1
        }
        return read(fields, of: entry, isNamed: isNamed, in: .event, group: group)
    }

    /// Whether a property may have its name; if not, that is reported.
    mutating func checkPropertyName(_ entry: Entry, of kind: String) -> Bool {
        let name = entry.keyText
        guard checkName(entry.key, name, of: kind) else { return false }
        if RecordField.isReserved(name) {
            findings.error(
                .reservedName,
                "the name \(Quoted.text(name)) is reserved: every record has a field of this name",
                at: location(of: entry.key))
        }
        return true
    }

    /// Reads what all properties have; nil when there is too little to go on.
    mutating func read(
        _ fields: PropertyFields, of entry: Entry, isNamed: Bool, in scope: SwiftNames.MemberScope,
        group: String?
    ) -> ReadProperty? {
        let name = entry.keyText
        let place = location(of: entry.key)
        // Without a type that can be read, nothing is said about what depends on it.
        let type = readType(fields, name, place)
        var property = Property(
            name: name, type: type ?? .string, description: "", group: group, location: place)
        var replacedBy: Reference?
        for key in fields.keys {
            guard let node = fields.value(of: key) else { continue }
            switch key {
            case .type, .items, .open, .values: break  // They are the type.
            case .unit: if type == .int || type == .double { property.unit = text(node, for: key.name) }
            case .required: property.isRequired = bool(node, for: key.name) ?? true
            case .constraint(let kind):
                guard let entry = fields[key] else { break }
                property.constraints.set(kind, to: limit(kind, entry, type))
                if kind == .maximum { checkBounds(property.constraints, fields) }
            case .description: property.description = text(node, for: key.name) ?? ""
            case .example: property.example = example(node)
            case .sensitivity: readSensitivity(node, type, fields, into: &property)
            case .handling: readHandling(node, type, fields, into: &property)
            case .swiftName: property.swiftName = givenSwiftName(node, for: key.name)
            case .since: property.since = version(node, for: key.name)
            case .deprecated: (property.deprecation, replacedBy) = deprecation(node)
            case .renamedFrom: property.renamedFrom = formerName(node, of: "a property")
            case .suppress: property.suppressions = readSuppressions(node)
            }
        }
        if !fields.has(.description) {
            missingKey(
                "description", of: "the property \(Quoted.text(name))", at: place, hint: "say what it means")
        }
        guard isNamed else { return nil }
        let memberName = checkSwiftName(
            property, in: scope, isOptional: scope == .context || !property.isRequired)
        return ReadProperty(
            property: property, hasType: type != nil, memberName: memberName, replacedBy: replacedBy)
    }

    /// A value as it is written; what is not a scalar is reported, and nil.
    private mutating func example(_ node: Node) -> String? {
        guard case .scalar(let scalar) = node.content, scalar.value != .null else {
            wrongType(node, for: "example", expected: "a scalar", hint: "give one value as it may occur")
            return nil
        }
        return scalar.text
    }

    /// Reads `handling:`.
    private mutating func readHandling(
        _ node: Node, _ type: PropertyType?, _ fields: PropertyFields, into property: inout Property
    ) {
        property.handling = choice(node, for: "handling", meaning: WordAliases.handling)
        if let handling = property.handling, let type {
            checkHandling(
                handling, of: type, hasMaximumLength: fields.has(.constraint(.maxLength)),
                at: location(of: node))
        }
    }

    /// Reads `sensitivity:`.
    private mutating func readSensitivity(
        _ node: Node, _ type: PropertyType?, _ fields: PropertyFields, into property: inout Property
    ) {
        let sensitivity: Sensitivity? = choice(node, for: "sensitivity", meaning: WordAliases.sensitivity)
        property.sensitivity = sensitivity ?? .internal
        guard !fields.has(.handling), property.sensitivity.isSensitive else { return }
        let handlings = type.map(Handling.fitting) ?? Handling.allCases
        findings.error(
            .unhandledPersonalData,
            "\(Quoted.text(property.name)) is \(property.sensitivity.rawValue) but has no \"handling\"",
            at: location(of: node), hint: "add \"handling\": \(Quoted.list(handlings.map(\.rawValue)))")
    }
}
