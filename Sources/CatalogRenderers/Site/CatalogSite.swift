package import EventCatalog

/// A resolved catalog to a static site: pages that open from a disk as from any web server, and load nothing from elsewhere.
///
/// One page a domain, so that a catalog of a thousand events is neither one huge page nor a thousand files; a script with the index of
/// the search beside them, because pages on a disk cannot read other files. The same catalog gives the same bytes everywhere; linear in
/// the size of the catalog.
package enum CatalogSite {
    /// All files of the site.
    package static func render(_ catalog: Catalog) -> [RenderedFile] {
        let guide = CatalogGuide(catalog)
        let frame = SiteFrame(guide)
        var files = [
            RenderedFile(
                path: "assets/site.css", text: "/* " + GeneratedMark.text + " */\n" + SiteStyle.text),
            RenderedFile(path: "assets/site.js", text: "// " + GeneratedMark.text + "\n" + SiteScript.text),
            RenderedFile(path: "assets/search-index.js", bytes: SearchIndex.script(of: guide)),
            OverviewPage.render(frame),
            EventsPage.render(frame),
            ContextPage.render(frame),
            GlossaryPage.render(frame),
            PersonalDataPage.render(frame),
        ]
        var maker = ExampleMaker()
        for domain in guide.domains { files.append(DomainPage.render(domain, frame, &maker)) }
        return files
    }
}
