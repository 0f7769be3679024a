import CatalogModel
import SignalPattern

/// The name of an event has the agreed shape.
enum EventNameRule: LintRule {
    private static let pattern = RuleSetting.pattern(
        "pattern", default: "[a-z][a-z0-9]*(_[a-z0-9]+)*", "What the whole name must match.")
    private static let minimumWords = RuleSetting.integer(
        "minimum_words", default: 2, in: 1...16, "The fewest words of a name.")
    private static let maximumWords = RuleSetting.integer(
        "maximum_words", default: 5, in: 1...16, "The most words of a name.")
    private static let domains = RuleSetting.texts(
        "domains", default: [], "The words that a name may begin with; none: any.")
    private static let actions = RuleSetting.texts(
        "actions", default: [], "The words that a name may end with; none: any.")

    static let definition = RuleDefinition(
        "event-name", .warning, "An event's name has the shape `domain_entity_action`.",
        why: """
            Names of one shape can be guessed, sorted and searched for: first what it is about, then what happened to it. By
            default a name has two to five words in small letters with `_` between them; two, for not every domain has several
            entities. List your `domains` and `actions` to hold names to a vocabulary.
            """,
        settings: [pattern, minimumWords, maximumWords, domains, actions],
        examples: [
            .valid(
                """
                events:
                  shop_order_placed: { description: A customer placed an order. }
                """),
            .invalid(
                """
                events:
                  1️⃣OrderPlaced: { description: A customer placed an order. }
                  2️⃣order: { description: A customer did something to an order. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let pattern = findings.pattern(pattern)
        let minimum = findings.integer(minimumWords)
        let maximum = findings.integer(maximumWords)
        let domains = findings.texts(domains)
        let actions = findings.texts(actions)
        for event in catalog.events {
            var name: String { Quoted.text(event.event.name) }
            if let pattern, !pattern.matches(event.event.name) {
                findings.report(
                    "the event name \(name) does not match \(Quoted.text(pattern.text))", event,
                    hint: "expected a shape like \(Quoted.text(event.words.joined(separator: "_")))")
            } else if event.words.count < minimum || event.words.count > maximum {
                findings.report(
                    "the event name \(name) has \(event.words.count == 1 ? "one word" : "\(event.words.count) words")",
                    event,
                    hint:
                        "expected \(minimum) through \(maximum), in the shape of \"domain_entity_action\"")
            } else if let first = event.words.first, !domains.isEmpty, !domains.contains(first) {
                findings.report(
                    "the event name \(name) begins with \(Quoted.text(first)), which is no domain", event,
                    hint: "expected \(Quoted.list(domains.sorted()))")
            } else if let last = event.words.last, !actions.isEmpty, !actions.contains(last) {
                findings.report(
                    "the event name \(name) ends with \(Quoted.text(last)), which is no action", event,
                    hint: "expected \(Quoted.list(actions.sorted()))")
            }
        }
    }
}
