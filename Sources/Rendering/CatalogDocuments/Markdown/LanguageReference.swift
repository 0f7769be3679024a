import CatalogModel
import DocumentTools

/// The catalog language in Markdown: every key of every mapping, from the tables that the reader itself uses.
package enum LanguageReference {
    /// The page.
    package static func render() -> RenderedFile {
        var writer = MarkdownWriter(comment: GeneratedMark.schema.text, title: "The catalog language")
        writer.line()
        writer.line(
            "A catalog is all `.yaml`, `.yml` and `.json` files of a folder together. Their order does not matter."
        )
        for mapping in CatalogMapping.allCases { section(mapping, &writer) }
        return RenderedFile(path: "catalog-language.md", text: writer.document)
    }

    private static func section(_ mapping: CatalogMapping, _ writer: inout MarkdownWriter) {
        writer.heading(2, MarkdownWriter.text(title(of: mapping)))
        if mapping == .group {
            writer.line("Any other key is the name of a property.")
            writer.line()
        }
        writer.tableHead("key", "value", "what it says", "example")
        for key in mapping.definitions {
            writer.row(
                MarkdownWriter.code(key.name) + (key.isRequired ? " *(required)*" : ""),
                words(for: key.value), MarkdownWriter.inline(key.documentation),
                MarkdownWriter.code(key.example))
        }
    }

    /// The title of a mapping's section: its name in messages without the article, such as `Context property`.
    private static func title(of mapping: CatalogMapping) -> String {
        let words = mapping.title.split(separator: " ")
        let isArticle = words.first == "a" || words.first == "an"
        let title = words.dropFirst(isArticle ? 1 : 0).joined(separator: " ").filter { $0 != "\"" }
        return title.prefix(1).uppercased() + title.dropFirst()
    }

    /// A link to a mapping's section.
    private static func link(to mapping: CatalogMapping) -> String {
        let title = title(of: mapping)
        let anchor = title.lowercased().split(separator: " ").joined(separator: "-")
        return "[\(title)](#\(anchor))"
    }

    /// What a value is, in a few words of Markdown.
    private static func words(for value: KeyValue) -> String {
        switch value {
        case .text: "a text"
        case .name: "a name"
        case .version: "a version, such as `1.0.0`"
        case .day: "a day, `YYYY-MM-DD`"
        case .days: "a number of days, such as `90d`"
        case .swiftName: "a Swift name in lower camel case"
        case .swiftType: "a Swift name in upper camel case"
        case .variable: "a name in capitals"
        case .flag(let standard): "`true` or `false`; `\(standard)` by default"
        case .share: "a number from 0 through 1; 1 by default"
        case .number: "a number"
        case .count: "a whole number from 1"
        case .pattern: "a pattern"
        case .scalar: "a text, a number or a truth value"
        case .choice(let words, let standard):
            words.map { "`" + $0 + "`" }.joined(separator: ", ")
                + (standard.map { "; `\($0)` by default" } ?? "")
        case .enumerationValue: "a text, a whole number or a truth value"
        case .texts: "a list of texts"
        case .groups: "a list of names of groups"
        case .rules: "levels and settings, by the names of rules"
        case .suppressions: "reasons, by the names of rules"
        case .mapping(let mapping): "a mapping: " + link(to: mapping)
        case .named(let mapping): "for each name of yours a mapping: " + link(to: mapping)
        case .list(let mapping): "a list of mappings: " + link(to: mapping)
        }
    }
}
