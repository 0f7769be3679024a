import CatalogModel

/// What is deprecated names what to use instead.
enum DeprecatedWithoutReplacementRule: LintRule {
    static let definition = RuleDefinition(
        "deprecated-without-replacement", .warning, "What is deprecated names what to use instead.",
        why: """
            `replaced_by` becomes the fix-it that the compiler offers. Where there is nothing to use instead, suppress the finding and
            say so.
            """,
        examples: [
            .valid(
                """
                events:
                  order_made: { description: A customer made an order., deprecated: { reason: The shop says placed., replaced_by: order_placed } }
                  order_placed: { description: A customer placed an order. }
                """),
            .invalid(
                """
                events:
                  1️⃣order_made: { description: A customer made an order., deprecated: { reason: The shop says placed. } }
                  order_placed: { description: A customer placed an order. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for item in catalog.declarations {
            guard let deprecation = item.declaration.deprecation, deprecation.replacedBy == nil else {
                continue
            }
            findings.report(
                "\(item.title) is deprecated without a replacement", item,
                hint: "name one with \"replaced_by\"")
        }
        for property in catalog.properties {
            guard let deprecation = property.property.deprecation, deprecation.replacedBy == nil else {
                continue
            }
            findings.report(
                "\(property.title) is deprecated without a replacement", property,
                hint: "name one with \"replaced_by\"")
        }
    }
}
