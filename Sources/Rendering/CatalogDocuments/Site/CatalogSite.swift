package import CatalogModel

/// A resolved catalog to a static site: pages that open from a disk as from any web server, and load nothing from elsewhere.
///
/// One page a domain, so that a catalog of a thousand events is neither one huge page nor a thousand files; a script with the index of
/// the search beside them, because pages on a disk cannot read other files. The same catalog gives the same bytes everywhere; linear in
/// the size of the catalog.
package enum CatalogSite: CatalogRenderer {
    package static let name = "site"
    package static let summary = """
        web pages that open from a disk as from any web server, and load nothing from elsewhere. They have every event with its \
        properties, an example and the Swift call, a search with filters, all names of properties, and an inventory of personal data.
        """
    package static let mark = GeneratedMark.docs
    package static let folders: Set = ["", "domains", "assets"]

    /// All files of the site. What changed since another version has a page of its own.
    package static func render(
        _ catalog: Catalog, _ options: RenderingOptions = RenderingOptions()
    ) -> [RenderedFile] {
        let guide = CatalogGuide(catalog)
        let frame = SiteFrame(guide, hasChanges: options.difference != nil)
        var files = [
            RenderedFile(
                path: "assets/site.css",
                bytes: Array("/* \(GeneratedMark.docs.text) */\n".utf8) + SiteAssets.style),
            RenderedFile(
                path: "assets/site.js",
                bytes: Array("// \(GeneratedMark.docs.text)\n".utf8) + SiteAssets.script),
            RenderedFile(path: "assets/search-index.js", bytes: SearchIndex.script(of: guide)),
            OverviewPage.render(frame),
            EventsPage.render(frame),
            ContextPage.render(frame),
            GlossaryPage.render(frame),
            PersonalDataPage.render(frame),
        ]
        if let difference = options.difference { files.append(ChangesPage.render(difference, frame)) }
        var maker = ExampleMaker()
        for domain in guide.domains { files.append(DomainPage.render(domain, frame, &maker)) }
        return files
    }
}
