package import CatalogModel

/// What users know of a rule: its name, which is an API, and its documentation.
package struct RuleDefinition: Sendable {
    /// The stable name, in kebab case.
    package var name: String
    /// How seriously it is taken unless the catalog says otherwise.
    package var level: RuleLevel
    /// What it asks for, in one sentence.
    package var summary: String
    /// Why, and what to do; paragraphs of Markdown.
    package var why: String
    /// What a catalog may set.
    package var settings: [RuleSetting]
    /// Valid and invalid catalogs.
    package var examples: [RuleExample]
    /// Whether its findings can come with a fix.
    package var isFixable: Bool
    /// Whether a declaration can suppress its findings; not where they are about no declaration, or about suppressions themselves.
    package var isSuppressible: Bool
    /// What it needs.
    package var stage: Stage

    /// What a rule needs to be run.
    package enum Stage: Sendable {
        /// The nodes of the files alone, so that it runs on a catalog with errors, too.
        case text
        /// Declarations without errors, each for itself or compared with others.
        case declarations
        /// Declarations without errors, and the day that it is.
        case date
        /// A whole catalog without errors, because it says what is missing in it.
        case catalog
        /// What the rules of all other stages have reported on a catalog without errors: it is run after them.
        case suppressions
    }

    /// A definition with the given parts.
    package init(
        _ name: String, _ level: RuleLevel, _ summary: String, why: String, settings: [RuleSetting] = [],
        isFixable: Bool = false, isSuppressible: Bool = true, stage: Stage = .declarations,
        examples: [RuleExample]
    ) {
        self.name = name
        self.level = level
        self.summary = summary
        self.why = why
        self.settings = settings
        self.examples = examples
        self.isFixable = isFixable
        self.isSuppressible = isSuppressible
        self.stage = stage
    }
}
