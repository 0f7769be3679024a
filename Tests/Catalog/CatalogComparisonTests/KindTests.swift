import CatalogModel
import Testing

@testable import CatalogComparison

/// Every kind of change, by two texts and all that the second has otherwise than the first.
@Suite struct `Kinds of changes` {
    /// Two catalogs and their changes.
    struct Example: Sendable, CustomTestStringConvertible {
        var name: String
        var old: String
        var new: String
        var lines: [String]
        var testDescription: String { name }

        init(_ name: String, _ old: String, _ new: String, _ lines: String...) {
            (self.name, self.old, self.new, self.lines) = (name, old, new, lines)
        }
    }

    private static let one = "n: { type: int, description: N. }"
    private static let two = "m: { type: int, description: M. }"
    private static func header(_ keys: String) -> String {
        "catalog: {name: shop, version: 1.0.0, \(keys)}\n"
    }
    private static func property(_ keys: String, name: String = "p") -> String {
        event("\(name): { description: P., \(keys) }")
    }
    private static func context(_ keys: String, name: String = "p") -> String {
        "context:\n  \(name): { description: P., \(keys) }\n"
    }
    private static func values(_ values: String, isOpen: Bool = false) -> String {
        property("type: enum, values: [\(values)]\(isOpen ? ", open: true" : "")")
    }

    static let catalogs: [Example] = [
        Example(
            "another catalog", "catalog: {name: a, version: 1.0.0}\n", "catalog: {name: b, version: 2.0.0}\n",
            "breaking wire: catalog-renamed catalog"),
        Example(
            "a lower version", "catalog: {name: a, version: 1.0.0}\n", "catalog: {name: a, version: 0.9.0}\n",
            "breaking meaning: version-lowered catalog"),
        Example(
            "a version that stays", "catalog: {name: a, version: 1.0.0}\n",
            "catalog: {name: a, version: 1.0.0}\nevents: {e: {description: E.}}\n",
            "notice meaning: version-too-low catalog", "safe safe: event-added e"),
        Example(
            "narrower access", header("swift: {access: public}"),
            "catalog: {name: shop, version: 2.0.0, swift: {access: package}}\n",
            "breaking source: access-narrowed catalog"),
        Example(
            "wider access", header("swift: {access: package}"),
            "catalog: {name: shop, version: 2.0.0, swift: {access: public}}\n",
            "safe safe: access-widened catalog"),
        Example(
            "another Swift name of the catalog", header("swift: {access: public}"),
            "catalog: {name: shop, version: 2.0.0, swift: {access: public, name: ShopCatalog}}\n",
            "breaking source: swift-name-changed catalog"),
        Example(
            "another owner and other words of the catalog",
            header("owner: a, description: One.") + event(),
            "catalog: {name: shop, version: 2.0.0, owner: b, description: Two.}\n" + event(),
            "safe safe: description-changed catalog", "safe safe: owner-changed catalog"),
        Example(
            "everything kept for longer", "retention: { events: 30d }\n" + event(),
            "retention: { events: 90d }\n" + event(), "breaking privacy: default-retention-lengthened catalog"
        ),
        Example(
            "everything kept without an end", "retention: { events: 30d }\n" + event(), event(),
            "breaking privacy: default-retention-lengthened catalog"),
        Example(
            "everything kept for less long", event(), "retention: { events: 90d }\n" + event(),
            "safe safe: default-retention-shortened catalog"),
        Example(
            "everything kept for longer, and an event of that name too",
            "retention: { events: 30d }\nevents: { retention: { description: R., retention: 10d } }\n",
            "retention: { events: 90d }\nevents: { retention: { description: R., retention: 20d } }\n",
            "breaking privacy: default-retention-lengthened catalog",
            "breaking privacy: retention-lengthened retention"),
    ]

