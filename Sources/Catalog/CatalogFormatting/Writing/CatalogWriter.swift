package import CatalogModel

/// A catalog to the text of one file, in canonical form.
package enum CatalogWriter {
    /// The text of a file with these sections of a catalog, which may be built by hand or loaded.
    ///
    /// What a group brings is written with the group and included by its name; an owner that is the catalog's own is left to the header.
    /// Loading the text gives the same catalog, for names and values that a catalog may have; empty sections are left out.
    package static func write(
        _ catalog: Catalog, sections: [SectionKey] = SectionKey.allCases
    ) -> Result<String, FormattingFailure> {
        var writer = SectionWriter()
        for section in sections {
            switch section {
            case .catalog: writer.header(catalog)
            case .retention: writer.retention(catalog.retention)
            case .context: writer.context(catalog.context)
            case .groups: writer.groups(catalog.groups)
            case .events: writer.events(catalog.events, owner: catalog.owner)
            case .removed: writer.removed(catalog.removed)
            }
        }
        return CatalogFormatter.format(CatalogSource(path: "catalog.yaml", text: writer.text))
    }

    /// The text of a file that has nothing but these events.
    package static func write(_ events: [Event]) -> Result<String, FormattingFailure> {
        var writer = SectionWriter()
        writer.events(events, owner: nil)
        return CatalogFormatter.format(CatalogSource(path: "events.yaml", text: writer.text))
    }
}
