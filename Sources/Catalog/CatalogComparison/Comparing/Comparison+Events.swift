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
        for key in EventKey.allCases {
            switch key {
            case .shared(.properties): compareProperties(before, after, scope)
            case .shared(.removed): compareTombstones(before, after, scope)
            case .shared(let key): compare(key, before.declaration, after.declaration, what, scope)
            case .severity: compareSeverities(before, after, what, scope)
            case .sampleRate: compareSampleRates(before, after, what, scope)
            case .retention:
                // What all events are kept for is reported once, with the section that says it.
                if before.retentionDays == nil, after.retentionDays == nil { break }
                compareRetention(
                    old.retentionDays(of: before), new.retentionDays(of: after), of: what,
                    (.retentionLengthened, .retentionShortened), scope)
            }
        }
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

    private mutating func compareSeverities(_ before: Event, _ after: Event, _ what: String, _ scope: Scope) {
        if before.severity == after.severity { return }
        note(
            .severityChanged, scope, impacts: [.wire],
            "the severity of \(what) is \(after.severity.name), was \(before.severity.name): "
                + "filters and alerts find it elsewhere")
    }

    private mutating func compareSampleRates(_ before: Event, _ after: Event, _ what: String, _ scope: Scope)
    {
        let text =
            "the share of \(what) that is kept is \(after.sampleRate), was \(before.sampleRate)"
        if after.sampleRate < before.sampleRate {
            note(.sampleRateLowered, scope, impacts: [.wire], text + ": fewer arrive")
        } else if before.sampleRate < after.sampleRate {
            note(.sampleRateRaised, scope, impacts: [], text)
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
