import CatalogModel
import SignalVocabulary

/// Not everything about an event is optional.
enum AllOptionalRule: LintRule {
    private static let minimum = RuleSetting.integer(
        "minimum_properties", default: 2, in: 1...DeclarationLimits.propertyCount,
        "How many properties an event must have to be judged.")

    static let definition = RuleDefinition(
        "all-optional", .warning, "An event with several properties has one that is required.",
        why: """
            `required: false` on everything usually means that nobody wanted to decide. An event of which every part may be missing
            answers no question for sure, and the compiler can help nobody to remember one.
            """,
        settings: [minimum],
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      item_count: { type: int, description: How many items it has. }
                      is_gift: { type: bool, required: false, description: Whether it is wrapped. }
                """),
            .invalid(
                """
                events:
                  1️⃣order_placed:
                    description: A customer placed an order.
                    properties:
                      item_count: { type: int, required: false, description: How many items it has. }
                      is_gift: { type: bool, required: false, description: Whether it is wrapped. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let minimum = findings.integer(minimum)
        for event in catalog.events {
            let properties = event.event.properties
            guard properties.count >= minimum, !properties.contains(where: \.isRequired) else { continue }
            findings.report(
                "all \(properties.count) properties of \(Quoted.text(event.event.name)) are optional", event,
                hint: "require those without which the event means nothing")
        }
    }
}
