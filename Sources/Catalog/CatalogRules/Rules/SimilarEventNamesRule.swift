import CatalogModel

/// No two events have names that are nearly the same.
enum SimilarEventNamesRule: LintRule {
    static let definition = RuleDefinition(
        "similar-event-names", .warning, "No two events have names that are nearly the same.",
        why: """
            Of two names that differ in one letter, a plural or the order of their words, one is usually a mistake, and code
            will track now the one and now the other. Names are alike when they have the same words in any order, or
            differ in one letter of one word of at least four letters; numbers may differ.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed: { description: A customer placed an order. }
                  order_replaced: { description: A customer changed an order for another. }
                """),
            .invalid(
                """
                events:
                  order_placed: { description: A customer placed an order. }
                  1️⃣orders_placed: { description: A customer placed several orders. }
                  2️⃣order_plaved: { description: A customer placed an order. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let names = catalog.events.map { ($0.event.name, $0.words) }
        for pair in SimilarNames.pairs(names) {
            let (first, second) = (catalog.events[pair.first], catalog.events[pair.second])
            findings.report(
                "the event name \(Quoted.text(second.event.name)) is nearly \(Quoted.text(first.event.name)), "
                    + "which \(pair.reason)", second,
                notes: [Diagnostic.Note("the other one is here", at: first.event.location)])
        }
    }
}