    static let events: [Example] = [
        Example("an event that is gone", event(), "", "breaking source+wire: event-removed e"),
        Example(
            "an event that is gone as it should", event(), "removed: { e: { reason: Unused. } }\n",
            "notice source+wire: event-removed e"),
        Example(
            "an event in development that is gone", event(keys: "stability: development"), "",
            "notice source+wire: event-removed e"),
        Example("an event that is new", "", event(), "safe safe: event-added e"),
        Example(
            "an event with personal data that is new", "",
            event("mail: { type: string, description: M., sensitivity: personal, handling: hash }"),
            "breaking privacy: event-added e"),
        Example(
            "an event that says what it was called", "events: { old: { description: E. } }\n",
            "events: { e: { description: E., renamed_from: old } }\n", "breaking source+wire: event-renamed e"
        ),
        Example(
            "an event that said what replaces it",
            "events: { old: { description: E., deprecated: { replaced_by: e } }, e: { description: E. } }\n",
            "events: { e: { description: E. } }\n", "breaking source+wire: event-renamed old"),
        Example(
            "an event with another name and the same one in Swift", "events: { old: { description: E. } }\n",
            "events: { e: { description: E., renamed_from: old, swift_name: old } }\n",
            "breaking wire: event-renamed e"),
        Example(
            "another Swift name of an event", event(), event(keys: "swift_name: other"),
            "breaking source: swift-name-changed e"),
        Example(
            "another severity", event(), event(keys: "severity: error"), "breaking wire: severity-changed e"),
        Example(
            "fewer samples", event(), event(keys: "sample_rate: 0.5"), "breaking wire: sample-rate-lowered e"),
        Example(
            "more samples", event(keys: "sample_rate: 0.5"), event(), "safe safe: sample-rate-raised e"),
        Example(
            "an event kept for longer", event(keys: "retention: 30d"), event(keys: "retention: 31d"),
            "breaking privacy: retention-lengthened e"),
        Example(
            "an event kept for less long than all others", "retention: { events: 90d }\n" + event(),
            "retention: { events: 90d }\n" + event(keys: "retention: 30d"),
            "safe safe: retention-shortened e"),
        Example(
            "an event that goes back into development", event(), event(keys: "stability: development"),
            "breaking wire: stability-lowered e"),
        Example(
            "an event that is done", event(keys: "stability: development"), event(),
            "safe safe: stability-raised e"),
        Example(
            "another order of properties", event(one, two), event(two, one),
            "breaking source: parameter-order-changed e"),
        Example(
            "a group in place of own properties", "groups: { g: { \(one) } }\n" + event(one, two),
            "groups: { g: { \(one) } }\n" + event(two, keys: "include: [g]"), "safe safe: groups-changed e"),
        Example(
            "another day", event(keys: "expires: 2027-01-01"), event(keys: "expires: 2028-01-01"),
            "safe safe: expiry-changed e"),
        Example(
            "a deprecation", event(), event(keys: "deprecated: { reason: Old. }"),
            "safe safe: deprecation-added e"),
        Example(
            "another deprecation", event(keys: "deprecated: { reason: Old. }"),
            event(keys: "deprecated: { reason: Unused. }"), "safe safe: deprecation-changed e"),
        Example(
            "no deprecation any more", event(keys: "deprecated: { reason: Old. }"), event(),
            "safe safe: deprecation-removed e"),
        Example("another owner", event(), event(keys: "owner: billing"), "safe safe: owner-changed e"),
        Example(
            "other words", event(), event().replacing("Something", with: "It"),
            "safe safe: description-changed e"),
        Example(
            "another origin", event(keys: "since: 0.1.0"), event(keys: "since: 0.2.0"),
            "safe safe: since-changed e"),
        Example(
            "other pages about it", event(), event(keys: "links: [\"https://example.org/a\"]"),
            "safe safe: links-changed e"),
        Example(
            "other tags", event(keys: "tags: [a]"), event(keys: "tags: [a, b]"), "safe safe: tags-changed e"),
    ]

