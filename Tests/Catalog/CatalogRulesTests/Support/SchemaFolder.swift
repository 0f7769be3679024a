import CatalogModel
import Foundation
import TestSupport

/// The catalog of the project's own service.
func serviceCatalog() throws -> [CatalogSource] {
    let folder = Repository.schema
    return try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        .filter { $0.hasSuffix(".yaml") }.sorted()
        .map {
            CatalogSource(
                path: "schema/\($0)", bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
        }
}
