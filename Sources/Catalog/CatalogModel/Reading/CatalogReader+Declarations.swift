import YAMLLite

// What declarations of all kinds say.
extension CatalogReader {
    /// Reads the value of a key that declarations of several kinds have.
    mutating func read(_ key: DeclarationKey, _ entry: Entry, into raw: inout RawDeclaration) {
        let node = entry.value
        switch key {
        case .description: raw.declaration.description = text(node, for: entry.keyText)
        case .owner: raw.declaration.owner = text(node, for: entry.keyText)
        case .stability: raw.declaration.stability = choice(node, for: entry.keyText) ?? .stable
        case .since: raw.declaration.since = version(node, for: entry.keyText)
        case .expires: raw.declaration.expires = date(node, for: entry.keyText)
        case .deprecated: (raw.declaration.deprecation, raw.replacedBy) = deprecation(node)
        case .renamedFrom:
            raw.declaration.renamedFrom = formerName(node, of: raw.declaration.kind.article)
        case .swiftName: raw.declaration.swiftName = givenSwiftName(node, for: entry.keyText)
        case .links: raw.declaration.links = links(node)
        case .tags: raw.declaration.tags = texts(node, for: entry.keyText)
        case .suppress: raw.declaration.suppressions = readSuppressions(node)
        case .include:
            raw.includes = names(node, for: entry.keyText)
            raw.declaration.includes = raw.includes.map(\.name)
        case .properties: readProperties(node, into: &raw)
        case .removed: raw.declaration.removed = tombstones(node, of: "a removed property")
        }
    }

    private mutating func readProperties(_ node: Node, into raw: inout RawDeclaration) {
        guard let entries = entries(node, for: "properties") else { return }
        raw.declaration.properties.reserveCapacity(entries.count)
        raw.memberNames.reserveCapacity(entries.count)
        for entry in entries { readProperty(entry, into: &raw) }
    }

    /// Reads a property of its own.
    mutating func readProperty(_ entry: Entry, into raw: inout RawDeclaration) {
        let group = raw.declaration.kind == .group ? raw.declaration.name : nil
        guard let read = readProperty(entry, group: group) else { return }
        if let reference = read.replacedBy {
            raw.replacements.append(
                RawReplacement(index: raw.declaration.properties.count, reference: reference))
        }
        raw.declaration.properties.append(read.property)
        raw.memberNames.append(read.memberName)
    }

    /// Reads `links:`: addresses with a scheme.
    private mutating func links(_ node: Node) -> [String] {
        let links = texts(node, for: "links")
        for link in links where !Formats.isWebAddress(link) {
            findings.error(
                .invalidValue, "\(Quoted.text(link)) is not the address of a page", at: location(of: node),
                hint: "write it whole, such as https://example.org/reviews/42")
        }
        return links.filter(Formats.isWebAddress)
    }

    /// Reads `deprecated:` of a declaration or a property.
    mutating func deprecation(_ node: Node) -> (Deprecation?, Reference?) {
        guard let entries = entries(node, for: "deprecated") else { return (nil, nil) }
        var deprecation = Deprecation()
        var replacedBy: Reference?
        for entry in entries {
            switch key(entry, among: DeprecationKey.self, "in \"deprecated\"") {
            case .since: deprecation.since = version(entry.value, for: entry.keyText)
            case .reason: deprecation.reason = text(entry.value, for: entry.keyText)
            case .replacedBy:
                deprecation.replacedBy = text(entry.value, for: entry.keyText)
                if deprecation.replacedBy != nil { replacedBy = reference(entry.value) }
            case nil: break
            }
        }
        return (deprecation, replacedBy)
    }
}
