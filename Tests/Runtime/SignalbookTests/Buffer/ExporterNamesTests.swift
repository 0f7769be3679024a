import Testing

@testable import Signalbook

@Suite struct ExporterNamesTests {
    @Test func `exporters lead through a file and back, without hidden characters`() throws {
        let names = ExporterNames([
            ExporterSlot(name: "otlp https://a.example"), ExporterSlot(name: "a\nb\u{202E}c", kind: .span),
            ExporterSlot(name: String(repeating: "x", count: 300)),
        ])
        #expect(
            names.slots == [
                ExporterSlot(name: "otlp https://a.example"), ExporterSlot(name: "a b c", kind: .span),
                ExporterSlot(name: String(repeating: "x", count: 256)),
            ])
        #expect(try #require(ExporterNames(parsing: names.bytes)).slots == names.slots)
        #expect(ExporterNames(parsing: Array(names.bytes.dropLast())) == nil)
    }

    @Test func `a file of version 1 has names of exporters of log records`() {
        let names = ExporterNames(parsing: Array("signalbook exporters 1\notlp\njson lines\nend\n".utf8))
        #expect(names?.slots == [ExporterSlot(name: "otlp"), ExporterSlot(name: "json lines")])
    }

    @Test(arguments: ["signalbook exporters 2\notlp\nend\n", "signalbook exporters 3\nlogs otlp\nend\n", ""])
    func `a file that makes no sense has none`(_ text: String) {
        #expect(ExporterNames(parsing: Array(text.utf8)) == nil)
    }
}