    static let tombstones: [Example] = [
        Example("a name that is kept", "", "removed: { e: }\n", "safe safe: tombstone-added e"),
        Example(
            "a name that is not kept any more", "removed: { e: }\n", "",
            "breaking meaning: tombstone-removed e"),
        Example(
            "a name that is used again", "removed: { e: }\n", event(), "breaking meaning: tombstone-reused e",
            "safe safe: event-added e"),
        Example(
            "a property's name that is kept", event(), event(keys: "removed: { n: }"),
            "safe safe: tombstone-added e.n"),
        Example(
            "a property's name that is not kept any more", event(keys: "removed: { n: }"), event(),
            "breaking meaning: tombstone-removed e.n"),
        Example(
            "a property's name that is used again", event(keys: "removed: { n: }"),
            event("n: { type: int, description: N., required: false }"),
            "breaking meaning: tombstone-reused e.n", "safe safe: property-added e.n"),
        Example(
            "a property that is gone as it should", event(one), event(keys: "removed: { n: }"),
            "notice source+wire: property-removed e.n"),
    ]

    static let properties: [Example] = [
        Example("a property that is gone", event(one), event(), "breaking source+wire: property-removed e.n"),
        Example(
            "a property in development that is gone", event(one, keys: "stability: development"),
            event(keys: "stability: development"), "notice source+wire: property-removed e.n"),
        Example(
            "a required property that is new", event(), event(one), "breaking source: property-added e.n"),
        Example(
            "an optional property that is new", event(), property("type: int, required: false"),
            "safe safe: property-added e.p"),
        Example(
            "a personal property that is new", event(),
            property("type: string, required: false, sensitivity: personal, handling: hash"),
            "breaking privacy: property-added e.p"),
        Example(
            "a personal property that is new in development", event(keys: "stability: development"),
            property("type: string, required: false, sensitivity: secret, handling: drop")
                .replacing("description: S", with: "stability: development\n    description: S"),
            "breaking privacy: property-added e.p"),
        Example(
            "a property that says what it was called", property("type: int", name: "a"),
            property("type: int, renamed_from: a", name: "b"), "breaking source+wire: property-renamed e.b"),
        Example(
            "a property that said what replaces it",
            event(
                "a: { type: int, description: P., deprecated: { replaced_by: b } }",
                "b: { type: int, description: P., required: false }"),
            event("b: { type: int, description: P., required: false }"),
            "breaking source+wire: property-renamed e.a"),
        Example(
            "a property with another name and the same one in Swift",
            property("type: duration, unit: ms", name: "time"),
            property("type: duration, unit: ms, renamed_from: time", name: "time_ms"),
            "breaking wire: property-renamed e.time_ms"),
        Example(
            "another Swift name of a property", property("type: int"), property("type: int, swift_name: q"),
            "breaking source: swift-name-changed e.p"),
        Example(
            "a property that must be given", property("type: int, required: false"), property("type: int"),
            "breaking source: requirement-added e.p"),
        Example(
            "a property that may be left out", property("type: int"), property("type: int, required: false"),
            "breaking source+wire: requirement-removed e.p"),
        Example(
            "another example", property("type: int, example: 1"), property("type: int, example: 2"),
            "safe safe: example-changed e.p"),
        Example(
            "other words and another origin of a property", property("type: int, since: 0.1.0"),
            property("type: int, since: 0.2.0").replacing("P.", with: "Q."),
            "safe safe: description-changed e.p", "safe safe: since-changed e.p"),
        Example(
            "a property of a group that two events have",
            "groups: { g: { a: { type: int, description: A. }, b: { type: int, description: B. } } }\n"
                + "events:\n  d: { description: D., include: [g], owner: x }\n  e: { description: E., include: [g] }\n",
            "groups: { g: { a: { type: double, description: A. } } }\n"
                + "events:\n  d: { description: D., include: [g], owner: x }\n  e: { description: E., include: [g] }\n",
            "breaking source+wire: property-removed groups.g.b",
            "breaking source+wire: type-changed groups.g.a"),
        Example(
            "an event that leaves a group",
            "groups: { g: { \(one) } }\nevents:\n  d: { description: D., include: [g] }\n"
                + "  e: { description: E., include: [g] }\n",
            "groups: { g: { \(one) } }\nevents:\n  d: { description: D., include: [g] }\n  e: { description: E. }\n",
            "breaking source+wire: property-removed e.n", "safe safe: groups-changed e"),
    ]

