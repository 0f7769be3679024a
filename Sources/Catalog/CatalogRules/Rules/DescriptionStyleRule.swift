import CatalogModel
import YAMLLite

/// A description is a sentence.
enum DescriptionStyleRule: LintRule {
    static let definition = RuleDefinition(
        "description-style", .off, "A description begins with a capital and ends with a full stop.",
        why: """
            Off by default: it is a matter of taste. Descriptions stand next to one another in the documentation, and look like one
            text when they are written alike. The fix writes the full stop, not the capital, for a name in code may begin a
            sentence.
            """,
        isFixable: true,
        examples: [
            .valid(
                """
                events:
                  order_placed: { description: A customer placed an order. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: 1️⃣A customer placed an order
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for item in catalog.declarations {
            guard let description = item.declaration.description, let message = message(description) else {
                continue
            }
            let (place, fix) = place(description, at: item.declaration.location, in: catalog)
            findings.report(message, item, at: place, fix: fix)
        }
        for property in catalog.properties {
            guard let message = message(property.property.description) else { continue }
            let (place, fix) = place(
                property.property.description, at: property.property.location, in: catalog)
            findings.report(message, property, at: place, fix: fix)
        }
    }

    private static func message(_ description: String) -> String? {
        var text = description[...]
        while text.last == "\n" || text.last == " " { text.removeLast() }
        if !isEnded(text) { return "the description \(Quoted.text(description)) has no full stop" }
        guard let first = text.unicodeScalars.first, first.properties.isLowercase else { return nil }
        return "the description \(Quoted.text(description)) begins with a small letter"
    }

    private static func isEnded(_ text: Substring) -> Bool {
        guard let last = text.last else { return true }
        return ".!?…)".contains(last)
    }

    /// Where the description stands, and the edit that ends it with a full stop.
    private static func place(
        _ description: String, at declaration: SourceLocation, in catalog: CheckedCatalog
    ) -> (SourceLocation, Diagnostic.Fix?) {
        guard let node = catalog.value(of: DeclarationKey.description, at: declaration) else {
            return (declaration, nil)
        }
        let place = SourceLocation(node, in: declaration.path)
        guard !isEnded(description[...]), let range = node.textRange else { return (place, nil) }
        let end = range.upperBound
        return (
            place,
            Diagnostic.Fix(
                title: "end the description with a full stop", path: declaration.path, range: end..<end,
                replacement: ".")
        )
    }
}
