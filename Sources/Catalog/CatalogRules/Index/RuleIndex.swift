package import CatalogModel
import YAMLLite

/// All rules by name: the checks that every catalog must pass, and those of `Rules/`, which are listed in a file that a test writes.
package enum RuleIndex {
    /// One rule, for lists.
    package struct Entry: Sendable {
        /// The stable name.
        package var name: String
        /// How seriously it is taken unless the catalog says otherwise.
        package var level: RuleLevel
        /// Whether its findings can come with a fix.
        package var isFixable: Bool
        /// What it asks for, in one sentence.
        package var summary: String
        /// Its documentation and settings; nil: every catalog must pass the check, and nothing can be set about it.
        package var definition: RuleDefinition?
    }

    /// Names that have been given up, or that other tools have for the same thing, and what they are called here. They stay legal.
    package static let retired: [String: String] = [
        // Glean's name.
        "unit-in-name": "unit-repeated"
    ]

    /// Every rule: those that a catalog can set by name, then those that it cannot.
    package static let all: [Entry] =
        lintRules.map { rule in
            let definition = rule.definition
            return Entry(
                name: definition.name, level: definition.level, isFixable: definition.isFixable,
                summary: definition.summary, definition: definition)
        }
        + CatalogRule.allCases.map { rule in
            Entry(
                name: rule.rawValue, level: .error, isFixable: fixableChecks.contains(rule),
                summary: rule.summary,
                definition: nil)
        }
        + Rule.allCases.map { rule in
            Entry(
                name: rule.rawValue, level: .error, isFixable: false, summary: rule.summary, definition: nil)
        }

    /// The checks that can offer the word that was meant.
    private static let fixableChecks: Set<CatalogRule> = [
        .unknownKey, .invalidValue, .unknownGroup, .unknownReplacement,
    ]

    /// The same for rules about rules.
    static let known = KnownRules(
        all.compactMap(\.definition), checks: all.filter { $0.definition == nil }.map(\.name),
        retired: retired)

    private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// The rule of a name, be it a retired one.
    package static func entry(named name: String) -> Entry? { byName[known.presentName(of: name)] }
}