    static let types: [Example] = [
        Example(
            "int to double", property("type: int"), property("type: double"),
            "breaking source+wire: type-changed e.p"),
        Example(
            "string to ip", property("type: string"), property("type: ip"),
            "breaking meaning: type-changed e.p"),
        Example(
            "string to uuid", property("type: string"), property("type: uuid"),
            "breaking source: type-changed e.p"),
        Example(
            "text to string", property("type: text"), property("type: string"),
            "breaking privacy: type-changed e.p"),
        Example(
            "url to text", property("type: url"), property("type: text"),
            "breaking source+privacy: type-changed e.p"),
        Example(
            "closed enumeration to string", values("a"), property("type: string"),
            "breaking source+wire: type-changed e.p"),
        Example(
            "list of texts to list of strings", property("type: list, items: text"),
            property("type: list, items: string"), "breaking privacy: type-changed e.p"),
        Example(
            "another unit of a duration", property("type: duration, unit: ms"),
            property("type: duration, unit: s"), "breaking wire+meaning: unit-changed e.p"),
        Example(
            "another unit of a duration whose name says it",
            property("type: duration, unit: ms", name: "time_ms"),
            property("type: duration, unit: s", name: "time_ms"),
            "breaking source+wire+meaning: unit-changed e.time_ms"),
        Example(
            "another unit of a size", property("type: bytes, unit: B"), property("type: bytes, unit: KiB"),
            "breaking wire+meaning: unit-changed e.p"),
        Example(
            "another unit of a number", property("type: double, unit: percent"),
            property("type: double, unit: ratio"), "breaking meaning: unit-changed e.p"),
        Example(
            "a unit where there was none", property("type: double"), property("type: double, unit: percent"),
            "safe safe: unit-changed e.p"),
    ]

    static let constraints: [Example] = [
        Example(
            "narrower bounds", property("type: int, minimum: 0, maximum: 9"),
            property("type: int, minimum: 1, maximum: 8"), "breaking wire: constraint-narrowed e.p minimum",
            "breaking wire: constraint-narrowed e.p maximum"),
        Example(
            "wider bounds", property("type: int, minimum: 0, maximum: 9"), property("type: int, maximum: 10"),
            "breaking wire: constraint-widened e.p minimum", "breaking wire: constraint-widened e.p maximum"),
        Example(
            "bounds written differently", property("type: double, minimum: 1, maximum: 9.0"),
            property("type: double, minimum: 1.0, maximum: 9")),
        Example(
            "the bound that durations have anyhow", property("type: duration, unit: ms"),
            property("type: duration, unit: ms, minimum: 0")),
        Example(
            "shorter strings", property("type: string"), property("type: string, max_length: 64"),
            "breaking wire: constraint-narrowed e.p max_length"),
        Example(
            "the length that strings have anyhow", property("type: string"),
            property("type: string, max_length: 1024")),
        Example(
            "a first length of a text, which has none by itself", property("type: text"),
            property("type: text, max_length: 4096"),
            "breaking wire: constraint-narrowed e.p max_length"),
        Example(
            "a first length of texts in a list", property("type: list, items: text"),
            property("type: list, items: text, max_length: 1024"),
            "breaking wire: constraint-narrowed e.p max_length"),
        Example(
            "no length of a text any more", property("type: text, max_length: 1024"), property("type: text"),
            "breaking wire: constraint-widened e.p max_length"),
        Example(
            "the length that truncated texts have anyhow", property("type: text, handling: truncate"),
            property("type: text, handling: truncate, max_length: 1024")),
        Example(
            "longer beginnings of what is cut",
            property("type: string, handling: truncate, max_length: 4"),
            property("type: string, handling: truncate, max_length: 8"),
            "breaking wire+privacy: constraint-widened e.p max_length"),
        Example(
            "longer lists", property("type: list, items: int"),
            property("type: list, items: int, max_items: 256"),
            "breaking wire: constraint-widened e.p max_items"),
        Example(
            "a pattern", property("type: string"), property("type: string, pattern: '[a-z]+'"),
            "breaking wire: constraint-narrowed e.p pattern"),
        Example(
            "no pattern any more", property("type: string, pattern: '[a-z]+'"), property("type: string"),
            "breaking wire: constraint-widened e.p pattern"),
        Example(
            "another pattern", property("type: string, pattern: '[a-z]+'"),
            property("type: string, pattern: '[0-9]+'"), "breaking wire: pattern-changed e.p"),
    ]

