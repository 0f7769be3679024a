import YAMLLite

extension CatalogReader {
    /// The keys of `catalog:`.
    static let headerKeys = [
        "name", "version", "description", "owner", "swift", "rules", "approvals",
    ]

    /// Reads `catalog:`.
    mutating func readHeader(_ section: Entry) {
        let place = location(of: section.key)
        if let first = catalog.header {
            findings.error(
                .duplicateHeader, "the catalog has a second header", at: place,
                hint: "a catalog has one header, in one of its files",
                notes: [Diagnostic.Note("the first one is here", at: first.location)])
        }
        guard let entries = entries(section.value, for: "catalog") else {
            if catalog.header == nil { catalog.header = RawHeader.unusable(at: place) }
            return
        }
        var header = RawHeader.unusable(at: place)
        var hasName = false
        var hasVersion = false
        for entry in entries {
            switch entry.keyText {
            case "name":
                hasName = true
                if let name = text(entry.value, for: "name"), checkName(entry.value, name, of: "the catalog")
                {
                    header.name = name
                }
            case "version":
                hasVersion = true
                header.version = version(entry.value, for: "version") ?? ""
            case "description": header.description = text(entry.value, for: "description")
            case "owner": header.owner = text(entry.value, for: "owner")
            case "swift": readSwiftSettings(entry.value, into: &header.swift)
            case "approvals": header.approvals = approvals(entry.value)
            case "rules": header.rules = readRules(entry.value)
            default:
                findings.misspelt(
                    .unknownKey, "unknown key \(Quoted.text(entry.keyText)) in \"catalog\"",
                    word: reference(entry.key), candidates: Self.headerKeys)
            }
        }
        if !hasName { missingKey("name", of: "the catalog", at: place, hint: "such as \"name: my-service\"") }
        if !hasVersion {
            missingKey("version", of: "the catalog", at: place, hint: "such as \"version: 1.0.0\"")
        }
        if catalog.header == nil { catalog.header = header }
    }

    private mutating func readSwiftSettings(_ node: Node, into settings: inout SwiftSettings) {
        guard let entries = entries(node, for: "swift") else { return }
        for entry in entries {
            guard entry.keyText == "access" else {
                findings.misspelt(
                    .unknownKey, "unknown key \(Quoted.text(entry.keyText)) in \"swift\"",
                    word: reference(entry.key), candidates: ["access"])
                continue
            }
            if let access: SwiftSettings.Access = choice(entry.value, for: "access") {
                settings.access = access
            }
        }
    }

    /// Reports a key that must be there.
    mutating func missingKey(_ key: String, of what: String, at place: SourceLocation, hint: String? = nil) {
        findings.error(.missingKey, "\(what) has no \(Quoted.text(key))", at: place, hint: hint)
    }

    /// One of the values of an enumeration; anything else is reported, and nil.
    ///
    /// - Parameter meaning: what people write for one of the values, such as `hashed` for `hash`.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: Node, for key: String, meaning: (String) -> String? = { _ in nil }
    ) -> Choice? where Choice.RawValue == String {
        guard let text = text(node, for: key) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        findings.misspelt(
            .invalidValue, "\(Quoted.text(text)) is no \(Quoted.text(key))", word: reference(node),
            meaning: meaning(text), candidates: Choice.allCases.map(\.rawValue))
        return nil
    }
}

extension RawHeader {
    /// What stands for a header that cannot be read, so that it does not count as missing.
    static func unusable(at location: SourceLocation) -> RawHeader {
        RawHeader(name: "", version: "", swift: SwiftSettings(), rules: [], location: location)
    }
}
