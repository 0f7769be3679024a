import YAMLLite

/// Reads files into a ``RawCatalog``, and checks whatever can be judged where it stands.
///
/// What is wrong is reported and then read as if it were absent or plain, so that one mistake gives one error and the names
/// declared beside it still count.
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
                hint: "expected \(Quoted.list(Self.sections))")
            return
        }
        for section in sections { read(section: section) }
    }

    /// The sections of a file.
    static let sections = ["catalog", "context", "groups", "events", "removed", "retention"]

    private mutating func read(section: Entry) {
        switch section.keyText {
        case "catalog": readHeader(section)
        case "context": readContext(section)
        case "groups": readGroups(section)
        case "events": readEvents(section)
        case "removed": readRemoved(section)
        case "retention": readRetention(section)
        case "metrics", "spans", "budgets", "alerts":
            findings.error(
                .unsupportedSection,
                "the section \(Quoted.text(section.keyText)) is not supported by this version",
                at: location(of: section.key),
                hint: "the name is kept for later; take the section out until then")
        default:
            findings.misspelt(
                .unknownKey, "unknown section \(Quoted.text(section.keyText))", word: reference(section.key),
                candidates: Self.sections)
        }
    }
}