    static let enumerations: [Example] = [
        Example(
            "an enumeration that is open", values("a"), values("a", isOpen: true),
            "breaking source+wire: enum-opened e.p"),
        Example(
            "an enumeration that is closed", values("a", isOpen: true), values("a"),
            "breaking source: enum-closed e.p"),
        Example("values in another order", values("a, b"), values("b, a")),
        Example(
            "a value that is gone", values("a, b"), values("a"),
            "breaking source+wire: enum-value-removed e.p b"),
        Example(
            "a value that is new", values("a"), values("a, b"), "breaking source+wire: enum-value-added e.p b"
        ),
        Example(
            "a value that is new in an open list", values("a", isOpen: true), values("a, b", isOpen: true),
            "safe safe: enum-value-added e.p b"),
        Example(
            "a value that is written differently", values("a"), values("{ value: b, renamed_from: a }"),
            "breaking source+wire: enum-value-renamed e.p b"),
        Example(
            "a value that is written differently on the wire alone", values("a"),
            values("{ value: b, name: a, renamed_from: a }"), "breaking wire: enum-value-renamed e.p b"),
        Example(
            "another Swift name of a value", values("a"), values("{ value: a, name: first }"),
            "breaking source: swift-name-changed e.p a"),
        Example(
            "other words of a value", values("{ value: a, description: One. }"),
            values("{ value: a, description: Two. }"), "safe safe: description-changed e.p a"),
        Example(
            "a value that stands for what another one did",
            values("{ value: a, description: One. }, { value: b, description: Two. }"),
            values("{ value: a, description: Two. }, { value: b, description: Three. }"),
            "breaking meaning: enum-value-reused e.p a", "safe safe: description-changed e.p a",
            "safe safe: description-changed e.p b"),
        Example(
            "a Swift name that sends another value", values("{ value: a, name: x }"),
            values("{ value: b, name: x }"),
            "breaking meaning: enum-value-reused e.p b", "breaking source+wire: enum-value-added e.p b",
            "breaking source+wire: enum-value-removed e.p a"),
        Example(
            "an enumeration that leaves its group",
            "groups: { g: { p: { type: enum, values: [a], description: P. } } }\n"
                + event(keys: "include: [g]"),
            property("type: enum, values: [a]"), "breaking source: enum-type-moved e.p",
            "safe safe: groups-changed e"),
    ]

    static let privacy: [Example] = [
        Example(
            "a weaker handling", property("type: string, handling: redact"),
            property("type: string, handling: hash"), "breaking wire+privacy: handling-weakened e.p"),
        Example(
            "no handling", property("type: string, handling: mask"), property("type: string"),
            "breaking wire+privacy: handling-weakened e.p"),
        Example(
            "a stronger handling", property("type: string, handling: truncate, max_length: 4"),
            property("type: string, handling: mask, max_length: 4"),
            "breaking wire: handling-strengthened e.p"),
        Example(
            "less private", property("type: string, handling: hash, sensitivity: personal"),
            property("type: string, handling: hash"), "breaking privacy: sensitivity-lowered e.p"),
        Example(
            "more private", property("type: string, sensitivity: public"), property("type: string"),
            "safe safe: sensitivity-raised e.p"),
    ]

