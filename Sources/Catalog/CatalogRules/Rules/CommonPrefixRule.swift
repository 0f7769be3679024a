import CatalogModel
import SignalVocabulary

/// The properties of an event do not all begin with the same word.
enum CommonPrefixRule: LintRule {
    private static let minimum = RuleSetting.integer(
        "minimum_properties", default: 4, in: 2...DeclarationLimits.propertyCount,
        "How many own properties an event must have to be judged.")

    static let definition = RuleDefinition(
        "common-prefix", .warning, "The own properties of an event do not all begin with the same word.",
        why: """
            A word that stands before every property tells them apart from nothing. The event's name says it already, and without it
            the same property of other events has the same name.
            """,
        settings: [minimum],
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      currency: { type: enum, values: [eur, usd], description: What it is paid in. }
                      item_count: { type: int, description: How many items it has. }
                      is_gift: { type: bool, description: Whether it is wrapped. }
                      has_voucher: { type: bool, description: Whether a voucher was handed in. }
                """),
            .invalid(
                """
                events:
                  1️⃣order_placed:
                    description: A customer placed an order.
                    properties:
                      order_currency: { type: enum, values: [eur, usd], description: What it is paid in. }
                      order_item_count: { type: int, description: How many items it has. }
                      order_gift: { type: bool, description: Whether it is wrapped. }
                      order_voucher: { type: bool, description: Whether a voucher was handed in. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let minimum = findings.integer(minimum)
        var start = 0
        for event in catalog.events {
            // The own properties of events come one event after the other.
            var end = start
            while end < catalog.properties.count, catalog.properties[end].kind == .event,
                catalog.properties[end].ownerLocation == event.event.location
            {
                end += 1
            }
            let properties = catalog.properties[start..<end]
            start = end
            guard properties.count >= minimum, let word = properties.first?.words.first,
                properties.allSatisfy({ $0.words.first == word && $0.words.count > 1 })
            else { continue }
            findings.report(
                "all \(properties.count) properties of \(Quoted.text(event.event.name)) begin with \(Quoted.text(word))",
                event, hint: "leave the word out")
        }
    }
}
