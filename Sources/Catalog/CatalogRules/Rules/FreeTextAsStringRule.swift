import CatalogModel

/// Free text is of type `text`.
enum FreeTextAsStringRule: LintRule {
    private static let words = RuleSetting.texts(
        "words",
        default: [
            "message", "messages", "description", "comment", "comments", "body", "text", "note", "notes",
            "content",
            "summary", "details", "feedback", "prompt", "question", "answer", "exception", "stacktrace",
            "backtrace",
            "traceback", "trace", "transcript",
        ], "The words that mean free text at the end of a name.")

    static let definition = RuleDefinition(
        "free-text-as-string", .warning,
        "A property that holds free text, such as `error_message`, is a `text` and no `string`.",
        why: """
            A `string` is an identifier or a bounded word, and goes out as it is. A `text` is scrubbed of e-mail addresses, tokens and
            their like and cut to a length before it leaves the calling function. A `string` with a `pattern` is no
            free text. There is no fix by machine, for the change also changes what receivers see.
            """,
        settings: [words],
        examples: [
            .valid(
                """
                events:
                  order_refused:
                    description: The shop refused an order.
                    properties:
                      refusal_message: { type: text, max_length: 256, description: What the customer was told. }
                """),
            .invalid(
                """
                events:
                  order_refused:
                    description: The shop refused an order.
                    properties:
                      refusal_message: { type: 1️⃣string, max_length: 256, description: What the customer was told. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let words = findings.texts(words)
        for property in catalog.properties {
            let type = property.property.type
            guard type == .string || type == .list(.string), property.property.constraints.pattern == nil,
                let word = property.words.last, words.contains(word)
            else { continue }
            findings.report(
                "\(property.title) looks like free text, but is a \(Quoted.text(type.name))", property,
                at: catalog.location(
                    of: type == .string ? PropertyKey.type : .items, at: property.property.location),
                hint: "\"text\" is scrubbed and cut before it leaves the app")
        }
    }
}
