import CatalogModel
import SignalVocabulary
import SwiftEmitter

/// An event as the documentation shows and filters it.
struct EventEntry {
    /// The event.
    let event: Event
    /// Its domain's place in ``CatalogGuide/domains``.
    let domain: Int
    /// How private the most private of its own properties is; what the context carries is on every event and does not count.
    let sensitivity: Sensitivity
    /// What there is to know before using it, at least one.
    let statuses: [Status]

    /// Something to know before using an event.
    enum Status: String, CaseIterable {
        case stable
        case development = "in development"
        case deprecated
        case expires
    }

    /// An entry for the event.
    init(_ event: Event, domain: Int) {
        self.event = event
        self.domain = domain
        sensitivity = event.properties.map(\.sensitivity).max() ?? .public
        var statuses: [Status] = []
        if event.deprecation != nil { statuses.append(.deprecated) }
        if event.stability == .development { statuses.append(.development) }
        if event.expires != nil { statuses.append(.expires) }
        self.statuses = statuses.isEmpty ? [.stable] : statuses
    }

    /// Whether one of its own properties is personal or secret.
    var isSensitive: Bool { sensitivity.isSensitive }
}
