import CatalogModel
import Testing

@testable import CatalogDocuments

@Suite struct LanguageReferenceTests {
    @Test func `every key of every mapping is a row of the reference`() {
        let text = String(decoding: LanguageReference.render().bytes, as: UTF8.self)
        let sections = text.split(separator: "\n## ", omittingEmptySubsequences: true).dropFirst()
        #expect(sections.count == CatalogMapping.allCases.count)
        for (section, mapping) in zip(sections, CatalogMapping.allCases) {
            let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
            #expect(rows.count == mapping.definitions.count, "\(mapping)")
            for (row, key) in zip(rows, mapping.definitions) {
                #expect(row.hasPrefix("| `\(key.name)`"))
                #expect(row.contains(" *(required)*") == key.isRequired)
                #expect(row.split(separator: " | ").count == 4)
            }
        }
    }
}
