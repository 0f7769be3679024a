import CatalogModel
import DocumentTools

/// One domain: all events of one catalog file.
enum DomainPage {
    /// The page.
    static func render(
        _ domain: CatalogGuide.Domain, _ frame: SiteFrame, _ maker: inout ExampleMaker
    ) -> RenderedFile {
        let entries = frame.guide.events[domain.events]
        let sections = entries.map { (title: $0.event.name, id: $0.event.name) }
        return frame.page(
            SiteFrame.path(of: domain), title: domain.title, sections: sections,
            capacity: 12_000 * entries.count + 8_000
        ) { html in
            html.element("p", .class("lead")) { html in
                html.number(entries.count)
                html.text(entries.count == 1 ? " event, declared in " : " events, declared in ")
                html.element("code", text: domain.path)
            }
        } content: { html in
            for entry in entries {
                EventSection(entry: entry, frame: frame, root: "../").write(&maker, &html)
                html.newLine()
            }
        }
    }
}
