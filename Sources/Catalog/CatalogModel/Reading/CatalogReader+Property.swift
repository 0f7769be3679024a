import SignalVocabulary
import YAMLLite

extension CatalogReader {
    /// Reads one property; nil when there is too little to go on. What is wrong is reported.
    mutating func readProperty(
        _ entry: Entry, in scope: SwiftNames.MemberScope, group: String?
    ) -> ReadProperty? {
        let name = entry.keyText
        let place = location(of: entry.key)
        let isNamed = checkName(entry.key, name, of: scope == .context ? "a context property" : "a property")
        if isNamed, RecordField.isReserved(name) {
            findings.error(
                .reservedName,
                "the name \(Quoted.text(name)) is reserved: every record has a field of this name",
                at: place)
        }
        guard let entries = entries(entry.value, for: name) else { return nil }
        var fields = PropertyFields()
        var index = 0
        while index < entries.count {
            let key = entries[index].keyText
            if !fields.note(key, at: index) {
                findings.misspelt(
                    .unknownKey, "unknown key \(Quoted.text(key)) of the property \(Quoted.text(name))",
                    word: reference(entries[index].key), meaning: Aliases.propertyKey(key),
                    candidates: scope == .context ? PropertyFields.contextKeys : PropertyFields.keys)
            }
            index += 1
        }
        checkScope(fields, entries, scope)

        // Without a type that can be read, nothing is said about what depends on it.
        let type = readType(fields, entries, name, place)
        var property = Property(
            name: name, type: type ?? .string, description: "", group: group, location: place)
        if fields.description >= 0 {
            property.description = text(entries[fields.description].value, for: "description") ?? ""
        } else {
            missingKey(
                "description", of: "the property \(Quoted.text(name))", at: place, hint: "say what it means")
        }
        if fields.required >= 0, scope == .event {
            property.isRequired = bool(entries[fields.required].value, for: "required") ?? true
        }
        if fields.swiftName >= 0 {
            property.swiftName = givenSwiftName(entries[fields.swiftName].value, for: "swift_name")
        }
        if fields.renamedFrom >= 0 {
            property.renamedFrom = formerName(entries[fields.renamedFrom].value, of: "a property")
        }
        if fields.since >= 0 { property.since = version(entries[fields.since].value, for: "since") }
        if fields.suppress >= 0 {
            property.suppressions = readSuppressions(entries[fields.suppress].value)
        }
        if fields.example >= 0 { property.example = example(entries[fields.example].value) }
        if fields.unit >= 0, type == .int || type == .double {
            property.unit = text(entries[fields.unit].value, for: "unit")
        }
        readPrivacy(fields, entries, type, into: &property)
        readConstraints(fields, entries, type, into: &property)

        var read = ReadProperty(property: property, memberName: "")
        if fields.deprecated >= 0 {
            (read.property.deprecation, read.replacedBy) = deprecation(entries[fields.deprecated].value)
        }
        guard isNamed else { return nil }
        read.memberName = checkSwiftName(
            read.property, in: scope, isOptional: scope == .context || !property.isRequired)
        if scope == .context {
            if fields.role >= 0 { read.role = entries[fields.role].value }
            if fields.variable >= 0 { read.variable = entries[fields.variable].value }
            // A default can only be judged by a type.
            if fields.defaultValue >= 0, type != nil {
                read.defaultValue = entries[fields.defaultValue].value
            }
        }
        return read
    }

    /// A value as it is written; what is no scalar is reported, and nil.
    private mutating func example(_ node: Node) -> String? {
        guard case .scalar(let scalar) = node.content, scalar.value != .null else {
            wrongType(node, for: "example", expected: "a scalar", hint: "give one value as it may occur")
            return nil
        }
        return scalar.text
    }

    /// Reports keys that mean something, but not here.
    private mutating func checkScope(
        _ fields: PropertyFields, _ entries: [Entry], _ scope: SwiftNames.MemberScope
    ) {
        switch scope {
        case .context:
            if fields.required >= 0 {
                misplaced(
                    entries[fields.required], "a context property is never \"required\"",
                    hint: "an unset one is written as null")
            }
        case .event:
            if fields.role >= 0 { misplaced(entries[fields.role], "only a context property has a \"role\"") }
            if fields.variable >= 0 {
                misplaced(entries[fields.variable], "only a context property has a \"variable\"")
            }
            if fields.defaultValue >= 0 {
                misplaced(
                    entries[fields.defaultValue], "only a context property has a \"default\"",
                    hint: "a property that may be absent has \"required: false\"")
            }
        }
    }

    /// Reports a key that means something, but not here.
    mutating func misplaced(_ entry: Entry, _ message: String, hint: String? = nil) {
        findings.error(.misplacedKey, message, at: location(of: entry.key), hint: hint)
    }

    /// Reads `sensitivity:` and `handling:`.
    private mutating func readPrivacy(
        _ fields: PropertyFields, _ entries: [Entry], _ type: PropertyType?, into property: inout Property
    ) {
        if fields.handling >= 0 {
            let node = entries[fields.handling].value
            property.handling = choice(node, for: "handling", meaning: Aliases.handling)
            if let handling = property.handling, let type {
                checkHandling(
                    handling, of: type, hasMaximumLength: fields.maxLength >= 0, at: location(of: node))
            }
        }
        if fields.sensitivity >= 0 {
            let node = entries[fields.sensitivity].value
            let sensitivity: Sensitivity? = choice(node, for: "sensitivity", meaning: Aliases.sensitivity)
            property.sensitivity = sensitivity ?? .internal
            if fields.handling < 0, property.sensitivity == .personal || property.sensitivity == .secret {
                let handlings =
                    type.map { type in Handling.allCases.filter { $0.fits(type) } } ?? Handling.allCases
                findings.error(
                    .unhandledPersonalData,
                    "\(Quoted.text(property.name)) is \(property.sensitivity.rawValue) but has no \"handling\"",
                    at: location(of: node),
                    hint: "add \"handling\": \(Quoted.list(handlings.map(\.rawValue)))")
            }
        }
    }
}
