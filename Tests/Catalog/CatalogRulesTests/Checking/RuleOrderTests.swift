import CatalogModel
import Testing

@testable import CatalogRules

@Suite struct `The order in which rules are run` {
    private static let names = RuleIndex.lintRules.map { $0.definition.name }

    @Test(arguments: names) func `changes none of the findings about the rule's examples`(name: String) throws
    {
        let rule = try #require(RuleIndex.entry(named: name)?.definition)
        let today = RuleExample.today
        let checker = CatalogChecker(today: today)
        let reversed = CatalogChecker(RuleIndex.lintRules.reversed(), among: RuleIndex.known, today: today)
        for example in rule.examples {
            let sources = example.sources(for: rule)
            let found = checker.check(sources).diagnostics
            let foundInReverse = reversed.check(sources).diagnostics
            #expect(found.count == foundInReverse.count)
            #expect(Set(found) == Set(foundInReverse))
        }
    }
}
