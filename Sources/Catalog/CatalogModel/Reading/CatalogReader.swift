import YAMLLite

/// Reads files into a ``RawCatalog``, and checks whatever can be judged in one place.
///
/// What is wrong is reported and then read as if it were absent or plain, so that one mistake gives one error and the names
/// declared next to it still count.
struct CatalogReader {
    /// What was read so far.
    var catalog = RawCatalog()
    /// What was found so far.
    var findings = Findings()
    /// The file being read.
    var path = ""
    /// The variables of context properties, and where they were first given.
    var variables: [String: SourceLocation] = [:]
    /// The roles of context properties, and where they were first given.
    var roles: [ContextProperty.Role: SourceLocation] = [:]

    /// Reads one file.
    mutating func read(_ source: ParsedSource) {
        path = source.source.path
        let result = source.parsed
        for problem in result.problems { report(problem, in: result.root) }
        if !result.problems.isEmpty { findings.isIncomplete = true }
        guard let root = result.root else { return }
        guard case .mapping(let sections) = root.content else {
            findings.error(
                .wrongType, "a catalog file must be a mapping, not \(describe(root))", at: location(of: root),
                hint: "expected \(Quoted.list(SectionKey.table.names))")
            return
        }
        for section in sections { read(section: section) }
    }

    private mutating func read(section: Entry) {
        let name = section.keyText
        if SectionKey.reserved.contains(name) {
            findings.error(
                .unsupportedSection, "the section \(Quoted.text(name)) is not supported by this version",
                at: location(of: section.key),
                hint: "the name is kept for later; take the section out until then")
            return
        }
        switch sectionKey(of: section) {
        case .catalog: readHeader(section)
        case .retention: readRetention(section)
        case .context: readContext(section)
        case .groups: readGroups(section)
        case .events: readEvents(section)
        case .removed: readRemoved(section)
        case nil: break
        }
    }

    /// The section that an entry is. One that there is not is reported, and nil.
    private mutating func sectionKey(of entry: Entry) -> SectionKey? {
        if SectionKey.table[entry.keyText] == nil, CatalogMapping.having(entry.keyText).isEmpty {
            findings.misspelt(
                .unknownKey, "unknown section \(Quoted.text(entry.keyText))", word: reference(entry.key),
                candidates: SectionKey.table.names)
            return nil
        }
        return key(entry, among: SectionKey.self, "")
    }
}
