import CatalogModel
import Foundation
import TestSupport
import Testing
import YAMLLite

@testable import CatalogRules

@Suite struct `The list of rules` {
    @Test func `has every file of the folder, and no other rule`() throws {
        let folder = Repository.folder.appending(path: "Sources/Catalog/CatalogRules/Rules")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        let types = RuleIndex.lintRules.map { String(describing: $0) + ".swift" }
        #expect(files.sorted() == types.sorted())
    }

    @Test func `has every name once, in kebab case`() {
        let names = RuleIndex.all.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names {
            #expect(name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(name)")
        }
        #expect(names.count == RuleIndex.lintRules.count + CatalogRule.allCases.count + Rule.allCases.count)
    }

    @Test func `is as long as the documentation says`() throws {
        let readme = try String(contentsOf: Repository.folder.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains("\(RuleIndex.lintRules.count) rules"))
    }

    @Test func `knows retired names by what they are called now`() {
        for (retired, present) in RuleIndex.retired {
            #expect(!RuleIndex.all.contains { $0.name == retired })
            #expect(RuleIndex.entry(named: retired)?.name == present)
        }
    }

    @Test func `says of what every catalog must pass that it is an error and cannot be set`() {
        for entry in RuleIndex.all where entry.definition == nil {
            #expect(entry.level == .error)
            #expect(entry.summary.hasSuffix("."))
        }
    }
}
