package import CatalogModel
import YAMLLite

/// All rules by name: the checks that every catalog must pass, and those of `Rules/`.
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

    /// The rules that a catalog can set, in the order in which they are run; one for each file in `Rules/`.
    package static let lintRules: [any LintRule.Type] = [
        EventNameRule.self,
        PropertyNameRule.self,
        GenericNameRule.self,
        SimilarEventNamesRule.self,
        SimilarPropertyNamesRule.self,
        CommonPrefixRule.self,
        UnitContradictionRule.self,
        UnitRepeatedRule.self,
        MissingUnitRule.self,
        TypeByNameRule.self,
        PlaceholderDescriptionRule.self,
        ShortDescriptionRule.self,
        DescriptionRepeatsNameRule.self,
        DescriptionStyleRule.self,
        UndocumentedEnumValueRule.self,
        InvalidExampleRule.self,
        MissingOwnerRule.self,
        ExpiredRule.self,
        ExpiresSoonRule.self,
        ExpiresTooLateRule.self,
        ExpiredApprovalRule.self,
        DevelopmentWithoutExpiryRule.self,
        DeprecatedWithoutReasonRule.self,
        DeprecatedWithoutReplacementRule.self,
        DeprecatedReplacementRule.self,
        MissingSinceRule.self,
        SinceAfterVersionRule.self,
        TombstoneWithoutReasonRule.self,
        InconsistentTypeRule.self,
        InconsistentSensitivityRule.self,
        UnclassifiedPersonalDataRule.self,
        FreeTextAsStringRule.self,
        UnboundedLabelRule.self,
        UnboundedStringRule.self,
        UnboundedPercentageRule.self,
        AllOptionalRule.self,
        WideEventRule.self,
        UnusedGroupRule.self,
        SingleValueEnumRule.self,
        EnumValuesDifferByCaseRule.self,
        MixedEnumStyleRule.self,
        SeverityByNameRule.self,
        SampledErrorRule.self,
        AmbiguousWordRule.self,
        AmbiguousNumberRule.self,
        AmbiguousDateRule.self,
        CommentInTextRule.self,
        UnknownRuleRule.self,
        InvalidSettingRule.self,
        FixedRuleRule.self,
        RetiredRuleRule.self,
        PlaceholderReasonRule.self,
        // Last, for it needs to know what the others have found.
        UnusedSuppressionRule.self,
    ]

    /// Names that have been given up, or that other tools have for the same thing, and what they are called here. They stay legal.
    package static let retired: [String: String] = [
        // Glean's name.
        "unit-in-name": "unit-repeated"
    ]

    /// Every rule: those that a catalog can set, then those that it cannot.
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
