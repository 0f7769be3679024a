import CatalogModel
import DocumentTools
import SignalPattern
import Testing

@testable import CatalogDocuments

@Suite struct ExampleTests {
    private func entries(_ properties: String) throws -> (Catalog, [EventEntry]) {
        let fields = properties.split(separator: "\n").joined(separator: "\n  ")
        let catalog = try catalog("events: { e_happened: { description: D., properties: {\n  \(fields) } } }")
        return (catalog, CatalogGuide(catalog).events)
    }

    @Test func `a call has the labels and the types of the generated factory`() throws {
        let (_, entries) = try entries(
            """
            user_id: { type: string, description: D. }, default: { type: enum, values: [switch], description: D. },
            load_ms: { type: duration, unit: ms, description: D. }, age_days: { type: duration, unit: d, description: D. },
            size_mib: { type: bytes, unit: MiB, maximum: 5, description: D. }, at: { type: timestamp, description: D. },
            link: { type: url, description: D. }, from: { type: ip, description: D. }, tags: { type: list, items: string, max_items: 1, description: D. },
            gone: { type: int, required: false, deprecated: { reason: R. }, description: D. }, in: { type: bool, description: D. }
            """)
        var maker = ExampleMaker()
        #expect(
            ExampleCall.text(of: entries[0], &maker) == """
                Telemetry.track(
                    .eHappened(
                        userID: "user-42",
                        default: .`switch`,
                        load: .milliseconds(45),
                        age: .seconds(30 * 86_400),
                        size: .mebibytes(5),
                        at: .now,
                        link: URL(string: "https://example.com/docs")!,
                        from: "203.0.113.7",
                        tags: ["first"],
                        in: true))
                """)
    }

    @Test func `a short call stands on one line`() throws {
        let (_, entries) = try entries("count: { type: int, minimum: 7, description: D. }")
        var maker = ExampleMaker()
        #expect(ExampleCall.text(of: entries[0], &maker) == "Telemetry.track(.eHappened(count: 7))")
    }

    @Test func `a record shows values as they leave the calling function`() throws {
        let (catalog, entries) = try entries(
            """
            a: { type: string, handling: redact, description: D. }, b: { type: string, handling: drop, description: D. },
            c: { type: string, handling: mask, example: ada@example.com, description: D. },
            d: { type: string, handling: truncate, max_length: 3, example: abcdef, description: D. },
            e: { type: ip, handling: truncate, description: D. }, f: { type: ip, description: D. },
            g: { type: list, items: int, description: D. }, h: { type: bytes, unit: kB, description: D. }, i: { type: double, example: 2, description: D. }
            """)
        var maker = ExampleMaker()
        let record = ExampleRecord.value(of: entries[0], in: catalog, &maker)
        #expect(record["a"] == "[redacted]")
        #expect(record["b"] == nil)
        #expect(record["c"] == "********.com")
        #expect(record["d"] == "abc")
        #expect(record["e"] == "203.0.113.0")
        guard case .string(let hash) = record["f"] else { return #expect(record["f"] != nil) }
        #expect(hash.wholeMatch(of: /default:[0-9a-f]{32}/) != nil)
        #expect(record["g"] == [3])
        #expect(record["h"] == .double(2048))
        #expect(record["i"] == .double(2))
    }

    @Test(arguments: [
        "[0-9a-f]{16,128}", "/[A-Za-z0-9/{}._*:-]{0,127}", "(cat|dog)+", "v\\d+\\.\\d+", "[^a-z]{3}", "a?",
        "\\w{2}-\\s",
    ])
    func `a value made for a pattern matches it`(pattern: String) throws {
        let parsed = try Pattern(parsing: pattern)
        let value = try #require(parsed.example())
        #expect(parsed.matches(value) && !value.isEmpty)
    }

    @Test func `a pattern whose values are longer than wanted has no example`() throws {
        #expect(try Pattern(parsing: "[a-z]{20}").example(maximumLength: 10) == nil)
        #expect(try Pattern(parsing: "[a-z]{2,20}").example(maximumLength: 2)?.count == 2)
    }
}
