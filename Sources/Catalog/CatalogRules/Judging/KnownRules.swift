/// The rules that there are, as rules about rules see them: their names and what can be set about them.
package struct KnownRules: Sendable {
    /// The present names of all rules, those that a catalog can set first.
    let names: [String]
    /// Names that have been given up, and what the rules are called now.
    let retired: [String: String]
    /// The rules that a catalog can set, by name. The others are checks that every catalog must pass.
    private let definitions: [String: RuleDefinition]
    private let all: Set<String>

    /// The given rules.
    ///
    /// - Parameters:
    ///   - definitions: the rules that a catalog can set.
    ///   - checks: the names of the checks that every catalog must pass.
    ///   - retired: names that have been given up, and what the rules are called now.
    init(_ definitions: [RuleDefinition], checks: [String], retired: [String: String]) {
        names = definitions.map(\.name) + checks
        all = Set(names)
        self.retired = retired
        self.definitions = Dictionary(
            definitions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The present name for a name: the name itself unless it is retired.
    func presentName(of name: String) -> String { retired[name] ?? name }

    /// Whether there is a rule of the name, also of a retired one.
    func contain(_ name: String) -> Bool { all.contains(presentName(of: name)) }

    /// What can be set about the rule of a name, also of a retired one. Nil if there is no such rule, or nothing can be set about it.
    func definition(of name: String) -> RuleDefinition? { definitions[presentName(of: name)] }
}
