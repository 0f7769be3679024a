import CatalogModel
import Testing

@testable import CatalogComparison

@Suite struct `Versions of catalogs` {
    @Test func `versions have the order that the specification gives as its example`() throws {
        let texts = [
            "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
            "1.0.0-beta.11", "1.0.0-beta.99999999999999999999", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0",
            "1.10.0",
            "2.0.0",
        ]
        let versions = try texts.map { try #require(SemanticVersion($0)) }
        for (index, version) in versions.enumerated() {
            #expect(version.text == texts[index])
            for (other, second) in versions.enumerated() { #expect((version < second) == (index < other)) }
        }
        #expect(SemanticVersion("1.0.0+a") == SemanticVersion("1.0.0+b"))
        #expect(SemanticVersion("1.0") == nil)
    }

    /// What the change of an event to another asks for.
    private static let none = "events: { e: { description: E. } }"
    private static let words = "events: { e: { description: Other. } }"
    private static let addition = "events: { e: { description: E. }, f: { description: F. } }"
    private static let breaking = "events: { e: { description: E., severity: error } }"
    private static let removal = "removed: { e: }"
    private static let personal =
        "events: { e: { description: E., properties: { m: { type: string, required: false, "
        + "sensitivity: personal, handling: hash, description: M. } } } }"

    @Test(arguments: [
        ("1.2.3", none, "1.2.3"), ("1.2.3", words, "1.2.4"), ("1.2.3", addition, "1.3.0"),
        ("1.2.3", breaking, "2.0.0"), ("1.2.3", removal, "2.0.0"), ("1.2.3", personal, "1.3.0"),
        ("0.2.3", words, "0.2.4"), ("0.2.3", addition, "0.2.4"), ("0.2.3", breaking, "0.3.0"),
        ("2.0.0-rc.1", breaking, "2.0.0"), ("1.2.3+build", words, "1.2.4"),
    ])
    func `the suggested version is raised as far as the gravest change asks`(
        version: String, new: String, suggestion: String
    ) throws {
        let old = try catalog(Self.none, version: version)
        let found = CatalogComparer.compare(old, with: try catalog(new, version: "9.0.0"))
        #expect(found.suggestedVersion == suggestion)
        #expect(!found.isVersionTooLow)
    }

    @Test(arguments: [
        ("1.2.3", "1.3.0", breaking, true), ("1.2.3", "2.0.0", breaking, false),
        ("1.2.3", "2.0.0-beta.1", breaking, false), ("1.2.3", "1.2.3", words, true),
        ("1.2.3", "1.2.3", none, false), ("1.2.3", "1.2.2", none, true),
        ("2.0.0-rc.1", "2.0.0-rc.1", breaking, true), ("2.0.0-rc.1", "2.0.0-rc.2", breaking, false),
    ])
    func `a version that is not raised far enough is told`(
        before: String, after: String, new: String, isTooLow: Bool
    ) throws {
        let found = CatalogComparer.compare(
            try catalog(Self.none, version: before), with: try catalog(new, version: after))
        #expect(found.isVersionTooLow == isTooLow)
    }

    @Test func `an approved break asks for a major version all the same`() throws {
        let old = try catalog("catalog: { name: a, version: 1.0.0 }\n" + Self.none)
        let new = try catalog(
            "catalog:\n  name: a\n  version: 1.1.0\n  approvals:\n"
                + "    - { change: severity-changed e, until: 2027-01-01, reason: Agreed. }\n" + Self.breaking
        )
        let found = CatalogComparer.compare(old, with: new, today: "2026-12-01")
        #expect(found.suggestedVersion == "2.0.0")
        #expect(found.isVersionTooLow)
        #expect(found.passes)
    }
}