    static let contexts: [Example] = [
        Example(
            "a context property that is gone", context("type: string"), "",
            "breaking source+wire: context-property-removed context.p"),
        Example(
            "a context property that is new", "", context("type: string"),
            "safe safe: context-property-added context.p"),
        Example(
            "a personal context property that is new", "",
            context("type: string, sensitivity: personal, handling: hash"),
            "breaking privacy: context-property-added context.p"),
        Example(
            "a context property with another name", context("type: string", name: "a"),
            context("type: string, renamed_from: a", name: "b"),
            "breaking source+wire: context-property-renamed context.b"),
        Example(
            "a context property that said what replaces it",
            "context:\n  a: { type: string, description: P., deprecated: { replaced_by: b } }\n"
                + "  b: { type: string, description: P. }\n",
            context("type: string", name: "b"), "breaking source+wire: context-property-renamed context.a"),
        Example(
            "another default", context("type: string, default: a"), context("type: string, default: b"),
            "breaking meaning: default-changed context.p"),
        Example(
            "another role", context("type: string, role: user"), context("type: string, role: session"),
            "breaking wire: role-changed context.p"),
        Example(
            "another variable", context("type: string, variable: A"), context("type: string, variable: B"),
            "breaking wire: variable-changed context.p"),
        Example(
            "a variable where there was none", context("type: string"), context("type: string, variable: A"),
            "safe safe: variable-changed context.p"),
        Example(
            "another type in the context", context("type: string"), context("type: int"),
            "breaking source+wire: type-changed context.p"),
        Example(
            "another order in the context", "context:\n  \(one)\n  \(two)\n",
            "context:\n  \(two)\n  \(one)\n",
            "breaking source: parameter-order-changed context"),
    ]

    static let all =
        catalogs + events + tombstones + properties + types + constraints + enumerations + privacy + contexts

    @Test(arguments: all)
    func `a change is told as what it is, and nothing else is`(example: Example) throws {
        let found = try difference(example.old, example.new).changes
        #expect(found.map(\.line).sorted() == example.lines.sorted())
        for change in found {
            #expect(change.impacts == [.safe] ? change.level == .safe : !change.impacts.contains(.safe))
            #expect(!change.explanation.hasSuffix("."))
            #expect(change.old != nil || change.new != nil)
        }
    }

    @Test func `every kind has an example`() {
        let told = Set(Self.all.flatMap(\.lines).map { $0.split(separator: " ")[2] })
        for kind in ChangeKind.allCases {
            #expect(told.contains(kind.rawValue[...]), "no example of \(kind.rawValue)")
        }
    }

    @Test func `no two kinds have one sentence`() {
        #expect(Set(ChangeKind.allCases.map(\.summary)).count == ChangeKind.allCases.count)
    }

    @Test(arguments: all)
    func `a change made back is told as the opposite`(example: Example) throws {
        let isOwn: (CatalogChange) -> Bool = { $0.kind != .versionLowered && $0.kind != .versionTooLow }
        let forth = try difference(example.old, example.new).changes.filter(isOwn)
        let back = try difference(example.new, example.old).changes.filter(isOwn)
        #expect(forth.isEmpty == back.isEmpty)
        // What is a rename, or a name used again, is not made back by one change.
        guard forth.allSatisfy({ $0.kind.opposite != nil }), back.allSatisfy({ $0.kind.opposite != nil })
        else {
            return
        }
        #expect(Self.count(forth.compactMap(\.kind.opposite)) == Self.count(back.map(\.kind)))
    }

    private static func count(_ kinds: [ChangeKind]) -> [ChangeKind: Int] {
        Dictionary(kinds.map { ($0, 1) }, uniquingKeysWith: +)
    }

    @Test(arguments: all)
    func `a catalog does not differ from itself`(example: Example) throws {
        for text in [example.old, example.new] {
            let one = try catalog(text)
            #expect(CatalogComparer.compare(one, with: try catalog(text, path: "other.yaml")).changes.isEmpty)
        }
    }
}
