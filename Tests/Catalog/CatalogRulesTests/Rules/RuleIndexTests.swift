import CatalogModel
import Foundation
import TestSupport
import Testing
import YAMLLite

@testable import CatalogRules

/// The list of rules is written from the files of `Rules/`, with their number in the README.
///
/// After a rule was added or removed, write them anew with
///
///     SIGNALBOOK_RECORD_GOLDENS=1 swift test --filter RuleIndexTests
///
/// which fails, so that nothing is recorded by accident.
@Suite("The list of rules") struct RuleIndexTests {
    private static let folder = Repository.folder.appending(path: "Sources/Catalog/CatalogRules")
    private static let list = folder.appending(path: "Index/RuleIndex+LintRules.swift")
    private static let readme = Repository.folder.appending(path: "README.md")

    /// The types of the rules, ordered by the names of the rules.
    private static func types() throws -> [String] {
        let rules = folder.appending(path: "Rules").path(percentEncoded: false)
        let files = try FileManager.default.subpathsOfDirectory(atPath: rules)
        return files.filter { $0.hasSuffix(".swift") }
            .map { String($0.split(separator: "/").last?.dropLast(".swift".count) ?? "") }
            .sorted { $0.dropLast("Rule".count) < $1.dropLast("Rule".count) }
    }

    /// The file that lists them.
    private static func text(listing types: [String]) -> String {
        """
        // Written from the files of Rules/ by a test, do not edit: SIGNALBOOK_RECORD_GOLDENS=1 swift test --filter RuleIndexTests
        // swift-format-ignore-file

        extension RuleIndex {
            /// The rules that a catalog can set, by name: one for each file in `Rules/`.
            package static let lintRules: [any LintRule.Type] = [
        \(types.map { "        \($0).self,\n" }.joined())    ]
        }

        """
    }

    @Test func `has every file of the folder, and no other rule, as the README counts them`() throws {
        let types = try Self.types()
        let oldReadme = try String(contentsOf: Self.readme, encoding: .utf8)
        let files = [
            (Self.list, try String(contentsOf: Self.list, encoding: .utf8), Self.text(listing: types)),
            (Self.readme, oldReadme, oldReadme.replacing(/[0-9]+ rules/, with: "\(types.count) rules")),
        ]
        for (file, old, new) in files where old != new {
            if Goldens.areRecorded {
                try new.write(to: file, atomically: true, encoding: .utf8)
                Issue.record(
                    "recorded \(file.lastPathComponent); run again without SIGNALBOOK_RECORD_GOLDENS")
            } else {
                Issue.record(
                    """
                    \(file.lastPathComponent) is not what the files of Rules/ give; write it anew with \
                    SIGNALBOOK_RECORD_GOLDENS=1 swift test --filter RuleIndexTests
                    \(Goldens.difference(from: old, to: new))
                    """)
            }
        }
        #expect(oldReadme.contains(/[0-9]+ rules/))
    }

    @Test func `is in the order of names`() {
        let names = RuleIndex.lintRules.map { $0.definition.name }
        #expect(names == names.sorted())
    }

    @Test func `has every name once, in kebab case`() {
        let names = RuleIndex.all.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names {
            #expect(name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(name)")
        }
        #expect(names.count == RuleIndex.lintRules.count + CatalogRule.allCases.count + Rule.allCases.count)
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
