import YAMLLite

extension CatalogReader {
    /// Reads `context:`.
    mutating func readContext(_ section: Entry) {
        let place = location(of: section.key)
        if let first = catalog.contextLocation {
            findings.error(
                .duplicateContext, "the catalog has a second \"context\"", at: place,
                hint: "write all context properties in one file",
                notes: [Diagnostic.Note("the first one is here", at: first)])
        } else {
            catalog.contextLocation = place
        }
        guard let entries = entries(section.value, for: section.keyText) else { return }
        for entry in entries { readContextProperty(entry) }
    }

    private mutating func readContextProperty(_ entry: Entry) {
        let isNamed = checkPropertyName(entry, of: "a context property")
        guard let entries = entries(entry.value, for: entry.keyText) else { return }
        var fields = PropertyFields(entries)
        var own: [(key: ContextPropertyKey, value: Node)] = []
        for (index, field) in entries.enumerated() {
            switch key(
                field, among: ContextPropertyKey.self, "of the property \(Quoted.text(entry.keyText))")
            {
            case .property(let key): fields.note(key, at: index)
            case .some(let key): own.append((key, field.value))
            case nil: break
            }
        }
        guard let read = read(fields, of: entry, isNamed: isNamed, in: .context, group: nil) else { return }
        var context = ContextProperty(property: read.property)
        for (key, value) in own {
            switch key {
            case .property: break
            case .role: context.role = role(value)
            case .variable: context.variable = variable(value)
            case .defaultValue:
                // A default can only be judged by a type.
                if read.hasType { context.defaultValue = defaultValue(value, of: read.property) }
            }
        }
        if case .list = read.property.type {
            findings.error(
                .invalidValue, "the context property \(Quoted.text(entry.keyText)) cannot be a list",
                at: context.property.location,
                hint: "the context has scalars only, because every event carries them")
        }
        if let reference = read.replacedBy {
            catalog.contextReplacements.append(
                RawReplacement(index: catalog.context.count, reference: reference))
        }
        catalog.context.append(context)
    }

    private mutating func role(_ node: Node) -> ContextProperty.Role? {
        guard let role: ContextProperty.Role = choice(node, for: "role") else { return nil }
        if let first = roles[role] {
            findings.error(
                .duplicateValue, "the role \(Quoted.text(role.rawValue)) is given twice",
                at: location(of: node),
                notes: [Diagnostic.Note("first given here", at: first)])
            return nil
        }
        roles[role] = location(of: node)
        return role
    }

    private mutating func variable(_ node: Node) -> String? {
        guard let name = text(node, for: "variable") else { return nil }
        guard Formats.isVariable(name) else {
            findings.error(
                .invalidValue, "\(Quoted.text(name)) is no name of an environment variable",
                at: location(of: node),
                hint: "use capitals, digits and \"_\", beginning with a letter")
            return nil
        }
        if let first = variables[name] {
            findings.error(
                .duplicateValue, "the variable \(Quoted.text(name)) is used twice", at: location(of: node),
                notes: [Diagnostic.Note("first used here", at: first)])
            return nil
        }
        variables[name] = location(of: node)
        return name
    }
}
