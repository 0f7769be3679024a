import CatalogModel

/// A description is long enough to say something.
enum ShortDescriptionRule: LintRule {
    private static let minimumWords = RuleSetting.integer(
        "minimum_words", default: 2, in: 1...64, "The fewest words of a description.")

    static let definition = RuleDefinition(
        "short-description", .warning, "A description has at least two words.",
        why:
            "One word seldom tells a reader more than the name did. The rule holds for events and properties.",
        settings: [minimumWords],
        examples: [
            .valid(
                """
                events:
                  order_placed: { description: A customer placed an order. }
                """),
            .invalid(
                """
                events:
                  order_placed: { description: 1️⃣Bought. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let minimum = findings.integer(minimumWords)
        for item in catalog.declarations {
            guard let description = item.declaration.description,
                let message = message(description, item.words, minimum)
            else { continue }
            findings.report(
                message, item,
                at: catalog.location(of: DeclarationKey.description, at: item.declaration.location),
                hint: item.descriptionHint + ", in a sentence")
        }
        for property in catalog.properties {
            guard let message = message(property.property.description, property.words, minimum) else {
                continue
            }
            findings.report(
                message, property,
                at: catalog.location(of: DeclarationKey.description, at: property.property.location),
                hint: "say what it means, in a sentence")
        }
    }

    /// What is wrong with a description; one that is a placeholder or repeats the name has a finding of its own.
    private static func message(_ description: String, _ name: [String], _ minimum: Int) -> String? {
        let count = DescriptionWords.count(description, upTo: minimum)
        guard count < minimum, !Placeholders.isPlaceholder(description),
            !DescriptionWords.repeats(description, name)
        else { return nil }
        return "the description \(Quoted.text(description)) is too short to say anything"
    }
}
