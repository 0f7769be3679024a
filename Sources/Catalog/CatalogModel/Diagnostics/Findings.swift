import SignalVocabulary

/// Collects what all stages find.
struct Findings {
    /// What was found so far, in the order of finding.
    private(set) var diagnostics: [Diagnostic] = []
    /// For "did you mean".
    var suggestions = Suggestions()
    /// Whether a file could not be read whole, so that what seems to be missing may only not have been understood.
    var isIncomplete = false

    /// Whether nothing may be made from the catalog.
    var containError: Bool { diagnostics.containError }

    /// Adds an error of a rule.
    mutating func error(
        _ rule: CatalogRule, _ message: String, at location: SourceLocation?, hint: String? = nil,
        notes: [Diagnostic.Note] = [], fix: Diagnostic.Fix? = nil
    ) {
        add(
            Diagnostic(
                .error, rule: rule.rawValue, message, at: location, hint: hint, notes: notes, fix: fix))
    }

    /// Adds a diagnostic.
    mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// Reports a word that is none of those expected, with the nearest of them as a hint and as a fix.
    ///
    /// - Parameter expected: what to say when no candidate is near; nil: the candidates are listed.
    mutating func misspelt(
        _ rule: CatalogRule, _ message: String, word: Reference, meaning: String? = nil, candidates: [String],
        expected: String? = nil
    ) {
        guard let nearest = meaning ?? suggestions.nearest(to: word.name, among: candidates) else {
            error(
                rule, message, at: word.location,
                hint: expected ?? (candidates.count > 24 ? nil : "expected \(Quoted.list(candidates))"))
            return
        }
        let fix = word.range.map { range in
            Diagnostic.Fix(
                title: "replace \(Quoted.text(word.name)) by \(Quoted.text(nearest))",
                path: word.location.path,
                range: range, replacement: nearest)
        }
        error(rule, message, at: word.location, hint: "did you mean \(Quoted.text(nearest))?", fix: fix)
    }

}
