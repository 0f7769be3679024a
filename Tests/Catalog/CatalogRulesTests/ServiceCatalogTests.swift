import CatalogModel
import Testing

@testable import CatalogRules

@Suite struct `The catalog of the service` {
    @Test func `passes every rule, with a day and without`() throws {
        let sources = try serviceCatalog()
        for today in [nil, Day("2026-02-05")] {
            let result = CatalogChecker(today: today).check(sources)
            #expect(DiagnosticPrinter(showing: sources).print(result.diagnostics) == "")
        }
    }
}
