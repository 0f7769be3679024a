import CatalogModel
import SignalVocabulary

/// No error asks to be sampled.
enum SampledErrorRule: LintRule {
    static let definition = RuleDefinition(
        "sampled-error", .warning, "An event of severity `error` or `fatal` has no `sample_rate`.",
        why: """
            Errors are kept whatever the event's own `sample_rate` is; only the configured error rate concerns them. The key would promise
            something that does not happen.
            """,
        examples: [
            .valid(
                """
                events:
                  page_viewed: { description: A customer looked at a page., sample_rate: 0.1 }
                """),
            .invalid(
                """
                events:
                  payment_failed: { description: A payment did not come through., severity: error, sample_rate: 1️⃣0.1 }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for event in catalog.events where event.event.sampleRate < 1 {
            guard event.event.severity == .error || event.event.severity == .fatal else { continue }
            findings.report(
                "the \"sample_rate\" of \(Quoted.text(event.event.name)) has no effect, for errors are always kept",
                event,
                at: catalog.location(of: EventKey.sampleRate, at: event.event.location))
        }
    }
}
