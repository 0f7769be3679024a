import Testing

@testable import Signalbook

@Suite struct ExporterNamesTests {
    @Test func `names lead through a file and back, without hidden characters`() throws {
        let names = ExporterNames([
            "otlp https://a.example", "a\nb\u{202E}c", String(repeating: "x", count: 300),
        ])
        #expect(names.names == ["otlp https://a.example", "a b c", String(repeating: "x", count: 256)])
        #expect(try #require(ExporterNames(parsing: names.bytes)) == names)
        #expect(ExporterNames(parsing: Array(names.bytes.dropLast())) == nil)
    }
}
