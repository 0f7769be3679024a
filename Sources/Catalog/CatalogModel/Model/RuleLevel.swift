/// How seriously a rule is taken, as the catalog's header says it (`catalog: {rules: {missing-owner: error}}`).
package enum RuleLevel: String, Sendable, CaseIterable {
    case error, warning, off
}
