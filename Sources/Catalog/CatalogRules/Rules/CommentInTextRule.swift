import CatalogModel
import YAMLLite

/// No comment cuts a description short.
enum CommentInTextRule: LintRule {
    static let definition = RuleDefinition(
        "comment-in-text", .warning, "No ` #` cuts a plain description or reason short.",
        why: """
            In a scalar without quotes a `#` behind a space begins a comment: of `description: See ticket #12 for more` only "See ticket" is
            left, and no parser complains. Put the text in quotes, or the comment on a line of its own. A comment behind a
            sentence that has ended is let pass. A `: ` within a plain text is refused in any case
            (`yaml-nested-mapping`).
            """,
        stage: .text,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: 'A customer placed an order, see ticket #12.'
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order, see ticket 1️⃣#12.
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for scalar in catalog.plainScalars {
            guard let comment = scalar.comment else { continue }
            let bytes = catalog.bytes(of: scalar.location.path)
            let isEnded = scalar.scalar.text.last.map { ".!?".contains($0) } ?? true
            let isSpaced = comment + 1 < bytes.count && bytes[comment + 1] == 0x20
            if isEnded, isSpaced { continue }
            var place = scalar.location
            place.column += comment - scalar.node.start.offset
            place.length = 1
            findings.report(
                "\" #\" begins a comment here, so the text ends with \(Quoted.text(lastWord(scalar.scalar.text)))",
                at: place, within: scalar.declarations,
                hint: "put the text in quotes, or the comment on a line of its own")
        }
    }

    private static func lastWord(_ text: String) -> String {
        text.split(separator: " ").last.map(String.init) ?? text
    }
}
