import Testing
import TestSupport

@testable import CatalogModel

/// A catalog in three files that uses most of the language.
private let files = [
    CatalogSource(
        path: "schema/base.yaml",
        text: """
            catalog: {name: shop, version: 1.2.0, owner: core}
            context:
              user_id: {type: string, role: user, default: anonymous, sensitivity: personal, handling: hash, description: U.}
              region: {type: enum, values: [eu, us], variable: REGION, description: R.}
            groups:
              error_details:
                error_type: { type: string, description: The error's class., max_length: 64 }
                error_message: { type: text, description: What went wrong., max_length: 512 }
            """),
    CatalogSource(
        path: "schema/orders.yaml",
        text: """
            events:
              order_placed:
                description: An order was placed.
                severity: info
                properties:
                  items:    { type: int, minimum: 1, maximum: 100, description: How many. }
                  total:    { type: double, unit: EUR, description: What it costs. }
                  took_ms:  { type: duration, unit: ms, description: How long. }
                  tags:     { type: list, items: string, max_items: 8, required: false, description: Tags. }
              order_failed:
                description: |
                  An order failed.
                severity: error
                include: [error_details, timing]
            """),
    CatalogSource(
        path: "schema/timing.yaml",
        text: """
            groups:
              timing:
                attempt: {type: int, description: Which try.}
                wait: {type: duration, unit: s, description: "How long\\u0020it waited."}
            removed:
              order_made: {since: 1.0.0, reason: 'It''s gone.'}
            """),
]

@Suite struct `Loading` {
    @Test func `the order of the files makes no difference`() throws {
        let expected = CatalogLoader.load(files)
        try #require(expected.catalog != nil)
        #expect(expected.diagnostics.isEmpty)
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let result = CatalogLoader.load(order.map { files[$0] })
            #expect("\(result)" == "\(expected)")
        }
    }

    @Test func `the order of the files makes no difference to errors`() {
        let broken = [
            CatalogSource(path: "a.yaml", text: "events: {e: {}, f: {descriptoin: x}}\nmetrics: {}"),
            CatalogSource(
                path: "b.yaml", text: "events: {e: {description: D.}, g: {description: D., include: [x]}}"),
            CatalogSource(
                path: "c.yaml",
                text: "context: {e: {type: int}}\ngroups: {g: {include: [h]}, h: {include: [g]}}"),
        ]
        let expected = CatalogLoader.load(broken).diagnostics
        #expect(expected.count == 9)
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            #expect(CatalogLoader.load(order.map { broken[$0] }).diagnostics == expected)
        }
    }

    @Test func `all errors of all files are reported at once, in the order of files and lines`() {
        let result = expect(
            [
                "z.yaml": "events:\n  1️⃣zed: {}\n  2️⃣zed two: {description: D.}",
                "a.yaml": """
                events:
                  a:
                    description: D.
                    severity: 3️⃣lowd
                    properties:
                      p: {type: 4️⃣nope, description: D.}
                      q: {type: int, minimum: 2, maximum: 5️⃣1, description: D.}
                6️⃣spans: {}
                """.replacing("minimum: 2", with: "minimum: 7️⃣2"),
            ],
            Finding("1️⃣", .missingKey), Finding("2️⃣", .invalidName), Finding("3️⃣", .invalidValue),
            Finding("4️⃣", .invalidValue), Finding("5️⃣", .constraintContradiction, notes: ["7️⃣"]),
            Finding("6️⃣", .unsupportedSection))
        #expect(
            result.diagnostics.map { $0.location?.path } == Array(repeating: "a.yaml", count: 4) + [
                "z.yaml", "z.yaml",
            ])
        #expect(result.diagnostics.map { $0.location?.line } == [4, 6, 7, 8, 2, 3])
    }

    @Test func `a catalog in JSON is a catalog`() throws {
        let result = CatalogLoader.load([
            CatalogSource(
                path: "a.json",
                text: """
                    {"catalog": {"name": "j", "version": "1.0.0"},
                     "events": {"e": {"description": "D.", "properties": {"p": {"type": "int", "description": "P."}}}}}
                    """)
        ])
        #expect(result.diagnostics.isEmpty)
        #expect(result.catalog?.events.first?.properties.first?.type == .int)
    }

    @Test func `a catalog that is changed at random never makes it trap`() {
        var random = SeededGenerator(seed: 2026)
        let pieces = [
            "{", "}", "[", "]", ": ", ",", "\n", "  ", "'", "\"", "- ", "include: [error_details]", "~",
            "null", "99999999999999999999",
            "-1", ".nan", "type: list", "\u{1F600}", "\\", "&a ", "*a", "|\n", "swift_name: x", "properties:",
            "\t", "#",
            "timing:", "a-b", "description:",
        ].map { Array($0.utf8) }
        var failures = 0
        for _ in 0..<1_000 {
            var sources = files
            for _ in 0...random.next(below: 3) {
                let file = random.next(below: sources.count)
                random.mutate(&sources[file].bytes, with: pieces)
            }
            let result = CatalogLoader.load(sources)
            if result.catalog == nil { failures += 1 }
            #expect((result.catalog == nil) == result.diagnostics.containError)
            // Printing takes any place, too.
            let printed = DiagnosticPrinter(showing: sources).print(result.diagnostics)
            #expect(printed.isEmpty == result.diagnostics.isEmpty)
        }
        #expect(failures > 300)
    }
}
