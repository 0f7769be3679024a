import CatalogModel
import SignalVocabulary

/// An event does not have too many properties.
enum WideEventRule: LintRule {
    private static let maximum = RuleSetting.integer(
        "maximum_properties", default: 40, in: 1...DeclarationLimits.propertyCount,
        "The most properties of an event, those of its groups included.")

    static let definition = RuleDefinition(
        "wide-event", .warning, "An event has at most 40 properties, those of its groups included.",
        why: """
            Nobody fills in forty properties by hand, and every record carries them all. Such an event is usually several in one.
            """,
        settings: [maximum],
        examples: [
            .valid(
                """
                catalog: { name: shop, version: 1.0.0, owner: checkout, rules: { wide-event: { maximum_properties: 1 } } }
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      item_count: { type: int, description: How many items it has. }
                """),
            .invalid(
                """
                catalog: { name: shop, version: 1.0.0, owner: checkout, rules: { wide-event: { maximum_properties: 1 } } }
                events:
                  1️⃣order_placed:
                    description: A customer placed an order.
                    properties:
                      item_count: { type: int, description: How many items it has. }
                      is_gift: { type: bool, description: Whether it is wrapped. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let maximum = findings.integer(maximum)
        for event in catalog.events where event.event.properties.count > maximum {
            findings.report(
                "the event \(Quoted.text(event.event.name)) has \(event.event.properties.count) properties, "
                    + "more than \(maximum)", event)
        }
    }
}
