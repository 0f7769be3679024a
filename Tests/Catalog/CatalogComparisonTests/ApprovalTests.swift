import CatalogModel
import Testing

@testable import CatalogComparison

@Suite struct `Approvals of changes` {
    private static let old = event("n: { type: int, description: N. }", "m: { type: int, description: M. }")

    /// What differs when `n` is gone and `m` is another type, with these approvals in the header.
    private func approving(_ approvals: String..., today: String? = "2026-06-15") throws -> CatalogDifference
    {
        let header =
            "catalog:\n  name: shop\n  version: 2.0.0\n  owner: core\n  approvals:\n"
            + approvals.map { "    - { \($0) }\n" }.joined()
        return CatalogComparer.compare(
            try catalog(Self.old), with: try catalog(header + event("m: { type: bool, description: M. }")),
            today: today)
    }

    @Test func `an approval lets the one break pass that it names`() throws {
        let found = try approving("change: property-removed e.n, until: 2026-06-15, reason: Unused.")
        #expect(found.changes.map(\.isBlocking) == [false, true])
        #expect(found.changes.map(\.approval?.reason) == ["Unused.", nil])
        #expect(!found.passes)
        #expect(found.findings.isEmpty)
    }

    @Test func `a comparison passes when all breaks are approved`() throws {
        let found = try approving(
            "change: property-removed e.n, until: 2026-07-01, reason: Unused.",
            "change: type-changed e.m, until: 2026-07-01, reason: Agreed.")
        #expect(found.passes)
        #expect(found.findings.isEmpty)
    }

    @Test func `an approval that has ended lets nothing pass and is told`() throws {
        let found = try approving("change: property-removed e.n, until: 2026-06-14, reason: Unused.")
        #expect(found.changes.map(\.isBlocking) == [true, true])
        #expect(found.findings.map(\.rule) == ["approval-expired"])
        #expect(found.findings.map(\.severity) == [.warning])
        #expect(found.findings.map(\.location?.line) == [6])
    }

    @Test func `without a day no approval ends, which is told`() throws {
        let found = try approving(
            "change: property-removed e.n, until: 2000-01-01, reason: Unused.", today: nil)
        #expect(found.changes.map(\.isBlocking) == [false, true])
        #expect(found.findings.map(\.rule) == ["approval-not-dated"])
        #expect(found.findings.map(\.severity) == [.note])
    }

    @Test(arguments: [
        ("property-remove e.n", "did you mean \"property-removed e.n\"?"),
        ("property-removed e.k", "did you mean \"property-removed e.n\"?"),
        ("event-removed k", "remove the approval"), ("nonsense", "remove the approval"),
    ])
    func `an approval of nothing is told, with what may be meant`(change: String, hint: String) throws {
        let found = try approving("change: \(change), until: 2027-01-01, reason: Unused.")
        #expect(found.findings.map(\.rule) == ["approval-unused"])
        #expect(found.findings.map(\.hint) == [hint])
        #expect(!found.passes)
    }

    @Test func `an approval of what breaks nothing is told`() throws {
        let header =
            "catalog: {name: shop, version: 2.0.0, approvals: [{change: description-changed e, "
            + "until: 2027-01-01, reason: R.}]}\n"
        let found = CatalogComparer.compare(
            try catalog(event()),
            with: try catalog(header + event().replacing("Something", with: "It")), today: "2026-01-01")
        #expect(found.findings.map(\.rule) == ["approval-unused"])
    }

    @Test func `an approval of two changes at once approves neither`() throws {
        let old =
            "events:\n  a: { description: A., properties: { b.c: { type: int, description: C. } } }\n"
            + "  a.b: { description: B., properties: { c: { type: int, description: C. } } }\n"
        let header =
            "catalog: {name: shop, version: 2.0.0, approvals: [{change: type-changed a.b.c, "
            + "until: 2027-01-01, reason: R.}]}\n"
        let found = CatalogComparer.compare(
            try catalog(old), with: try catalog(header + old.replacing("int", with: "bool")),
            today: "2026-01-01")
        #expect(found.findings.map(\.rule) == ["approval-ambiguous"])
        #expect(found.changes.filter(\.isBlocking).map(\.id) == ["type-changed a.b.c", "type-changed a.b.c"])
    }
}
