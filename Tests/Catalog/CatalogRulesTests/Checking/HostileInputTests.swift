import CatalogModel
import Testing
import TestSupport

@testable import CatalogRules

/// A catalog with something for most rules to look at.
private let seeds = [
    """
    catalog: {name: shop, version: 1.2.0, rules: {missing-since: warning, event-name: {minimum_words: 2}, unit-repeated: off}}
    context:
      user_id: {type: string, default: anonymous, sensitivity: personal, handling: hash, description: U.}
      region: {type: enum, values: [eu, us, no], description: R.}
    groups:
      failure:
        suppress: {unused-group: Later.}
        error_type: {type: string, description: The error's class.}
        error_message: {type: string, description: What went wrong #12.}
    """,
    """
    events:
      order_placed:
        description: An order was placed.
        expires: 2027-01-05
        suppress: {event-name: TODO, missing-owner: It is so.}
        properties:
          item_count: {type: int, minimum: 0o1, maximum: 1e3, example: 0, description: How many.}
          total: {type: double, unit: EUR, description: What it costs.}
          took_ms: {type: duration, unit: s, description: How long.}
          tags: {type: list, items: string, max_items: 8, required: false, description: Tags.}
          slot: {type: enum, values: [{value: 10:30, name: early}, {value: 2027-01-01, name: day}], description: When.}
      orders_placed: {description: Order placed., deprecated: {since: 9.0.0}, severity: error, sample_rate: 0.5}
      payment_failed: {description: tbd, include: [failure]}
    removed:
      order_made: {since: 1.0.0}
    """,
]

@Suite struct `Any bytes as a catalog` {
    @Test func `are checked and fixed without a trap, and what was readable stays so`() {
        var random = SeededGenerator(seed: 2027)
        let pieces = [
            "{", "}", "[", "]", ": ", ",", "\n", "  ", "'", "\"", "- ", "~", "null", "no", "1e3", "#", " # ",
            "&a ", "*a",
            "|\n", "suppress: {event-name: x}", "rules: {a: off}", "include: [failure]", "properties:",
            "\u{1F600}", "\\",
            "\t", "1️⃣", "description:", "9999-12-31", "0000-01-01", "unit: ms", "type: list", "\r\n",
            "\u{FEFF}",
        ].map { Array($0.utf8) }
        let checker = CatalogChecker(today: Day("2027-01-01"))
        var rules: Set<String> = []
        for _ in 0..<LongTests.count(300, long: 3_000) {
            var sources = seeds.enumerated().map { CatalogSource(path: "\($0).yaml", text: $1) }
            for _ in 0...random.next(below: 3) {
                let file = random.next(below: sources.count)
                random.mutate(&sources[file].bytes, with: pieces)
            }
            let before = checker.check(sources)
            for diagnostic in before.diagnostics {
                rules.insert(diagnostic.rule)
                #expect(RuleIndex.entry(named: diagnostic.rule) != nil)
                guard let fix = diagnostic.fix else { continue }
                let size = sources.first { $0.path == fix.path }?.bytes.count ?? -1
                #expect(fix.range.upperBound <= size)
            }
            let outcome = CatalogFixer.fix(sources, with: checker)
            if before.catalog != nil { #expect(outcome.result.catalog != nil) }
            let wasReadable = !before.diagnostics.contains { $0.rule.hasPrefix("yaml-") }
            let isReadable = !outcome.result.diagnostics.contains { $0.rule.hasPrefix("yaml-") }
            #expect(!wasReadable || isReadable)
        }
        // The mutations leave enough standing for the rules to have been run.
        #expect(rules.count > LongTests.count(25, long: 35))
    }

    @Test func `that are noise are refused in bounded time`() {
        var random = SeededGenerator(seed: 7)
        for length in [0, 1, 2, 3, 17, 256, 4_096, 65_536] {
            let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next(below: 256)) }
            let result = CatalogChecker().check([CatalogSource(path: "noise.yaml", bytes: bytes)])
            #expect(result.catalog == nil)
            #expect(!result.diagnostics.isEmpty)
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func `that are made to cost time are checked to the end`()
        async throws
    {
        // Names that differ in one letter each, a thousand suppressions of rules that do not exist, long descriptions of fillers.
        var text = "catalog: {name: a, version: 1.0.0}\nevents:\n"
        for index in 0..<3_000 {
            let letters = String(repeating: "a", count: index % 100)
            text +=
                "  domain_\(letters)b\(String(index, radix: 36))_done: {description: \(String(repeating: "the ", count: 20)), "
            text +=
                "suppress: {no-rule-\(index): the a of}, properties: {p\(letters)q\(index): {type: string, description: a}}}\n"
        }
        let source = CatalogSource(path: "a.yaml", text: text)
        let rules = try await onThread { Set(CatalogChecker().check([source]).diagnostics.map(\.rule)) }
        #expect(rules.contains("unknown-rule"))
    }
}
