import CatalogModel
import Testing

@testable import CatalogDocuments

@Suite struct MarkdownTests {
    @Test func `every domain has a file, and the index names every event`() throws {
        let catalog = try serviceCatalog()
        let files = MarkdownDocumentation.render(catalog)
        let index = try files.text(of: "README.md")
        for event in catalog.events { #expect(index.contains("[`\(event.name)`](domains/")) }
        #expect(files.count { $0.path.hasPrefix("domains/") } == CatalogGuide(catalog).domains.count)
        let sessions = try files.text(of: "domains/sessions.md")
        #expect(sessions.contains("## `session_created`") && sessions.contains(".sessionCreated("))
        for file in files { #expect(GeneratedMark.docs.isOn(file.bytes)) }
    }

    @Test func `a name with two types is told apart in the list of properties`() throws {
        let glossary = try MarkdownDocumentation.render(
            catalog(
                """
                events:
                  a_b: { description: D., properties: { size: { type: int, description: How many. } } }
                  c_d: { description: D., properties: { size: { type: bytes, unit: B, description: How large. } } }
                  e_f: { description: D., properties: { size: { type: int, description: How many. } } }
                """)
        ).text(of: "glossary.md")
        #expect(
            glossary.contains(
                "| `size` | int |  | How many. | [`a_b`](domains/shop.md#a_b), [`e_f`](domains/shop.md#e_f) |"
            ))
        #expect(glossary.contains("|  | bytes |  | How large. | [`c_d`](domains/shop.md#c_d) |"))
    }

    @Test func `the inventory says how long the longest keeper keeps a property, if all of them say`() throws
    {
        func inventory(_ retention: String) throws -> String {
            let personal = "{ type: string, sensitivity: personal, handling: hash, description: Whose. }"
            return try MarkdownDocumentation.render(
                catalog(
                    """
                    \(retention)events:
                      a_b: { description: D., retention: 3650d, properties: { mine: \(personal), ours: \(personal) } }
                      c_d: { description: D., properties: { ours: \(personal), theirs: \(personal) } }
                      e_f: { description: D., retention: 1d, properties: { last: \(personal) } }
                    """)
            ).text(of: "personal-data.md")
        }
        let some = try inventory("")
        let all = try inventory("retention: { events: 90d }\n")
        #expect(some.contains("| Whose. | 3650 days | [`a_b`]"))
        #expect(some.contains("| Whose. |  | [`a_b`](domains/shop.md#a_b), [`c_d`]"))
        #expect(some.contains("| Whose. |  | [`c_d`]"))
        #expect(all.contains("| Whose. | 3650 days | [`a_b`](domains/shop.md#a_b), [`c_d`]"))
        #expect(all.contains("| Whose. | 90 days | [`c_d`]"))
        #expect(all.contains("| Whose. | 1 day | [`e_f`]"))
    }
}
