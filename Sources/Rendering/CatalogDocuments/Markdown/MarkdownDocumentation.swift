package import CatalogModel
import DocumentTools
import SignalVocabulary

/// A resolved catalog to Markdown, to be read in a repository: what the site shows, without a search.
package enum MarkdownDocumentation: CatalogRenderer {
    package static let name = "markdown"
    package static let summary = "the same without the search, to read in a repository."
    package static let mark = GeneratedMark.docs
    package static let folders: Set = ["", "domains"]

    /// All files: `README.md`, a file a domain, context, properties, personal data and, where there is something to compare with, what
    /// changed.
    package static func render(
        _ catalog: Catalog, _ options: RenderingOptions = RenderingOptions()
    ) -> [RenderedFile] {
        let guide = CatalogGuide(catalog)
        var files = [
            MarkdownIndex.render(guide, hasChanges: options.difference != nil),
            MarkdownContext.render(guide),
            MarkdownGlossary.render(guide),
            MarkdownPersonalData.render(guide),
        ]
        if let difference = options.difference { files.append(MarkdownChanges.render(difference)) }
        var maker = ExampleMaker()
        for domain in guide.domains { files.append(MarkdownDomain.render(domain, guide, &maker)) }
        return files
    }

    /// Where a domain's file is.
    static func path(of domain: CatalogGuide.Domain) -> String { "domains/" + domain.fileName + ".md" }

    /// A link to an event.
    static func link(to entry: EventEntry, in guide: CatalogGuide, root: String) -> String {
        // GitHub's anchors are in lower case and without full stops.
        let anchor = entry.event.name.lowercased().filter { $0 != "." }
        return "[`" + entry.event.name + "`](" + root + path(of: guide.domain(of: entry)) + "#" + anchor + ")"
    }

    /// Links to events, with commas between them.
    static func links(to events: [Int], in guide: CatalogGuide, root: String, most: Int = 40) -> String {
        var text = events.prefix(most).map { link(to: guide.events[$0], in: guide, root: root) }.joined(
            separator: ", ")
        if events.count > most { text += " and \(GroupedNumber.text(events.count - most)) more" }
        return text
    }

    /// How private a property is and what becomes of it.
    static func privacy(of property: Property) -> String {
        let level = property.sensitivity == .internal ? nil : property.sensitivity.rawValue
        let text = [level, property.treatment].compactMap { $0 }.joined(separator: ", ")
        return property.sensitivity.isSensitive ? "**" + text + "**" : text
    }

    /// What a property's values keep to.
    static func constraints(of property: Property) -> String {
        var texts = property.constraintTexts
        if let pattern = property.constraints.pattern {
            texts.append("matches " + MarkdownWriter.code(pattern))
        }
        if case .enumeration(let enumeration) = property.type {
            texts.append(enumeration.values.map { MarkdownWriter.code($0.rawValue) }.joined(separator: " "))
        }
        return texts.joined(separator: "; ")
    }
}
