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
            // By its text, because thousands of entries would be copied to be handed on.
            if let key = PropertyKey.table[entries[index].keyText] {
                fields.note(key, at: index)
            } else {
                report(
                    entries[index], notAmong: PropertyKey.self,
                    "of the property \(Quoted.text(entry.keyText))")
            }
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
        // The property is made where it is handed on, because it is large to copy.
        var read = ReadProperty(
            property: Property(
                name: name, type: type ?? .string, description: "", group: group, location: place),
            hasType: type != nil, memberName: "")
        for key in fields.keys {
            guard let node = fields.value(of: key) else { continue }
            switch key {
            case .type, .items, .open, .values: break  // They are the type.
            case .unit: if type == .int || type == .double { read.property.unit = text(node, for: key.name) }
            case .required: read.property.isRequired = bool(node, for: key.name) ?? true
            case .constraint(let kind):
                guard let entry = fields[key] else { break }
                read.property.constraints.set(kind, to: limit(kind, entry, type))
                if kind == .maximum { checkBounds(read.property.constraints, fields) }
            case .description: read.property.description = text(node, for: key.name) ?? ""
            case .example: read.property.example = example(node)
            case .sensitivity: readSensitivity(node, type, fields, into: &read.property)
            case .handling: readHandling(node, type, fields, into: &read.property)
            case .swiftName: read.property.swiftName = givenSwiftName(node, for: key.name)
            case .since: read.property.since = version(node, for: key.name)
            case .deprecated: (read.property.deprecation, read.replacedBy) = deprecation(node)
            case .renamedFrom: read.property.renamedFrom = formerName(node, of: "a property")
            case .suppress: read.property.suppressions = readSuppressions(node)
            }
        }
        if !fields.has(.description) {
            missingKey(
                "description", of: "the property \(Quoted.text(name))", at: place, hint: "say what it means")
        }
        guard isNamed else { return nil }
        read.memberName = checkSwiftName(
            read.property, in: scope, isOptional: scope == .context || !read.property.isRequired)
        return read
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
