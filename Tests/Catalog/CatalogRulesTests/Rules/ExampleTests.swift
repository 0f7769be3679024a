import CatalogModel
import Testing

@testable import CatalogRules

@Suite struct `The examples of every rule` {
    private static let names = RuleIndex.all.compactMap { $0.definition?.name }

    /// What is found in an example on the day of the examples.
    private func check(_ example: RuleExample, of rule: RuleDefinition) -> [Diagnostic] {
        CatalogChecker(today: RuleExample.today).check(example.sources(for: rule)).diagnostics
    }

    @Test(arguments: names)
    func `are found fit or unfit exactly as they say`(name: String) throws {
        let rule = try #require(RuleIndex.entry(named: name)?.definition)
        #expect(rule.examples.contains { $0.marks.isEmpty }, "no valid example")
        #expect(rule.examples.contains { !$0.marks.isEmpty }, "no invalid example")
        for example in rule.examples {
            let diagnostics = check(example, of: rule)
            let printed = DiagnosticPrinter(showing: example.sources(for: rule)).print(diagnostics)
            let places = diagnostics.filter { $0.rule == name }.compactMap { diagnostic in
                diagnostic.location.map { RuleExample.Mark(line: $0.line, column: $0.column) }
            }
            #expect(places == example.marks, "\(printed)")
            // An example is a catalog: nothing that every catalog must pass is wrong with it.
            #expect(
                diagnostics.allSatisfy { RuleIndex.entry(named: $0.rule)?.definition != nil }, "\(printed)")
        }
    }

    @Test(arguments: names)
    func `bring a fix if and only if the rule has fixes`(name: String) throws {
        let rule = try #require(RuleIndex.entry(named: name)?.definition)
        let findings = rule.examples.flatMap { check($0, of: rule) }.filter { $0.rule == name }
        #expect(findings.contains { $0.fix != nil } == rule.isFixable)
    }

    @Test(arguments: names)
    func `have nothing left to fix when the fixes are applied`(name: String) throws {
        let rule = try #require(RuleIndex.entry(named: name)?.definition)
        let checker = CatalogChecker(today: RuleExample.today)
        for example in rule.examples {
            let outcome = CatalogFixer.fix(example.sources(for: rule), with: checker)
            let left = outcome.result.diagnostics.filter { $0.rule == name && $0.fix != nil }
            #expect(left.isEmpty)
            #expect(outcome.refused.isEmpty)
            #expect(outcome.result.catalog != nil)
        }
    }

    @Test(arguments: names)
    func `stand beside a level, a summary and a reason in whole sentences`(name: String) throws {
        let rule = try #require(RuleIndex.entry(named: name)?.definition)
        for text in [rule.summary, rule.why] + rule.settings.map(\.summary) {
            #expect(text.hasSuffix(".") || text.hasSuffix(")."), "\(text)")
        }
        #expect(!rule.summary.contains("\n"))
        #expect(rule.settings.allSatisfy { $0.complaint(about: $0.defaultValue) == nil })
    }
}
