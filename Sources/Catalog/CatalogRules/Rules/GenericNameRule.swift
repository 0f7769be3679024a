import CatalogModel

/// A name says what it names.
enum GenericNameRule: LintRule {
    private static let words = RuleSetting.texts(
        "words",
        default: [
            "data", "value", "info", "misc", "other", "stuff", "thing", "object", "item", "payload", "params",
            "parameters", "extra", "temp", "tmp", "test", "foo", "bar", "new", "event", "property", "field",
            "metadata",
        ], "The words that say nothing as a whole name.")

    static let definition = RuleDefinition(
        "generic-name", .warning, "A name says what it names: none is just `data` or `value`.",
        why: """
            Whoever reads `value` in a table a year from now has to find the code to know what it was. Name what it is the value
            of. An event whose words are all of that kind (`test_event`) is reported as well.
            """,
        settings: [words],
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      voucher_code: { type: string, max_length: 16, description: The voucher that was handed in. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      1️⃣data: { type: string, max_length: 16, description: The voucher that was handed in. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let words = findings.texts(words)
        for event in catalog.events where event.words.allSatisfy(words.contains) {
            findings.report(
                "the event name \(Quoted.text(event.event.name)) says nothing about what happened", event)
        }
        for property in catalog.properties where property.words.allSatisfy(words.contains) {
            findings.report(
                "the property name \(Quoted.text(property.property.name)) says nothing about what it holds",
                property)
        }
    }
}
