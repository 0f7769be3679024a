import SignalVocabulary
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
        case .links: raw.declaration.links = links(node, for: entry.keyText)
        case .tags: raw.declaration.tags = tags(node, for: entry.keyText)
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

    /// Reads `links:`: whole addresses, each once.
    private mutating func links(_ node: Node, for key: String) -> [String] {
        distinctTexts(node, for: key) { link in
            Formats.isWebAddress(link)
                ? nil
                : (
                    "\(Quoted.text(link)) is not the address of a page",
                    "write it whole, such as https://example.org/reviews/42"
                )
        }
    }

    /// Reads `tags:`: words on one line, each once.
    private mutating func tags(_ node: Node, for key: String) -> [String] {
        distinctTexts(node, for: key) { tag in
            let isPlain =
                tag.utf8.first != 0x20 && tag.utf8.last != 0x20 && tag.utf8.allSatisfy { $0 >= 0x20 }
                && tag.utf8.count <= DeclarationLimits.nameLength
            return isPlain
                ? nil
                : (
                    "\(Quoted.text(tag)) is not a tag",
                    "a tag is at most \(DeclarationLimits.nameLength) bytes on one line, without spaces around it"
                )
        }
    }

    /// The texts of a list that has each of them once.
    ///
    /// - Parameter complaint: what is wrong with a text, and what to do.
    private mutating func distinctTexts(
        _ node: Node, for key: String, complaint: (String) -> (message: String, hint: String)?
    ) -> [String] {
        guard case .sequence(let elements) = node.content else {
            return texts(node, for: key)
        }
        var result: [String] = []
        var places: [String: SourceLocation] = [:]
        for element in elements {
            guard let text = text(element, for: key) else { continue }
            let place = location(of: element)
            if let complaint = complaint(text) {
                findings.error(.invalidValue, complaint.message, at: place, hint: complaint.hint)
            } else if let first = places.updateValue(place, forKey: text) {
                findings.error(
                    .duplicateValue, "\(Quoted.text(text)) is listed twice in \(Quoted.text(key))", at: place,
                    notes: [Diagnostic.Note("first listed here", at: first)])
            } else {
                result.append(text)
            }
        }
        return result
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
