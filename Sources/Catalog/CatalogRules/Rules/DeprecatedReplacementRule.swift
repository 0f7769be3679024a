import CatalogModel

/// What is to be used instead of something deprecated is not deprecated itself.
enum DeprecatedReplacementRule: LintRule {
    static let definition = RuleDefinition(
        "deprecated-replacement", .warning, "`replaced_by` names nothing that is deprecated itself.",
        why: """
            Who follows the compiler's advice must not find the next deprecation there. Name what is to be used in the end.
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
                  1️⃣order_made: { description: A customer made an order., deprecated: { reason: The shop says placed., replaced_by: order_set } }
                  order_set: { description: A customer set an order., deprecated: { reason: The shop says placed., replaced_by: order_placed } }
                  order_placed: { description: A customer placed an order. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        var deprecated: [String: SourceLocation] = [:]
        for event in catalog.events where event.event.deprecation != nil {
            deprecated[event.event.name] = event.event.location
        }
        if deprecated.isEmpty { return }
        for event in catalog.events {
            guard let replacement = event.event.deprecation?.replacedBy, let place = deprecated[replacement]
            else { continue }
            findings.report(
                "the event \(Quoted.text(event.event.name)) is replaced by \(Quoted.text(replacement)), "
                    + "which is deprecated, too", event,
                notes: [Diagnostic.Note("the replacement is here", at: place)])
        }
    }
}
