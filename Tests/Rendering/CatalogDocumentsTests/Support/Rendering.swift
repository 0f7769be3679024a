import CatalogModel
import Foundation
import TestSupport
import Testing

@testable import CatalogDocuments

/// Loads a catalog whose files are given as text; a finding of any kind fails the test.
func catalog(
    _ files: [String: String], sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> Catalog {
    let result = CatalogLoader.load(files.map { CatalogSource(path: $0.key, text: $0.value) })
    let found = DiagnosticPrinter().print(result.diagnostics)
    #expect(found.isEmpty, "\(found)", sourceLocation: sourceLocation)
    return try #require(result.catalog, sourceLocation: sourceLocation)
}

/// Loads a catalog with a header and the given YAML behind it, in `schema/shop.yaml`.
func catalog(
    _ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> Catalog {
    try catalog(
        ["schema/shop.yaml": "catalog: { name: shop, version: 1.2.0 }\n" + text],
        sourceLocation: sourceLocation)
}

/// This repository's own catalog.
func serviceCatalog() throws -> Catalog {
    let folder = Repository.schema
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) {
        files["schema/" + name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return try catalog(files)
}

extension [RenderedFile] {
    /// The text of a file.
    func text(
        of path: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> String {
        let file = try #require(first { $0.path == path }, "no file \(path)", sourceLocation: sourceLocation)
        return String(decoding: file.bytes, as: UTF8.self)
    }
}

/// A catalog with texts that would like to be markup, in every place that takes text.
func hostileCatalog(_ text: String) throws -> Catalog {
    var literal = "\""
    for scalar in text.unicodeScalars {
        let isPlain = scalar.isASCII && scalar.value >= 0x20 && scalar != "\"" && scalar != "\\"
        literal +=
            isPlain
            ? String(scalar)
            : "\\U" + String(repeating: "0", count: 8 - String(scalar.value, radix: 16).count)
                + String(scalar.value, radix: 16)
    }
    literal += "\""
    return try catalog([
        "schema/\(text.filter { $0 != "/" }.prefix(40)).yaml": """
        catalog: { name: shop, version: 1.2.0, description: \(literal), owner: \(literal) }
        context:
          user: { type: string, description: \(literal), default: \(literal), example: \(literal) }
        groups:
          bundle: { description: \(literal), part: { type: text, description: \(literal) } }
        events:
          order_placed:
            description: \(literal)
            include: [bundle]
            deprecated: { reason: \(literal), replaced_by: order_sent }
            properties:
              word: { type: string, description: \(literal), example: \(literal), deprecated: { reason: \(literal) } }
              amount: { type: int, unit: \(literal), description: \(literal) }
              kind: { type: enum, description: \(literal), values: [{ value: \(literal), name: given, description: \(literal) }] }
          order_sent: { description: \(literal) }
        removed: { order_lost: { reason: \(literal) } }
        """
    ])
}
