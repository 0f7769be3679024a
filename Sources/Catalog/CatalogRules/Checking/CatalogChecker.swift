package import CatalogModel

/// Checks a catalog: what it must satisfy to have a meaning, then a list of rules.
package struct CatalogChecker: Sendable {
    /// The day that it is; nil: rules that need to know are not run. Never read from a clock, so that a check of the same
    /// files always finds the same.
    package var today: Day?

    /// The rules to check by, those last that judge what the others have found. Else their order decides only in which order findings at
    /// one place are given.
    private let rules: [any LintRule.Type]
    /// All rules that a catalog may name.
    private let known: KnownRules

    /// A checker by the rules of ``RuleIndex`` that believes it to be the given day.
    package init(today: Day? = nil) {
        self.init(RuleIndex.lintRules, among: RuleIndex.known, today: today)
    }

    /// A checker by the given rules.
    ///
    /// - Parameter known: all rules that a catalog may name.
    init(_ rules: [any LintRule.Type], among known: KnownRules, today: Day?) {
        self.rules =
            rules.filter { $0.definition.stage != .suppressions }
            + rules.filter { $0.definition.stage == .suppressions }
        self.known = known
        self.today = today
    }

    /// Checks the files of a catalog.
    ///
    /// Of a catalog with errors only those declarations are judged that no error is in, since what seems wrong with the others may
    /// come from the errors. No input and output, no clock; nothing in a source can make it trap.
    package func check(_ sources: [CatalogSource]) -> CheckResult {
        let parsed = sources.map { ParsedSource($0) }
        let loaded = CatalogLoader.load(parsed: parsed)
        let checked = CheckedCatalog(loaded.understood ?? .unreadable, parsed, today: today)
        let configurations = Dictionary(
            checked.catalog.rules.map { (known.presentName(of: $0.rule), $0) },
            uniquingKeysWith: { _, last in last })
        let sound =
            loaded.catalog == nil
            ? checked.withoutDeclarations(having: loaded.diagnostics.filter { $0.severity == .error })
            : checked
        var findings = RuleFindings(SuppressionTable(checked, known), known)
        var needingDate: [String] = []
        for rule in rules {
            let definition = rule.definition
            let configuration = configurations[definition.name]
            let severity: Diagnostic.Severity
            switch configuration?.level ?? definition.level {
            case .off: continue
            case .warning: severity = .warning
            case .error: severity = .error
            }
            let judged: CheckedCatalog?
            switch definition.stage {
            case .text: judged = checked
            case .declarations, .date: judged = sound
            case .catalog, .suppressions: judged = loaded.catalog == nil ? nil : checked
            }
            guard let judged else { continue }
            if definition.stage == .date, today == nil {
                if rule.hasDates(judged) { needingDate.append(definition.name) }
                continue
            }
            findings.begin(definition, severity, configuration)
            rule.check(judged, &findings)
        }
        return CheckResult(
            catalog: loaded.catalog,
            diagnostics: (loaded.diagnostics + findings.diagnostics).inOrderOfPlace(),
            needingDate: needingDate, judgesDeclarations: loaded.understood != nil && sound != nil)
    }
}

extension Catalog {
    /// What stands for a catalog of which nothing could be understood.
    fileprivate static var unreadable: Catalog {
        Catalog(name: "", version: "", location: SourceLocation(path: "", line: 1, column: 1))
    }
}
