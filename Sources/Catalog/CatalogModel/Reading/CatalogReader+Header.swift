import YAMLLite

extension CatalogReader {
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
            switch key(entry, among: HeaderKey.self, "in \"catalog\"") {
            case .name:
                hasName = true
                if let name = text(entry.value, for: entry.keyText),
                    checkName(entry.value, name, of: "the catalog")
                {
                    header.name = name
                }
            case .version:
                hasVersion = true
                header.version = version(entry.value, for: entry.keyText) ?? ""
            case .description: header.description = text(entry.value, for: entry.keyText)
            case .owner: header.owner = text(entry.value, for: entry.keyText)
            case .swift: readSwiftSettings(entry.value, into: &header.swift)
            case .approvals: header.approvals = approvals(entry.value)
            case .rules: header.rules = readRules(entry.value)
            case nil: break
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
            switch key(entry, among: SwiftKey.self, "in \"swift\"") {
            case .access: settings.access = choice(entry.value, for: entry.keyText) ?? settings.access
            case .name: settings.name = catalogTypeName(entry.value, for: entry.keyText)
            case nil: break
            }
        }
    }
}

extension CatalogReader {
    /// The name of the catalog's Swift type; what cannot be one is reported, and nil.
    private mutating func catalogTypeName(_ node: Node, for key: String) -> String? {
        guard let name = text(node, for: key) else { return nil }
        guard SwiftNames.isLegalTypeName(name) else {
            findings.error(
                .swiftName, "\(Quoted.text(name)) is not the name of a Swift type", at: location(of: node),
                hint: "begin with a capital letter, then letters, digits and \"_\", such as \"ShopCatalog\"")
            return nil
        }
        if let conflict = SwiftNames.conflict(ofCatalog: name) {
            findings.error(
                .swiftNameReserved, "the catalog cannot be \(Quoted.text(name)) in Swift: \(conflict)",
                at: location(of: node), hint: "give it another name, such as \"ShopCatalog\"")
            return nil
        }
        return name
    }
}

extension RawHeader {
    /// What stands for a header that cannot be read, so that it does not count as missing.
    static func unusable(at location: SourceLocation) -> RawHeader {
        RawHeader(name: "", version: "", swift: SwiftSettings(), rules: [], location: location)
    }
}
