package import CatalogModel

/// Checks a catalog: what it must satisfy to have a meaning, then the rules of ``RuleIndex``.
package struct CatalogChecker: Sendable {
    /// The day that it is; nil: rules that need to know are not run. Never read from a clock, so that a check of the same
    /// files always finds the same.
    package var today: Day?

    /// A checker that believes it to be the given day.
    package init(today: Day? = nil) { self.today = today }

    /// Checks the files of a catalog.
    ///
    /// Of a catalog with errors only those declarations are judged that no error is in, since what seems wrong with the others may
    /// come from the errors. No input and output, no clock; nothing in a source can make it trap.
    package func check(_ sources: [CatalogSource]) -> CheckResult {
        let parsed = sources.map { ParsedSource($0) }
        let loaded = CatalogLoader.load(parsed: parsed)
        let checked = CheckedCatalog(loaded.understood ?? .unreadable, parsed, today: today)
        let configurations = Dictionary(
            checked.catalog.rules.map { (RuleIndex.presentName(of: $0.rule), $0) },
            uniquingKeysWith: { _, last in last })
        let sound =
            loaded.catalog == nil
            ? checked.withoutDeclarations(having: loaded.diagnostics.filter { $0.severity == .error })
            : checked
        var findings = RuleFindings(SuppressionTable(checked))
        var needingDate: [String] = []
        for rule in RuleIndex.lintRules {
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

/// What checking a catalog gives.
package struct CheckResult: Sendable {
    /// The resolved catalog; nil when it has no meaning, whatever the rules say.
    package var catalog: Catalog?
    /// Everything that was found, in the order of files and lines.
    package var diagnostics: [Diagnostic]
    /// The rules that were not run, although there was something for them to judge, because nobody said which day it is.
    package var needingDate: [String]
    /// Whether rules judged what the catalog declares. They judge nothing but texts when its header is missing or has errors.
    package var judgesDeclarations: Bool
}

extension Catalog {
    /// What stands for a catalog of which nothing could be understood.
    fileprivate static var unreadable: Catalog {
        Catalog(name: "", version: "", location: SourceLocation(path: "", line: 1, column: 1))
    }
}
