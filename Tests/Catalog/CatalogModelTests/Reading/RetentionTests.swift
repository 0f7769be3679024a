import Testing

@testable import CatalogModel

/// For how long signals are kept.
@Suite struct RetentionTests {
    @Test func `an event is kept as long as it says, or else as long as the catalog says`() throws {
        let source = """
            retention: {events: 90d}
            events:
              a: {description: D., retention: 3650d}
              b: {description: D.}
            """
        let catalog = try #require(expect(source).catalog)
        #expect(catalog.retention?.events == 90)
        #expect(catalog.events.map(\.retentionDays) == [3650, nil])
        #expect(catalog.events.map(catalog.retentionDays) == [3650, 90])
    }

    @Test func `a catalog may say nothing of it`() throws {
        let catalog = try #require(expect("events: {b: {description: D.}}").catalog)
        #expect(catalog.retention == nil)
        #expect(catalog.events.map(catalog.retentionDays) == [nil])
    }

    @Test func `what is no number of days is refused`() {
        expect(
            """
            retention: {events: 1️⃣90}
            events:
              a: {description: D., retention: 2️⃣0d}
              b: {description: D., retention: 3️⃣36501d}
              c: {description: D., retention: 4️⃣three months}
              d: {description: D., retention: 5️⃣"007d"}
              e: {description: D., retention: 6️⃣99999999999999999999d}
              f: {description: D., retention: 36500d}
              g: {description: D., retention: 7️⃣~}
            """,
            Finding("1️⃣", .wrongType, "write ninety days as 90d"),
            Finding("2️⃣", .invalidValue, "1d through 36500d"),
            Finding("3️⃣", .invalidValue), Finding("4️⃣", .wrongType), Finding("5️⃣", .wrongType),
            Finding("6️⃣", .wrongType), Finding("7️⃣", .wrongType))
    }

    @Test func `there is one retention, of signals that there are`() {
        expect(
            [
                "a.yaml":
                    "catalog: {name: c, version: 1.0.0}\n1️⃣retention: {events: 1d, 2️⃣event: 2d, 3️⃣spans: 3d}",
                "b.yaml": "4️⃣retention: {events: 1d}",
            ],
            Finding("2️⃣", .unknownKey, replacement: "events"), Finding("3️⃣", .unsupportedSection),
            Finding("4️⃣", .duplicateRetention, notes: ["1️⃣"]))
    }
}
