import CatalogModel
import SignalVocabulary

extension Comparison {
    /// Compares the properties of an event, those of its groups included.
    mutating func compareProperties(_ before: Event, _ after: Event, _ event: Scope) {
        let pairs = Pairs(before.properties, after.properties)
        for property in pairs.removed { noteRemoved(property, of: after, event) }
        for (before, after) in pairs.kept {
            // The same group's property was compared with the first event that has it, but for whom it breaks.
            let scope = scope(of: after, replacing: before, in: event)
            let what = Self.describe(after, scope, event)
            compareNames(before, after, what, scope)
            compareRequirement(before, after, what, scope)
            compare(before, after, what, scope)
        }
        for property in pairs.added { noteAdded(property, of: after, event) }
        let order = Self.order(pairs.kept.map { ($0.old, $0.new) }, before.properties, after.properties)
        if let order {
            note(
                .parameterOrderChanged, event, impacts: [.source],
                "the parameters of the event \(Quoted.text(after.name)) have another order: \(order)")
        }
    }

    // MARK: what a property's change is about

    private func scope(of property: Property, replacing before: Property, in event: Scope) -> Scope {
        let group = property.group == before.group ? property.group : nil
        return scope(property.name, of: group, in: event, before.location, property.location)
    }

    /// The scope of a group's property, which other events may have too, or else of the event's.
    private func scope(
        _ name: String, of group: String?, in event: Scope, _ old: SourceLocation?, _ new: SourceLocation?
    ) -> Scope {
        var scope = event
        scope.subject = (group.map { "groups." + $0 } ?? event.subject) + "." + name
        scope.old = old
        scope.new = new
        scope.isGroup = group != nil
        return scope
    }

    private static func describe(_ property: Property, _ scope: Scope, _ event: Scope) -> String {
        Quoted.text(property.name) + " of "
            + (scope.isGroup ? "the group \(Quoted.text(property.group ?? ""))" : Quoted.text(event.subject))
    }

    private mutating func noteRemoved(_ property: Property, of event: Event, _ parent: Scope) {
        // It is the group's doing if the group has it no more; otherwise the event does not include the group any more.
        var group = property.group
        if let name = group, newGroupProperties.contains(name + ":" + property.name) { group = nil }
        var scope = scope(property.name, of: group, in: parent, property.location, nil)
        let isRecorded = event.removed.first { $0.name == property.name }
        if let isRecorded { scope.anchor = isRecorded.location }
        var text = "\(Self.describe(property, scope, parent)) is gone"
        let other = property.deprecation?.replacedBy.flatMap { name in
            event.properties.first { $0.name == name }
        }
        if let other { text += ", and \(Quoted.text(other.name)) replaces it" }
        if isRecorded != nil { text += "; its removal is recorded" }
        note(
            other == nil ? .propertyRemoved : .propertyRenamed, scope, impacts: [.source, .wire], text,
            isExpected: isRecorded != nil)
    }

    private mutating func noteAdded(_ property: Property, of event: Event, _ parent: Scope) {
        var group = property.group
        if let name = group, oldGroupProperties.contains(name + ":" + property.name) { group = nil }
        let scope = scope(property.name, of: group, in: parent, nil, property.location)
        var impacts: Set<ChangeImpact> = []
        var text = "\(Self.describe(property, scope, parent)) is new"
        if property.isRequired {
            impacts.insert(.source)
            text += " and required: every call has to give it"
        }
        if property.sensitivity.isPersonal {
            impacts.insert(.privacy)
            text += property.isRequired ? "; it is " : " and "
            text += property.sensitivity.rawValue
            if let handling = property.handling { text += " (\(handling.rawValue))" }
        }
        note(.propertyAdded, scope, impacts: impacts, text)
    }

    // MARK: what properties of events alone have

    private mutating func compareNames(_ before: Property, _ after: Property, _ what: String, _ scope: Scope)
    {
        guard before.name != after.name else { return }
        let isSame = SwiftNames.memberName(of: before) == SwiftNames.memberName(of: after)
        note(
            .propertyRenamed, scope, impacts: isSame ? [.wire] : [.source, .wire],
            "\(what) was called \(Quoted.text(before.name))")
    }

    private mutating func compareRequirement(
        _ before: Property, _ after: Property, _ what: String, _ scope: Scope
    ) {
        if !before.isRequired, after.isRequired {
            note(
                .requirementAdded, scope, impacts: [.source],
                "\(what) is required: calls that left it out have to give it")
        } else if before.isRequired, !after.isRequired {
            note(
                .requirementRemoved, scope, impacts: [.source, .wire],
                "\(what) may be left out: receivers may miss it, and Swift reads an optional")
        }
    }

    /// How the parameters that both versions have are ordered now, if that is different; nil: it is not.
    ///
    /// Deprecated optional properties stand apart: they have a function of their own.
    static func order(
        _ kept: [(old: Property, new: Property)], _ old: [Property], _ new: [Property]
    ) -> String? {
        let isInOrder =
            kept.count < 2 || (old.count == new.count && zip(old, new).allSatisfy { $0.name == $1.name })
        if isInOrder { return nil }
        let isRetired: (Property) -> Bool = { !$0.isRequired && $0.deprecation != nil }
        var names: [String: String] = [:]
        for (old, new) in kept where !isRetired(old) && !isRetired(new) { names[old.name] = new.name }
        let before = old.compactMap { names[$0.name] }
        let remaining = Set(before)
        let after = new.map(\.name).filter(remaining.contains)
        guard before != after else { return nil }
        return after.prefix(8).map { Quoted.text($0) }.joined(separator: ", ")
            + (after.count > 8 ? ", …" : "")
    }
}
