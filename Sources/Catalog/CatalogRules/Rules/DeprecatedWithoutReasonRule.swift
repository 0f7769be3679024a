import CatalogModel
import YAMLLite

/// What is deprecated says why.
enum DeprecatedWithoutReasonRule: LintRule {
    static let definition = RuleDefinition(
        "deprecated-without-reason", .warning, "What is deprecated says why.",
        why: """
            The reason is what the compiler shows to those who still use it, and what decides whether they change it now or never.
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
                  1️⃣order_made: { description: A customer made an order., deprecated: { replaced_by: order_placed } }
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      is_gift: { type: bool, description: Whether it is wrapped. }
                      gift: { type: bool, description: Whether it is wrapped., deprecated: { reason: 2️⃣n/a, replaced_by: is_gift } }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for item in catalog.declarations {
            guard
                let (text, place) = complaint(
                    item.declaration.deprecation, item.declaration.location, catalog)
            else {
                continue
            }
            findings.report(
                "\(item.title) is deprecated " + text, item, at: place)
        }
        for property in catalog.properties {
            guard
                let (text, place) = complaint(
                    property.property.deprecation, property.property.location, catalog)
            else { continue }
            findings.report("\(property.title) is deprecated " + text, property, at: place)
        }
    }

    private static func complaint(
        _ deprecation: Deprecation?, _ place: SourceLocation, _ catalog: CheckedCatalog
    ) -> (text: String, place: SourceLocation)? {
        guard let deprecation else { return nil }
        guard let reason = deprecation.reason else { return ("without a reason", place) }
        guard Placeholders.isPlaceholder(reason) else { return nil }
        let node = catalog.value(of: DeclarationKey.deprecated, at: place)?.mapping?.first {
            $0.keyText == "reason"
        }?
        .value
        return (
            "for the reason \(Quoted.text(reason)), which is none",
            node.map { SourceLocation($0, in: place.path) } ?? place
        )
    }
}
