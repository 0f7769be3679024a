import Testing

@testable import CatalogDocuments

@Suite struct FileNamesTests {
    @Test func `names of files are plain and each is given once, ignoring case`() {
        var names = FileNames()
        #expect(
            ["a/b", "a-b", "A-B", "", "..", "é<x>"].map { names.name(for: $0) }
                == ["a-b", "a-b-2", "A-B-3", "file", "file..", "---x-"].map {
                    $0.hasPrefix("-") ? "file" + $0 : $0
                })
    }
}
