import CatalogModel

extension Comparison {
    /// What a change of the catalog as a whole is about.
    private var catalogScope: Scope {
        Scope(
            subject: "catalog", old: old.location, new: new.location, anchor: new.location,
            owners: (old.owner ?? new.owner).map { [$0] } ?? [])
    }

    /// Compares what the headers say.
    mutating func compareCatalogs() {
        let scope = catalogScope
        if old.name != new.name {
            note(
                .catalogRenamed, scope, impacts: [.wire],
                "the catalog is called \(Quoted.text(new.name)), was \(Quoted.text(old.name)): every record says so"
            )
        }
        let (before, after) = (old.swift.access, new.swift.access)
        if after.reach < before.reach {
            note(
                .accessNarrowed, scope, impacts: [.source],
                "the generated Swift is \(after.rawValue), was \(before.rawValue): other modules cannot use it"
            )
        } else if after != before {
            note(
                .accessWidened, scope, impacts: [],
                "the generated Swift is \(after.rawValue), was \(before.rawValue)")
        }
        if old.swift.name != new.swift.name {
            note(
                .swiftNameChanged, scope, impacts: [.source],
                "the catalog's Swift type is \(Quoted.text(new.swift.catalogType)), was \(Quoted.text(old.swift.catalogType))"
            )
        }
        compareRetention(
            old.retention?.events, new.retention?.events, of: "what events record",
            (.defaultRetentionLengthened, .defaultRetentionShortened),
            Scope(
                subject: "catalog", old: old.retention?.location, new: new.retention?.location,
                anchor: new.location, owners: scope.owners))
        compareTexts(old.description, new.description, of: "the catalog", scope)
        compareOwners(old.owner, new.owner, of: "the catalog", scope)
    }

    /// Compares for how many days something is kept; nil, which promises no end, counts as the longest.
    ///
    /// - Parameter kinds: what it is called when it is longer, and when it is shorter.
    mutating func compareRetention(
        _ before: Int?, _ after: Int?, of what: String, _ kinds: (longer: ChangeKind, shorter: ChangeKind),
        _ scope: Scope
    ) {
        if before == after { return }
        let isLonger = (before ?? .max) < (after ?? .max)
        func shown(_ days: Int?) -> String { days.map(Retention.text) ?? "without a limit" }
        note(
            isLonger ? kinds.longer : kinds.shorter, scope, impacts: isLonger ? [.privacy] : [],
            "\(what) is kept \(after == nil ? "" : "for ")\(shown(after)), was \(shown(before))")
    }

    /// Compares descriptions.
    mutating func compareTexts(_ before: String?, _ after: String?, of what: String, _ scope: Scope) {
        if before == after { return }
        let verb = before == nil ? "is new" : after == nil ? "is gone" : "has other words"
        note(.descriptionChanged, scope, impacts: [], "the description of \(what) \(verb)")
    }

    /// Compares owners; both are told.
    mutating func compareOwners(_ before: String?, _ after: String?, of what: String, _ scope: Scope) {
        if before == after { return }
        var scope = scope
        scope.owners = [before, after].compactMap { $0 }
        note(
            .ownerChanged, scope, impacts: [],
            "the owner of \(what) is \(Self.shown(after)), was \(Self.shown(before))")
    }

    /// Compares deprecations.
    mutating func compareDeprecations(
        _ before: Deprecation?, _ after: Deprecation?, of what: String, _ scope: Scope
    ) {
        if before == after { return }
        guard let after else {
            return note(.deprecationRemoved, scope, impacts: [], "\(what) is not deprecated any more")
        }
        let advice = after.replacedBy.map { "; use \(Quoted.text($0))" } ?? ""
        if before == nil {
            note(.deprecationAdded, scope, impacts: [], "\(what) is deprecated\(advice)")
        } else {
            note(
                .deprecationChanged, scope, impacts: [],
                "the deprecation of \(what) says something else\(advice)")
        }
    }

    /// Compares the versions that brought something.
    mutating func compareSince(_ before: String?, _ after: String?, of what: String, _ scope: Scope) {
        if before == after { return }
        note(
            .sinceChanged, scope, impacts: [],
            "\(what) is there since \(Self.shown(after)), was since \(Self.shown(before))")
    }

    /// Compares the events that are gone for good.
    mutating func compareTombstones() {
        let events = Dictionary(new.events.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let oldEvents = Set(old.events.map(\.name))
        let oldRemoved = Set(old.removed.map(\.name))
        for tombstone in old.removed where newTombstones[tombstone.name] == nil {
            let what = "the event \(Quoted.text(tombstone.name))"
            var scope = Scope(subject: tombstone.name, old: tombstone.location, anchor: new.location)
            if let event = events[tombstone.name] {
                scope.new = event.location
                scope.events = [event.name]
                scope.owners = event.owner.map { [$0] } ?? []
                note(
                    .tombstoneReused, scope, impacts: [.meaning],
                    "\(what) was removed, and its name is used again: old records mean something else")
            } else {
                note(
                    .tombstoneRemoved, scope, impacts: [.meaning],
                    "nothing says any more that \(what) was removed: its name may be used again")
            }
        }
        for tombstone in new.removed
        where !oldRemoved.contains(tombstone.name) && !oldEvents.contains(tombstone.name) {
            let scope = Scope(subject: tombstone.name, new: tombstone.location, anchor: tombstone.location)
            note(
                .tombstoneAdded, scope, impacts: [],
                "the name \(Quoted.text(tombstone.name)) is kept from being used for an event")
        }
    }

    /// A value of the catalog as it is shown; `none` where there is none.
    static func shown(_ text: String?) -> String { text.map { Quoted.text($0) } ?? "none" }
}

extension SwiftSettings.Access {
    /// How many modules see it, as an order.
    fileprivate var reach: Int {
        switch self {
        case .internal: 0
        case .package: 1
        case .public: 2
        }
    }
}
