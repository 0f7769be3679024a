import CatalogModel
import Foundation
import TestSupport
import Testing

@testable import CatalogFormatting

/// The canonical form of a text, which must have one.
func formatted(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> String {
    switch CatalogFormatter.format(CatalogSource(path: "a.yaml", text: text)) {
    case .success(let result): return result
    case .failure(let failure):
        Issue.record("\(failure)", sourceLocation: sourceLocation)
        return ""
    }
}

/// Checks that a text formats to another, which stays as it is.
func expect(
    _ text: String, gives expected: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    #expect(formatted(text, sourceLocation: sourceLocation) == expected, sourceLocation: sourceLocation)
    #expect(formatted(expected, sourceLocation: sourceLocation) == expected, sourceLocation: sourceLocation)
}

/// The files of a folder of the package, by name.
func files(in folder: String) throws -> [CatalogSource] {
    let root = Repository.folder.appending(path: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: root.path(percentEncoded: false)).sorted()
    return try names.map { name in
        CatalogSource(path: name, bytes: [UInt8](try Data(contentsOf: root.appending(path: name))))
    }
}
