import CatalogModel
import Testing

@testable import CatalogRules

/// Checks a catalog of one file, to which a header with these rules is added.
private func check(_ rules: String, _ text: String, today: Day? = nil) -> CheckResult {
    CatalogChecker(today: today).check([
        CatalogSource(
            path: "header.yaml", text: "catalog: { name: a, version: 1.0.0, owner: o, rules: { \(rules) } }"),
        CatalogSource(path: "a.yaml", text: text),
    ])
}

private let order = "events: { order: { description: A customer did something. } }"

@Suite struct `Levels and settings` {
    @Test func `a rule is as serious as the catalog takes it`() {
        #expect(check("", order).diagnostics.map(\.severity) == [.warning])
        #expect(check("event-name: error", order).diagnostics.map(\.severity) == [.error])
        #expect(check("event-name: { level: error }", order).diagnostics.map(\.severity) == [.error])
        #expect(check("event-name: off", order).diagnostics.isEmpty)
        #expect(check("event-name: { level: off }", order).diagnostics.isEmpty)
    }

    @Test func `a rule's error leaves the catalog its meaning`() {
        #expect(check("event-name: error", order).catalog != nil)
    }

    @Test func `settings change what a rule finds`() {
        #expect(check("event-name: { minimum_words: 1 }", order).diagnostics.isEmpty)
        let placed = "events: { order_placed: { description: A customer placed an order. } }"
        #expect(check("event-name: { domains: [shop] }", placed).diagnostics.map(\.rule) == ["event-name"])
        #expect(
            check("event-name: { domains: [order, shop], actions: [placed] }", placed).diagnostics.isEmpty)
        #expect(check("event-name: { actions: [sent] }", placed).diagnostics.map(\.rule) == ["event-name"])
        #expect(check("event-name: { pattern: 'shop[.][a-z_]+' }", placed).diagnostics.count == 1)
    }

    @Test func `a setting that is not understood is reported, and the default holds`() {
        for (setting, text) in [
            ("minimum_words: 99", "1 through 16"), ("minimum_words: two", "whole number"),
            ("pattern: '('", "no pattern"), ("pattern: 3", "a pattern"), ("domains: shop", "list of texts"),
            ("minimum_word: 1", "did you mean \"minimum_words\"?"), ("nonsense: 1", "expected \"level\""),
        ] {
            let diagnostics = check("event-name: { \(setting) }", order).diagnostics
            #expect(Set(diagnostics.map(\.rule)) == ["invalid-setting", "event-name"], "\(setting)")
            let finding = diagnostics.first { $0.rule == "invalid-setting" }
            let words = [finding?.message, finding?.hint].compactMap { $0 }.joined(separator: " ")
            #expect(words.contains(text), "\(setting)")
        }
    }

    @Test func `a retired name still sets its rule`() {
        let text =
            "events: { a_b: { description: It was made., properties: { x_ms: { type: duration, unit: ms, description: How long. } } } }"
        #expect(
            check("unit-in-name: error", text).diagnostics.map(\.rule).sorted() == [
                "retired-rule", "unit-repeated",
            ])
    }

    @Test func `what every catalog must pass cannot be switched off`() {
        let text = "events: { order_placed: { description: A customer placed an order., severity: bad } }"
        #expect(check("invalid-value: off", text).diagnostics.map(\.rule) == ["invalid-value", "fixed-rule"])
        let fine = "events: { order_placed: { description: A customer placed an order. } }"
        #expect(check("invalid-value: off", fine).diagnostics.map(\.rule) == ["fixed-rule"])
        #expect(check("yaml-tag: off", fine).diagnostics.map(\.rule) == ["fixed-rule"])
    }
}

@Suite struct `Dates` {
    private let text =
        "events: { order_placed: { description: A customer placed an order., expires: 2020-01-01 } }"

    @Test func `nothing is said about dates when nobody says which day it is`() {
        let result = check("", text)
        #expect(result.diagnostics.isEmpty)
        #expect(result.needingDate == ["expired", "expires-soon"])
    }

    @Test func `no date is missed where nothing expires`() {
        #expect(
            check("", "events: { order_placed: { description: A customer placed an order. } }").needingDate
                .isEmpty)
        #expect(check("expired: off, expires-soon: off", text).needingDate.isEmpty)
    }

    @Test func `an approval that may have ended is not judged without a day`() {
        let source = CatalogSource(
            path: "a.yaml",
            text: """
                catalog:
                  name: a
                  version: 1.0.0
                  approvals: [{ change: event-removed a, until: 2026-12-31, reason: tbd }]
                """)
        let undated = CatalogChecker().check([source])
        #expect(undated.needingDate == ["expired-approval"])
        #expect(undated.diagnostics.map(\.rule) == ["placeholder-reason"])
        let last = CatalogChecker(today: Day("2026-12-31")).check([source])
        #expect(last.diagnostics.map(\.rule) == ["placeholder-reason"])
    }

    @Test func `a suppression of a rule that could not be run is let be`() {
        let suppressed = text.replacing(
            "expires:", with: "suppress: { expired: It is kept for the auditors. }, expires:")
        #expect(check("", suppressed).diagnostics.isEmpty)
        #expect(check("", suppressed, today: Day("2027-01-01")).diagnostics.isEmpty)
        #expect(
            check("", suppressed, today: Day("2019-01-01")).diagnostics.map(\.rule) == ["unused-suppression"])
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1970-01-02", 1), ("1969-12-31", -1), ("2000-02-29", 11_016),
        ("2000-03-01", 11_017),
        ("2026-02-05", 20_489), ("0000-01-01", -719_528), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
    func `days are counted as the calendar does`(text: String, number: Int) throws {
        #expect(try #require(Day(text)).number == number)
    }

    @Test(arguments: ["2026-02-29", "2026-2-5", "today", "", "2026-13-01", "20260205"])
    func `what is no day is none`(text: String) {
        #expect(Day(text) == nil)
    }
}

@Suite struct `A catalog with errors` {
    @Test func `is still looked at for what its text may mean to others`() {
        let result = check(
            "",
            "events: { order: { description: A customer did something., severity: bad, properties: { on: { type: 1e3 } } } }"
        )
        #expect(result.catalog == nil)
        let rules = Set(result.diagnostics.map(\.rule))
        #expect(rules.isSuperset(of: ["invalid-value", "ambiguous-word", "ambiguous-number"]))
        #expect(!rules.contains("event-name"))
    }

    @Test func `keeps the levels and suppressions that could be read`() {
        let text = """
            events:
              order: { description: A customer did something., severity: bad }
              other_done:
                description: A customer did something else.
                suppress: { ambiguous-word: Every reader of ours knows YAML 1.2. }
                properties: { country: { type: enum, values: [no, se], description: Where it goes. } }
            """
        #expect(check("", text).diagnostics.map(\.rule) == ["invalid-value"])
        let unsuppressed = text.replacing(
            "suppress: { ambiguous-word: Every reader of ours knows YAML 1.2. }", with: "")
        #expect(check("", unsuppressed).diagnostics.map(\.rule) == ["invalid-value", "ambiguous-word"])
        #expect(check("ambiguous-word: off", unsuppressed).diagnostics.map(\.rule) == ["invalid-value"])
    }
}
