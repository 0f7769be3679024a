import YAMLLite

extension CatalogReader {
    /// Takes over a problem of the text itself. A key that stands twice is named for what it declares.
    mutating func report(_ problem: Problem, in root: Node?) {
        var diagnostic = Diagnostic(
            .error, rule: problem.rule, problem.message, at: location(of: problem.position, problem.length),
            hint: problem.hint,
            notes: problem.notes.map { Diagnostic.Note($0.message, at: location(of: $0.position, 0)) })
        if problem.rule == Rule.duplicateKey.rawValue, let first = problem.notes.first,
            let (kind, name) = declaration(at: first.position, in: root)
        {
            diagnostic.rule = CatalogRule.duplicateName.rawValue
            diagnostic.message = "the \(kind) \(Quoted.text(name)) is declared twice"
            diagnostic.notes = [
                Diagnostic.Note("first declared here", at: location(of: first.position, name.utf8.count))
            ]
        }
        findings.add(diagnostic)
    }

    /// What is declared by the key at a position, and its name; nil when that is no declaration.
    private func declaration(at position: Position, in root: Node?) -> (kind: String, name: String)? {
        guard let path = root?.entries(leadingToKeyAt: position.line, column: position.column),
            let name = path.last?.keyText
        else { return nil }
        var value: KeyValue? = .mapping(.file)
        for entry in path.dropLast() { value = value?.value(under: entry.keyText) }
        switch value {
        case .named(let mapping): return (Self.noun(of: mapping, isInFile: path.count == 2), name)
        case .mapping(.group) where CatalogMapping.group.value(of: name) == nil: return ("property", name)
        default: return nil
        }
    }

    /// What something that a catalog names is called.
    private static func noun(of mapping: CatalogMapping, isInFile: Bool) -> String {
        switch mapping {
        case .contextProperty: "context property"
        case .group: "group"
        case .event: "event"
        case .property: "property"
        case .tombstone: isInFile ? "removed event" : "removed property"
        case .file, .header, .swift, .retention, .enumerationValue, .deprecation, .approval: "key"
        }
    }
}
