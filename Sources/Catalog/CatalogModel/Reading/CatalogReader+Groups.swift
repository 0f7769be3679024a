import YAMLLite

extension CatalogReader {
    /// Reads `groups:`.
    mutating func readGroups(_ section: Entry) {
        guard let entries = entries(section.value, for: section.keyText) else { return }
        for entry in entries { readGroup(entry) }
    }

    private mutating func readGroup(_ entry: Entry) {
        let name = entry.keyText
        let isNamed = checkName(entry.key, name, of: "a group")
        guard let members = entries(entry.value, for: name) else { return }
        var raw = RawDeclaration(
            declaration: Declaration(.group, name: name, location: location(of: entry.key)))
        for member in members {
            guard case .shared(let key) = GroupKey.table[member.keyText], !isProperty(member)
            else {
                readProperty(member, into: &raw)
                continue
            }
            read(key, member, into: &raw)
        }
        if isNamed { catalog.groups.append(RawGroup(raw)) }
    }

    /// Whether an entry of a group is a property in spite of its name.
    private func isProperty(_ entry: Entry) -> Bool {
        KeyValue.mapping(.group).value(of: entry) == .mapping(.property)
    }
}
