import CatalogModel

/// One comparison under way: the two catalogs, what is looked up in them, and what was found so far.
struct Comparison {
    let old: Catalog
    let new: Catalog
    /// The changes in the order of finding; one of a group's property is there once, however many events have it.
    private(set) var changes: [CatalogChange] = []
    /// Where the changes of groups are among ``changes``.
    private var groupChanges: [GroupChange: Int] = [:]
    /// The names of the new catalog's events, and its tombstones by name.
    let newEvents: Set<String>
    let newTombstones: [String: Tombstone]
    /// The own properties of every group, by the group's name and their own, with a dot between.
    let oldGroupProperties: Set<String>
    let newGroupProperties: Set<String>

    /// What makes two changes of a group's property one.
    private struct GroupChange: Hashable {
        var id: String
        var old: SourceLocation?
        var new: SourceLocation?
    }

    /// A comparison that has found nothing yet.
    init(_ old: Catalog, _ new: Catalog) {
        self.old = old
        self.new = new
        newEvents = Set(new.events.map(\.name))
        newTombstones = Dictionary(new.removed.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        oldGroupProperties = Self.ownProperties(of: old.groups)
        newGroupProperties = Self.ownProperties(of: new.groups)
    }

    /// Compares the declarations of a kind.
    mutating func compareDeclarations(of kind: DeclarationKind) {
        switch kind {
        case .event: compareEvents()
        case .group: break  // What groups bring is compared with the events that include them.
        case .context: compareContexts()
        }
    }

    private static func ownProperties(of groups: [PropertyGroup]) -> Set<String> {
        var names = Set<String>()
        for group in groups {
            for property in group.properties where property.group == group.name {
                names.insert(group.name + ":" + property.name)
            }
        }
        return names
    }

    /// Notes a change.
    ///
    /// - Parameters:
    ///   - impacts: whom it breaks; empty: nobody.
    ///   - isExpected: whether nobody should be surprised: it was in development, or its removal is recorded. Privacy is never lost
    ///     as expected.
    mutating func note(
        _ kind: ChangeKind, _ scope: Scope, _ detail: String? = nil, impacts: Set<ChangeImpact>,
        _ explanation: String, isExpected: Bool = false
    ) {
        let breaks = !impacts.isEmpty
        let isMuted = (isExpected || scope.isInDevelopment) && !impacts.contains(.privacy)
        let bump: VersionBump
        if !breaks {
            bump = kind.isAddition ? .minor : .patch
        } else {
            bump = impacts == [.privacy] || scope.isInDevelopment ? .minor : .major
        }
        let change = CatalogChange(
            kind: kind, subject: scope.subject, detail: detail, impacts: breaks ? impacts.sorted() : [.safe],
            level: breaks ? (isMuted ? .notice : .breaking) : .safe, bump: bump, explanation: explanation,
            old: scope.old, new: scope.new, anchor: scope.new ?? scope.anchor, events: scope.events,
            owners: scope.owners)
        guard scope.isGroup else { return changes.append(change) }
        let key = GroupChange(id: change.id, old: change.old, new: change.new)
        if let index = groupChanges[key] {
            changes[index].merge(change)
        } else {
            groupChanges[key] = changes.count
            changes.append(change)
        }
    }
}

extension CatalogChange {
    /// Adds what the same change of a group does to another event.
    fileprivate mutating func merge(_ other: CatalogChange) {
        events += other.events
        owners += other.owners.filter { !owners.contains($0) }
        level = min(level, other.level)
        bump = max(bump, other.bump)
        impacts = Set(impacts + other.impacts).sorted()
        if impacts.count > 1 { impacts.removeAll { $0 == .safe } }
    }
}
