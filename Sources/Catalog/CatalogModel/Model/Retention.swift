/// For how long what was recorded is kept, by kind of signal (`retention: {events: 90d}`).
package struct Retention: Sendable, Hashable {
    /// The days for which events are kept that say nothing else; nil: the catalog does not say.
    package var events: Int?
    /// Where the section stands.
    package var location: SourceLocation

    /// A retention with the given parts.
    package init(events: Int? = nil, location: SourceLocation) {
        self.events = events
        self.location = location
    }

    /// A number of days as the catalog writes it: `90d`.
    package static func text(days: Int) -> String { "\(days)d" }
}

extension Catalog {
    /// The days for which an event is kept; nil: the catalog does not say.
    package func retentionDays(of event: Event) -> Int? { event.retentionDays ?? retention?.events }
}
