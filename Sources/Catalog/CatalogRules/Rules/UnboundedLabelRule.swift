import CatalogModel
import SignalVocabulary

/// What dashboards group by has a bounded number of values.
enum UnboundedLabelRule: LintRule {
    private static let words = RuleSetting.texts(
        "words",
        default: [
            "type", "kind", "category", "class", "code", "status", "state", "reason", "method", "route",
            "endpoint",
            "path", "host", "region", "zone", "environment", "level", "role", "tier", "plan", "platform",
            "os", "browser",
            "language", "locale", "country", "currency", "provider", "model", "version", "source", "channel",
            "name",
        ], "The words that mean something to group by at the end of a name.")

    static let definition = RuleDefinition(
        "unbounded-label", .warning,
        "A `string` to group by, such as `region`, has a `pattern`, a `max_length` or a list of values.",
        why: """
            Properties with such names become labels of metrics and groups of dashboards, where every value costs a time series. A
            catalog has no metrics yet, so the rule goes by names. Best is an `enum` (`open: true` if values may be added);
            a `pattern` or a `max_length` at least keeps out what was never meant, such as a whole URL.
            """,
        settings: [words],
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      region: { type: enum, open: true, values: [eu, us], description: Where it was placed. }
                      route: { type: string, pattern: '/[a-z/{}]*', description: Through which route it came in. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      1️⃣region: { type: string, description: Where it was placed. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let words = findings.texts(words)
        for property in catalog.properties {
            guard property.property.type == .string, property.property.constraints.pattern == nil,
                property.property.constraints.maxLength == nil, property.property.handling != .drop,
                property.property.handling != .redact, let word = property.words.last, words.contains(word)
            else { continue }
            findings.report(
                "\(property.title) may be grouped by, but can have any value", property,
                hint: "make it an \"enum\", or give it a \"pattern\" or a \"max_length\"")
        }
    }
}
