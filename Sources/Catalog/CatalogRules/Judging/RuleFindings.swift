import CatalogModel
import SignalPattern
import SignalVocabulary

/// Where a rule reports to: it knows the rule's level and settings, and leaves out what is suppressed.
package struct RuleFindings {
    /// What was found by all rules so far.
    private(set) var diagnostics: [Diagnostic] = []
    /// What declarations ask to be let off.
    private(set) var suppressions: SuppressionTable
    /// The rules that there are, for rules about rules.
    let known: KnownRules
    /// For "did you mean". Each rule has its own, so that none is left without by those before it.
    var suggestions = Suggestions()
    private var rule = ""
    private var severity = Diagnostic.Severity.warning
    private var settings: [RuleConfiguration.Setting] = []

    /// No findings yet.
    init(_ suppressions: SuppressionTable, _ known: KnownRules) {
        self.suppressions = suppressions
        self.known = known
    }

    /// Begins with another rule.
    mutating func begin(
        _ rule: RuleDefinition, _ severity: Diagnostic.Severity, _ configuration: RuleConfiguration?
    ) {
        self.rule = rule.name
        self.severity = severity
        suggestions = Suggestions()
        settings = configuration?.settings ?? []
        suppressions.noteRun(of: rule.name)
    }

    // MARK: settings

    /// What a setting is set to; its default when it is set to nothing that it accepts.
    private func value(of setting: RuleSetting) -> RuleConfiguration.Value {
        guard let given = settings.last(where: { $0.name == setting.name }),
            setting.complaint(about: given.value) == nil
        else { return setting.defaultValue }
        return given.value
    }

    /// The value of a setting that is a whole number.
    func integer(_ setting: RuleSetting) -> Int {
        if case .integer(let value) = value(of: setting) { Int(value) } else { 0 }
    }

    /// The value of a setting that is a list of texts.
    func texts(_ setting: RuleSetting) -> Set<String> {
        if case .texts(let value) = value(of: setting) { Set(value) } else { [] }
    }

    /// The value of a setting that is a pattern; nil: everything matches.
    func pattern(_ setting: RuleSetting) -> Pattern? {
        if case .text(let value) = value(of: setting) { try? Pattern(parsing: value) } else { nil }
    }

    // MARK: reporting

    /// Reports something about a property.
    ///
    /// - Parameter place: where; nil: at the property's name.
    mutating func report(
        _ message: String, _ property: DeclaredProperty, at place: SourceLocation? = nil, hint: String? = nil,
        notes: [Diagnostic.Note] = [], fix: Diagnostic.Fix? = nil
    ) {
        let name = property.property.location
        report(
            message, at: place ?? name, within: [name] + (property.ownerLocation.map { [$0] } ?? []),
            hint: hint, notes: notes, fix: fix)
    }

    /// Reports something about a declaration.
    ///
    /// - Parameter place: where; nil: at the declaration's name.
    mutating func report(
        _ message: String, _ declaration: CheckedDeclaration, at place: SourceLocation? = nil,
        hint: String? = nil, notes: [Diagnostic.Note] = [], fix: Diagnostic.Fix? = nil
    ) {
        let name = declaration.declaration.location
        report(message, at: place ?? name, within: [name], hint: hint, notes: notes, fix: fix)
    }

    /// Reports something about an event.
    ///
    /// - Parameter place: where; nil: at the event's name.
    mutating func report(
        _ message: String, _ event: DeclaredEvent, at place: SourceLocation? = nil, hint: String? = nil,
        notes: [Diagnostic.Note] = [], fix: Diagnostic.Fix? = nil
    ) {
        report(message, event.declared, at: place, hint: hint, notes: notes, fix: fix)
    }

    /// Reports something at a place.
    ///
    /// - Parameter declarations: where the declarations stand that may suppress it.
    mutating func report(
        _ message: String, at place: SourceLocation, within declarations: [SourceLocation] = [],
        hint: String? = nil,
        notes: [Diagnostic.Note] = [], fix: Diagnostic.Fix? = nil
    ) {
        if suppressions.suppress(rule, at: declarations) { return }
        diagnostics.append(
            Diagnostic(severity, rule: rule, message, at: place, hint: hint, notes: notes, fix: fix))
    }
}
