import CatalogComparison
import CatalogModel
import Testing

@testable import CatalogDocuments

@Suite struct `A comment on what changed` {
    private func comment(from old: String, to new: String) throws -> String {
        let header = "catalog: { name: shop, version: 1.0.0 }\n"
        func catalog(_ text: String) throws -> Catalog {
            try #require(CatalogLoader.load([CatalogSource(path: "a.yaml", text: header + text)]).catalog)
        }
        let difference = CatalogComparer.compare(try catalog(old), with: try catalog(new))
        return MarkdownChanges.comment(on: difference, advice: ("do this:", ["- { a: ``` }"], "yaml"))
    }

    @Test func `shows what a catalog says, and obeys none of it`() throws {
        let value = "a|b`<b>*c*"
        let event = "events: { sale: { description: S., properties: { kind: { type: enum, values: ["
        let rest = "], description: K. } } } }\n"
        let text = try comment(from: event + "x" + rest, to: event + "x, \"\(value)\"" + rest)
        let row = try #require(text.split(separator: "\n").first { $0.contains("enum-value-added") })
        #expect(row.contains("``enum-value-added sale.kind a\\|b`<b>*c*``"), "\(row)")
        #expect(row.contains("the value \"a\\|b\\`\\<b\\>\\*c\\*\""), "\(row)")
        #expect(row.contains(" | nobody | "))
        #expect(text.contains("\nDo this:\n\n````yaml\n- { a: ``` }\n````\n"))
    }

    @Test func `says so when nothing changed`() throws {
        let text = try comment(from: "", to: "")
        #expect(text.hasPrefix("### Signal catalog: nothing has changed\n"))
    }
}
