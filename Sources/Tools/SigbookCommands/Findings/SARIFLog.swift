import DocumentTools
import CatalogModel
import SwiftEmitter

/// Findings as a log in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS), for code scanning and editors.
struct SARIFLog {
    /// The log's text, ended by a line feed.
    let text: String

    /// Writes the findings in their order.
    ///
    /// - Parameter rule: finds a rule by its name. The log has only the name of a rule that is not found.
    init(_ diagnostics: [Diagnostic], sources: [CatalogSource], rule: (String) -> FindingRule?) {
        let rules = Set(diagnostics.map(\.rule)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let indexes = Dictionary(rules.enumerated().map { ($1, $0) }) { first, _ in first }
        let regions = SARIFRegions(sources)
        text =
            JSONValue.object(
                ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
                ("version", .string("2.1.0")),
                (
                    "runs",
                    .array([
                        .object(
                            ("tool", Self.tool(rules.map { Self.rule($0, rule($0)) })),
                            // SARIF 2.1.0, section 3.14.17: the unit of columns; bytes cannot be declared.
                            ("columnKind", .string("utf16CodeUnits")),
                            ("originalUriBaseIds", Self.bases),
                            (
                                "results",
                                .array(diagnostics.map { Self.result($0, indexes[$0.rule] ?? 0, regions) })
                            ))
                    ])
                )
            ).text
    }

    private static let bases = JSONValue.object(
        (
            SARIFRegions.base,
            .object(("description", .object(("text", .string("The folder that sigbook was run in.")))))
        ))

    private static func tool(_ rules: [JSONValue]) -> JSONValue {
        .object(
            (
                "driver",
                .object(
                    ("name", .string("sigbook")), ("version", .string(SwiftEmitter.version)),
                    ("semanticVersion", .string(SwiftEmitter.version)),
                    ("rules", .array(rules)))
            ))
    }

    private static func rule(_ name: String, _ rule: FindingRule?) -> JSONValue {
        guard let rule else { return .object(("id", .string(name))) }
        return .object(
            ("id", .string(name)), ("shortDescription", .object(("text", .string(rule.summary)))),
            ("help", .object(("text", .string(rule.help)), ("markdown", .string(rule.help)))),
            ("defaultConfiguration", .object(("level", .string(rule.severity.rawValue)))))
    }

    private static func result(_ diagnostic: Diagnostic, _ index: Int, _ regions: SARIFRegions) -> JSONValue {
        let message = diagnostic.message + (diagnostic.hint.map { "; " + $0 } ?? "")
        let related = diagnostic.notes.enumerated().map { index, note in
            JSONValue.object(
                ("id", .integer(index + 1)), ("physicalLocation", regions.location(note.location)),
                ("message", Self.message(note.message)))
        }
        return .object(
            ("ruleId", .string(diagnostic.rule)), ("ruleIndex", .integer(index)),
            ("level", .string(diagnostic.severity.rawValue)),
            ("message", Self.message(message)),
            (
                "locations",
                diagnostic.location.map {
                    .array([.object(("physicalLocation", regions.location($0)))])
                }
            ), ("relatedLocations", related.isEmpty ? nil : .array(related)),
            ("fixes", diagnostic.fix.map { .array([fix($0, regions)]) }))
    }

    /// A message (section 3.11). Braces would be placeholders unless doubled (section 3.11.5), and brackets before a parenthesis a link
    /// unless escaped (section 3.11.6).
    static func message(_ text: String) -> JSONValue {
        let hasLink = text.contains("](")
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "{", "}": escaped += "\(scalar)\(scalar)"
            case "[" where hasLink, "]" where hasLink: escaped += "\\\(scalar)"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return .object(("text", .string(escaped)))
    }

    private static func fix(_ fix: Diagnostic.Fix, _ regions: SARIFRegions) -> JSONValue {
        .object(
            ("description", Self.message(fix.title)),
            (
                "artifactChanges",
                .array([
                    .object(
                        ("artifactLocation", SARIFRegions.artifact(fix.path)),
                        (
                            "replacements",
                            .array([
                                .object(
                                    ("deletedRegion", regions.region(of: fix.range, in: fix.path)),
                                    ("insertedContent", .object(("text", .string(fix.replacement)))))
                            ])
                        ))
                ])
            ))
    }
}
