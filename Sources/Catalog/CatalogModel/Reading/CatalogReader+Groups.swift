import YAMLLite

extension CatalogReader {
    /// Reads `groups:`.
    mutating func readGroups(_ section: Entry) {
        guard let entries = entries(section.value, for: "groups") else { return }
        for entry in entries { readGroup(entry) }
    }

    private mutating func readGroup(_ entry: Entry) {
        let name = entry.keyText
        let isNamed = checkName(entry.key, name, of: "a group")
        guard let members = entries(entry.value, for: name) else { return }
        var raw = RawGroup(
            group: PropertyGroup(name: name, properties: [], location: location(of: entry.key)),
            memberNames: [],
            includes: [], replacements: [])
        for member in members {
            switch member.keyText {
            case "include":
                raw.includes = names(member.value, for: "include")
                raw.group.includes = raw.includes.map(\.name)
                continue
            case "suppress":
                raw.group.suppressions = readSuppressions(member.value)
                continue
            case "description":
                // A mapping under this key is a property of the name.
                if case .mapping = member.value.content { break }
                raw.group.description = text(member.value, for: "description")
                continue
            default: break
            }
            guard let read = readProperty(member, in: .event, group: name) else { continue }
            if let reference = read.replacedBy {
                raw.replacements.append(
                    RawReplacement(index: raw.group.properties.count, reference: reference))
            }
            raw.group.properties.append(read.property)
            raw.memberNames.append(read.memberName)
        }
        if isNamed { catalog.groups.append(raw) }
    }
}
