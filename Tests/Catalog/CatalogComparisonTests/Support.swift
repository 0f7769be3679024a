import CatalogModel
import Testing

@testable import CatalogComparison

/// A catalog of one file, which must load; a header is added unless the text has one.
func catalog(
    _ text: String, version: String = "1.0.0", path: String = "signals.yaml",
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> Catalog {
    var sources = [CatalogSource(path: path, text: text)]
    if !text.hasPrefix("catalog:") {
        sources.append(
            CatalogSource(
                path: "~header.yaml", text: "catalog: {name: shop, version: \(version), owner: core}\n"))
    }
    let result = CatalogLoader.load(sources)
    let problems = DiagnosticPrinter(showing: sources).print(result.diagnostics)
    return try #require(result.catalog, "\(problems)", sourceLocation: sourceLocation)
}

/// What two catalogs differ in. The new one has the next major version, unless it says its own.
func difference(
    _ old: String, _ new: String, today: String? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> CatalogDifference {
    CatalogComparer.compare(
        try catalog(old, sourceLocation: sourceLocation),
        with: try catalog(new, version: "2.0.0", sourceLocation: sourceLocation), today: today)
}

extension CatalogChange {
    /// The change in one line: how much it matters, whom it breaks, and what it is.
    var line: String {
        "\(level.rawValue) \(impacts.map(\.rawValue).joined(separator: "+")): \(id)"
    }
}

/// An event `e` of the properties, which are written in flow style, one a line.
func event(_ properties: String..., keys: String = "") -> String {
    var text = "events:\n  e:\n    description: Something happened.\n"
    if !keys.isEmpty { text += keys.split(separator: "\n").map { "    \($0)\n" }.joined() }
    if !properties.isEmpty { text += "    properties:\n" + properties.map { "      \($0)\n" }.joined() }
    return text
}
