package import CatalogModel
import YAMLLite

/// Makes a catalog of what other tools describe their events with.
///
/// Whatever does not fit is among the findings, never dropped in silence: a note for what is left out or was renamed, a warning for
/// an event or a property that is missing for it, an error for a file that cannot be read. No input and output; linear in the size of the input.
package enum CatalogImporter {
    /// What importing gives.
    package struct Result: Sendable {
        /// The events that were found, in the order of files and as written; without a context and without groups.
        package var catalog: Catalog
        /// What was left out, renamed or not understood, in the order of finding.
        package var findings: [Diagnostic]
    }

    /// Imports a catalog.
    ///
    /// - Parameters:
    ///   - sources: the files; definitions of one may be referred to by others.
    ///   - format: what they are.
    ///   - name: what the catalog is to be called; must be a legal name.
    ///   - version: its semantic version.
    package static func importCatalog(
        from sources: [CatalogSource], as format: ImportFormat, name: String, version: String
    ) -> Result {
        var draft = Draft()
        var documents: [Document] = []
        for source in sources.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            if let document = Document(source, reportingTo: &draft) { documents.append(document) }
        }
        switch format {
        case .semanticConventions: SemanticConventions.read(documents, into: &draft)
        case .glean: for document in documents { GleanMetrics.read(document, into: &draft) }
        case .segment: for document in documents { TrackingPlan.read(document, into: &draft) }
        case .jsonSchema: for document in documents { SchemaFile.read(document, into: &draft) }
        }
        let location = SourceLocation(
            path: documents.first?.path ?? sources.first?.path ?? "", line: 1, column: 1)
        let catalog = Catalog(
            name: name, version: version, location: location, events: draft.events,
            files: documents.map(\.path))
        return Result(catalog: catalog, findings: draft.findings)
    }
}
