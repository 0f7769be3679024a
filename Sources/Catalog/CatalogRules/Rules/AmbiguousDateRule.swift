import CatalogModel
import SignalVocabulary
import YAMLLite

/// A date stands in quotes where text is meant.
enum AmbiguousDateRule: LintRule {
    static let definition = RuleDefinition(
        "ambiguous-date", .warning, "Dates stand in quotes where text is meant.",
        why: """
            To YAML 1.1, which many tools still read, a plain `2027-01-01` is no text but a moment, and is written back as one, in
            whatever time zone. Keys that ask for a day (`expires`, `until`) need no quotes.
            """,
        isFixable: true, stage: .text,
        examples: [
            .valid(
                """
                events:
                  price_list_loaded:
                    description: The shop's prices were read.
                    expires: 2028-01-01
                    properties:
                      edition: { type: enum, open: true, values: [{ value: '2026-07-01', name: summer }], description: Which prices they are. }
                """),
            .invalid(
                """
                events:
                  price_list_loaded:
                    description: The shop's prices were read.
                    properties:
                      edition:
                        type: enum
                        values: [{ value: 1️⃣2026-07-01, name: summer }, { value: 2️⃣2027-01-01, name: winter }]
                        description: Which prices they are.
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for scalar in catalog.plainScalars
        where scalar.scalar.value == .string && scalar.key != "expires" && scalar.key != "until" {
            let text = scalar.scalar.text
            guard isDate(text) else { continue }
            findings.report(
                "a plain \(Quoted.text(text)) is a date to many readers of YAML", at: scalar.location,
                within: scalar.declarations, hint: "put it in quotes", fix: scalar.quoting)
        }
    }

    /// Whether it is a day, or begins with one as a timestamp of YAML 1.1 does (yaml.org/type/timestamp.html).
    private static func isDate(_ text: String) -> Bool {
        let day = text.prefix { $0 != "T" && $0 != "t" && $0 != " " }
        let parts = day.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count),
            (1...2).contains(parts[2].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy(ASCII.isDigit) })
        else { return false }
        let rest = text.dropFirst(day.count + 1)
        return rest.isEmpty || rest.utf8.first.map(ASCII.isDigit) == true
    }
}
