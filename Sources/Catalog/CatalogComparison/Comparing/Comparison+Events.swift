import CatalogModel
import SignalVocabulary

extension Comparison {
    /// Compares all events.
    mutating func compareEvents() {
        // By name, so that the order of events and of files says nothing.
        let pairs = Pairs(Self.sorted(old.events), Self.sorted(new.events))
        for event in pairs.removed { noteRemoved(event) }
        for (before, after) in pairs.kept { compare(before, after) }
        for event in pairs.added { noteAdded(event) }
    }

    private static func sorted(_ events: [Event]) -> [Event] {
        events.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private mutating func noteRemoved(_ event: Event) {
        let isRecorded = newTombstones[event.name]
        let other = event.deprecation?.replacedBy.flatMap { newEvents.contains($0) ? $0 : nil }
        var text = "the event \(Quoted.text(event.name)) is gone"
        if let other { text += ", and \(Quoted.text(other)) replaces it" }
        if isRecorded != nil { text += "; its removal is recorded" }
        let scope = Scope(
            subject: event.name, old: event.location, anchor: isRecorded?.location ?? new.location,
            events: [event.name], owners: event.owner.map { [$0] } ?? [],
            isInDevelopment: event.stability == .development)
        note(
            other == nil ? .eventRemoved : .eventRenamed, scope, impacts: [.source, .wire], text,
            isExpected: isRecorded != nil)
    }

    private mutating func noteAdded(_ event: Event) {
        let personal = event.properties.filter { $0.sensitivity.isPersonal }
        var text = "the event \(Quoted.text(event.name)) is new"
        if !personal.isEmpty {
            let names = personal.map { property in
                Quoted.text(property.name) + (property.handling.map { " (\($0.rawValue))" } ?? "")
            }
            text += " and carries personal data: " + names.joined(separator: ", ")
        }
        let scope = Scope(
            subject: event.name, new: event.location, anchor: event.location, events: [event.name],
            owners: event.owner.map { [$0] } ?? [])
        note(.eventAdded, scope, impacts: personal.isEmpty ? [] : [.privacy], text)
    }

    private mutating func compare(_ before: Event, _ after: Event) {
        let what = "the event \(Quoted.text(after.name))"
        let owners = (before.owner ?? after.owner).map { [$0] } ?? []
        let scope = Scope(
            subject: after.name, old: before.location, new: after.location, anchor: after.location,
            events: [after.name], owners: owners, isInDevelopment: before.stability == .development)
        compareNames(before, after, scope)
        compareDelivery(before, after, what, scope)
        compareDeprecations(before.deprecation, after.deprecation, of: what, scope)
        // An owner that comes from the header is told once, with the header.
        if before.owner != old.owner || after.owner != new.owner {
            compareOwners(before.owner, after.owner, of: what, scope)
        }
        if before.description != after.description {
            compareTexts(before.description, after.description, of: what, scope)
        }
        compareSince(before.since, after.since, of: what, scope)
        if before.expires != after.expires {
            note(
                .expiryChanged, scope, impacts: [],
                "\(what) expires \(Self.shown(after.expires)), was \(Self.shown(before.expires))")
        }
        if before.includes != after.includes {
            note(
                .groupsChanged, scope, impacts: [],
                "\(what) includes \(Self.list(after.includes)), was \(Self.list(before.includes))")
        }
        compareProperties(before, after, scope)
        compareTombstones(before, after, scope)
    }

    private static func list(_ names: [String]) -> String {
        names.isEmpty ? "no group" : Quoted.list(names, last: "and")
    }

    private mutating func compareNames(_ before: Event, _ after: Event, _ scope: Scope) {
        let types = (SwiftNames.typeName(of: before), SwiftNames.typeName(of: after))
        let members = (SwiftNames.memberName(of: before), SwiftNames.memberName(of: after))
        let isSame = types.0 == types.1 && members.0 == members.1
        if before.name != after.name {
            note(
                .eventRenamed, scope, impacts: isSame ? [.wire] : [.source, .wire],
                "the event \(Quoted.text(before.name)) is called \(Quoted.text(after.name))"
                    + (isSame ? "" : ", in Swift \(members.1)"))
        } else if !isSame {
            note(
                .swiftNameChanged, scope, impacts: [.source],
                "the event \(Quoted.text(after.name)) is \(members.1) in Swift, was \(members.0)")
        }
    }

    /// What decides whether, and with what weight, an event arrives.
    private mutating func compareDelivery(_ before: Event, _ after: Event, _ what: String, _ scope: Scope) {
        if before.severity != after.severity {
            note(
                .severityChanged, scope, impacts: [.wire],
                "the severity of \(what) is \(after.severity.name), was \(before.severity.name): "
                    + "filters and alerts find it elsewhere")
        }
        if after.sampleRate < before.sampleRate {
            note(
                .sampleRateLowered, scope, impacts: [.wire],
                "the share of \(what) that is kept is \(after.sampleRate), was \(before.sampleRate): fewer arrive"
            )
        } else if before.sampleRate < after.sampleRate {
            note(
                .sampleRateRaised, scope, impacts: [],
                "the share of \(what) that is kept is \(after.sampleRate), was \(before.sampleRate)")
        }
        // What all events are kept for is told once, with the section that says it.
        if before.retentionDays != nil || after.retentionDays != nil {
            compareRetention(
                old.retentionDays(of: before), new.retentionDays(of: after), of: what,
                (.retentionLengthened, .retentionShortened), scope)
        }
        if before.stability == .stable, after.stability == .development {
            note(
                .stabilityLowered, scope, impacts: [.wire],
                "\(what) is in development, was stable: receivers may not rely on it any more")
        } else if before.stability != after.stability {
            note(.stabilityRaised, scope, impacts: [], "\(what) is stable, was in development")
        }
    }

    private mutating func compareTombstones(_ before: Event, _ after: Event, _ scope: Scope) {
        if before.removed.isEmpty, after.removed.isEmpty { return }
        let newRemoved = Set(after.removed.map(\.name))
        for tombstone in before.removed where !newRemoved.contains(tombstone.name) {
            let what = "\(Quoted.text(tombstone.name)) of \(Quoted.text(after.name))"
            var scope = scope
            scope.subject = after.name + "." + tombstone.name
            scope.old = tombstone.location
            scope.new = nil
            if let property = after.properties.first(where: { $0.name == tombstone.name }) {
                scope.new = property.location
                note(
                    .tombstoneReused, scope, impacts: [.meaning],
                    "\(what) was removed, and its name is used again: old records mean something else")
            } else {
                note(
                    .tombstoneRemoved, scope, impacts: [.meaning],
                    "nothing says any more that \(what) was removed: its name may be used again")
            }
        }
        let known = Set(before.removed.map(\.name) + before.properties.map(\.name))
        for tombstone in after.removed where !known.contains(tombstone.name) {
            var scope = scope
            scope.subject = after.name + "." + tombstone.name
            scope.old = nil
            scope.new = tombstone.location
            note(
                .tombstoneAdded, scope, impacts: [],
                "the name \(Quoted.text(tombstone.name)) is kept from being used for a property of "
                    + Quoted.text(after.name))
        }
    }
}

extension Sensitivity {
    /// Whether it may be told about a person, or opens doors.
    var isPersonal: Bool { self == .personal || self == .secret }
}
