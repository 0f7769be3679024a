import CatalogModel

extension Comparison {
    /// Compares what every event carries.
    mutating func compareContexts() {
        if old.context.isEmpty, new.context.isEmpty { return }
        let owners = contextOwners()
        let pairs = Pairs(old.context, new.context)
        let anchor = new.contextLocation ?? new.location
        for item in pairs.removed {
            let other = item.property.deprecation?.replacedBy.flatMap { name in
                new.context.first { $0.name == name }
            }
            let scope = Scope(
                subject: "context." + item.name, old: item.property.location, anchor: anchor, owners: owners)
            note(
                other == nil ? .contextPropertyRemoved : .contextPropertyRenamed, scope,
                impacts: [.source, .wire],
                "\(Self.contextName(item)) is gone from every event"
                    + (other.map { ", and \(Quoted.text($0.name)) replaces it" } ?? ""))
        }
        for (before, after) in pairs.kept {
            let scope = Scope(
                subject: "context." + after.name, old: before.property.location, new: after.property.location,
                anchor: anchor, owners: owners)
            compare(before, after, scope)
        }
        for item in pairs.added {
            let isPersonal = item.property.sensitivity.isPersonal
            note(
                .contextPropertyAdded,
                Scope(
                    subject: "context." + item.name, new: item.property.location, anchor: anchor,
                    owners: owners),
                impacts: isPersonal ? [.privacy] : [],
                "\(Self.contextName(item)) is new on every event\(isPersonal ? ", and personal" : "")")
        }
        let order = Self.order(
            pairs.kept.map { ($0.old.property, $0.new.property) }, old.context.map(\.property),
            new.context.map(\.property))
        if let order {
            let scope = Scope(
                subject: "context", old: old.contextLocation, new: new.contextLocation, anchor: anchor,
                owners: owners)
            note(
                .parameterOrderChanged, scope, impacts: [.source],
                "the parameters that open a scope have another order: \(order)")
        }
    }

    private static func contextName(_ item: ContextProperty) -> String {
        "the context property \(Quoted.text(item.name))"
    }

    /// Everybody who answers for an event, for every event has the context.
    private func contextOwners() -> [String] {
        var owners = Set(old.events.compactMap(\.owner))
        if owners.isEmpty, let owner = old.owner ?? new.owner { owners = [owner] }
        return owners.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func compare(_ before: ContextProperty, _ after: ContextProperty, _ scope: Scope) {
        let what = Self.contextName(after)
        if before.name != after.name {
            let isSame =
                SwiftNames.memberName(of: before.property) == SwiftNames.memberName(of: after.property)
            note(
                .contextPropertyRenamed, scope, impacts: isSame ? [.wire] : [.source, .wire],
                "the context property \(Quoted.text(before.name)) is called \(Quoted.text(after.name))")
        }
        compare(before.property, after.property, what, scope)
        if before.defaultValue != after.defaultValue {
            note(
                .defaultChanged, scope, impacts: [.meaning],
                "\(what) is \(Self.shown(after.defaultValue)) where nothing sets it, "
                    + "was \(Self.shown(before.defaultValue))")
        }
        if before.role != after.role {
            note(
                .roleChanged, scope, impacts: [.wire],
                "the role of \(what) is \(after.role?.rawValue ?? "none"), was \(before.role?.rawValue ?? "none"): "
                    + "sampling and receivers tie together other records")
        }
        if before.variable != after.variable {
            note(
                .variableChanged, scope, impacts: before.variable == nil ? [] : [.wire],
                "\(what) is taken from the variable \(Self.shown(after.variable)), was \(Self.shown(before.variable))"
                    + (before.variable == nil ? "" : ": deployments that set that one lose the value"))
        }
    }
}
