import CatalogModel
import SignalVocabulary

/// An event's severity agrees with its name.
enum SeverityByNameRule: LintRule {
    private static let failures = RuleSetting.texts(
        "failures", default: ["failed", "failure", "error", "errored", "crashed", "exception"],
        "The last words of names of events that are errors.")
    private static let successes = RuleSetting.texts(
        "successes", default: ["succeeded", "success", "completed", "finished"],
        "The last words of names of events that are none.")

    static let definition = RuleDefinition(
        "severity-by-name", .warning,
        "An event named `…_failed` or `…_error` is of severity `error`, and one named `…_completed` is not.",
        why: """
            Severity decides what wakes somebody up and what sampling keeps: errors are always kept. An event that is named like an error
            and is none will be missing from the sample when it is looked for.
            """,
        settings: [failures, successes],
        examples: [
            .valid(
                """
                events:
                  payment_failed: { description: A payment did not come through., severity: error }
                  payment_completed: { description: A payment came through. }
                """),
            .invalid(
                """
                events:
                  1️⃣payment_failed: { description: A payment did not come through. }
                  payment_completed: { description: A payment came through., severity: 2️⃣error }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let failures = findings.texts(failures)
        let successes = findings.texts(successes)
        for event in catalog.events {
            guard let word = event.words.last else { continue }
            let severity = event.event.severity
            let isError = severity == .error || severity == .fatal
            guard isError ? successes.contains(word) : failures.contains(word) else { continue }
            findings.report(
                "the event \(Quoted.text(event.event.name)) has the severity \(Quoted.text(severity.name))",
                event,
                at: catalog.location(of: EventKey.severity, at: event.event.location),
                hint: isError ? "expected none above \"warn\"" : "expected \"error\" or \"fatal\"")
        }
    }
}
