package import CatalogComparison
package import CatalogModel

/// A resolved catalog to a static site: pages that open from a disk as from any web server, and load nothing from elsewhere.
///
/// One page a domain, so that a catalog of a thousand events is neither one huge page nor a thousand files; a script with the index of
/// the search beside them, because pages on a disk cannot read other files. The same catalog gives the same bytes everywhere; linear in
/// the size of the catalog.
package enum CatalogSite {
    /// All files of the site.
    ///
    /// - Parameter difference: what changed since another version, for a page of its own.
    package static func render(
        _ catalog: Catalog, since difference: CatalogDifference? = nil
    ) -> [RenderedFile] {
        let guide = CatalogGuide(catalog)
        let frame = SiteFrame(guide, hasChanges: difference != nil)
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
        if let difference { files.append(ChangesPage.render(difference, frame)) }
        var maker = ExampleMaker()
        for domain in guide.domains { files.append(DomainPage.render(domain, frame, &maker)) }
        return files
    }
}
