import CatalogModel
import SwiftEmitter
import Testing

/// What is generated from catalog files given as text, by the names of the outputs.
struct Emission {
    /// The generated files.
    let files: [GeneratedFile]

    /// Loads and emits; a diagnostic of any kind fails the test.
    init(_ sources: [(path: String, text: String)], sourceLocation: Testing.SourceLocation = #_sourceLocation)
        throws
    {
        let result = CatalogLoader.load(sources.map { CatalogSource(path: $0.path, text: $0.text) })
        let found = DiagnosticPrinter().print(result.diagnostics)
        #expect(found.isEmpty, "\(found)", sourceLocation: sourceLocation)
        files = SwiftEmitter.emit(try #require(result.catalog, sourceLocation: sourceLocation))
    }

    /// The text of one output; empty when there is none of that name.
    subscript(name: String) -> String { files.first { $0.name == name }?.text ?? "" }

    /// What is generated from a catalog whose events are given as YAML; the header stands in a file of its own.
    static func events(
        _ events: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> String {
        let emission = try Emission(
            [("schema/catalog.yaml", header), ("schema/events.yaml", events)], sourceLocation: sourceLocation)
        return emission["events.signals.swift"]
    }

    /// A catalog's header.
    static let header = "catalog: { name: demo, version: 1.0.0 }\n"
}

/// Expects the text to have these lines one after another, at one of the usual indentations.
func expect(
    _ text: String, has lines: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    for indent in [0, 4, 8, 12] {
        let shifted = lines.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : String(repeating: " ", count: indent) + $0 }
            .joined(separator: "\n")
        if text.contains(shifted + "\n") { return }
    }
    Issue.record("not generated:\n\(lines)\n\nbut:\n\(text)", sourceLocation: sourceLocation)
}
