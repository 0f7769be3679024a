import CatalogModel
import DocumentTools
import SignalVocabulary

/// One domain: all events of one catalog file.
enum MarkdownDomain {
    /// The file.
    static func render(
        _ domain: CatalogGuide.Domain, _ guide: CatalogGuide, _ maker: inout ExampleMaker
    ) -> RenderedFile {
        var writer = MarkdownWriter(title: domain.title)
        writer.line()
        writer.line("Declared in " + MarkdownWriter.code(domain.path) + ". [All events](../README.md)")
        for entry in guide.events[domain.events] { event(entry, guide, &maker, &writer) }
        return RenderedFile(path: MarkdownDocumentation.path(of: domain), text: writer.document)
    }

    private static func event(
        _ entry: EventEntry, _ guide: CatalogGuide, _ maker: inout ExampleMaker,
        _ writer: inout MarkdownWriter
    ) {
        let event = entry.event
        writer.heading(2, MarkdownWriter.code(event.name))
        writer.prose(event.description)
        writer.line(facts(entry, in: guide).joined(separator: " · "))
        if let deprecation = event.deprecation { self.deprecation(deprecation, guide, &writer) }
        writer.line()
        if event.properties.isEmpty {
            writer.line("It has no properties of its own.")
        } else {
            writer.tableHead("property", "type", "constraints", "privacy", "")
            for property in event.properties {
                writer.row(
                    MarkdownWriter.code(property.name) + (property.isRequired ? "" : " *(optional)*"),
                    MarkdownWriter.text(property.typeText), MarkdownDocumentation.constraints(of: property),
                    MarkdownDocumentation.privacy(of: property), description(of: property))
            }
        }
        writer.line()
        writer.fence(ExampleCall.text(of: entry, &maker), language: "swift")
        writer.line()
        let record = ExampleRecord.value(of: entry, in: guide.catalog, &maker)
        writer.fence(record.text, language: "json")
    }

    private static func facts(_ entry: EventEntry, in guide: CatalogGuide) -> [String] {
        let event = entry.event
        var facts = [
            "Owner: " + MarkdownWriter.text(event.owner ?? "none"), "severity: " + event.severity.name,
        ]
        for status in entry.statuses {
            facts.append(status == .expires ? "expires " + (event.expires ?? "") : status.rawValue)
        }
        if let since = event.since { facts.append("since " + MarkdownWriter.text(since)) }
        if event.sampleRate < 1 { facts.append("sample rate \(event.sampleRate)") }
        if let days = guide.retention(of: event) { facts.append("kept for " + days) }
        if !event.tags.isEmpty {
            facts.append("tags: " + event.tags.map { MarkdownWriter.text($0) }.joined(separator: ", "))
        }
        // Angle brackets make a link of an address, which has none of its own (CommonMark 0.31, section 6.5).
        for address in event.links { facts.append("<" + address + ">") }
        facts.append(MarkdownWriter.code(event.location.text))
        return facts
    }

    private static func deprecation(
        _ deprecation: Deprecation, _ guide: CatalogGuide, _ writer: inout MarkdownWriter
    ) {
        var text =
            "**Deprecated" + (deprecation.since.map { " since " + MarkdownWriter.text($0) } ?? "") + ".**"
        if let reason = deprecation.reason { text += " " + MarkdownWriter.inline(reason) }
        if let name = deprecation.replacedBy, let other = guide.entry(named: name) {
            text += " Use " + MarkdownDocumentation.link(to: other, in: guide, root: "../") + "."
        }
        writer.line()
        writer.line(text)
    }

    private static func description(of property: Property) -> String {
        var text = MarkdownWriter.inline(property.description)
        if let deprecation = property.deprecation {
            text +=
                " **Deprecated" + (deprecation.since.map { " since " + MarkdownWriter.text($0) } ?? "")
                + ".**"
            if let reason = deprecation.reason { text += " " + MarkdownWriter.inline(reason) }
            if let name = deprecation.replacedBy { text += " Use " + MarkdownWriter.code(name) + "." }
        }
        return text
    }
}
