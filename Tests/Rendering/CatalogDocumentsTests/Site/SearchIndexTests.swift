import Foundation
import Testing

@testable import CatalogDocuments

@Suite struct SearchIndexTests {
    @Test func `the index holds what is searched and what is filtered by`() throws {
        let guide = CatalogGuide(
            try catalog(
                """
                events:
                  order_placed:
                    description: "A customer ordered </script>."
                    owner: sales
                    stability: development
                    properties:
                      via: { type: enum, values: [web, app], description: How. }
                      surname: { type: string, sensitivity: secret, handling: drop, description: Whose. }
                  order_sent:
                    description: It went out.
                    properties: { via: { type: enum, values: [web, app], description: How. } }
                """))
        let script = String(decoding: SearchIndex.script(of: guide), as: UTF8.self)
        let start = try #require(script.firstIndex(of: "{")), end = try #require(script.lastIndex(of: "}"))
        let index = try #require(
            try JSONSerialization.jsonObject(with: Data(script[start...end].utf8)) as? [String: Any])
        #expect(index["domains"] as? [[String]] == [["Shop", "domains/shop.html"]])
        #expect(index["owners"] as? [String] == ["sales"])
        let events = try #require(index["events"] as? [[Any]])
        #expect(events.map { $0[0] as? String } == ["order_placed", "order_sent"])
        #expect(events[0][1] as? String == "A customer ordered </script>.")
        #expect(events.map { $0[3] as? Int } == [0, -1])
        #expect(events.map { $0[4] as? String } == ["secret", "none"])
        #expect(events.map { $0[5] as? [String] } == [["in development"], ["stable"]])
        #expect(events.map { $0[6] as? [Int] } == [[0, 1], [0]])
        let properties = try #require(index["properties"] as? [[Any]])
        #expect(properties.map { $0[0] as? String } == ["via", "surname"])
        #expect(properties[0][1] as? [String] == ["web", "app"])
    }
}
