/// What a recording showed of a catalog, and how much there was to be shown. Deprecated parts count only in what they add to neither.
package struct Coverage: Sendable, Equatable {
    /// A number of things seen, of so many there are.
    package struct Share: Sendable, Equatable {
        /// How many were seen.
        package var seen: Int
        /// How many there are.
        package var total: Int

        /// So many of so many.
        package init(seen: Int, total: Int) {
            self.seen = seen
            self.total = total
        }

        /// The share in percent; 100 where there is nothing to be seen.
        package var percent: Double { total == 0 ? 100 : Double(seen) * 100 / Double(total) }
    }

    /// Events.
    package var events = Share(seen: 0, total: 0)
    /// Properties of events, and those of the context, each with its event.
    package var properties = Share(seen: 0, total: 0)
    /// Listed values of enumerations, each with its property.
    package var values = Share(seen: 0, total: 0)
    /// The names of events that were not seen.
    package var missingEvents: [String] = []
    /// Properties that were not seen although their events were, as `event.property`; those of the context by their name.
    package var missingProperties: [String] = []
    /// Enumeration values that were not seen although their properties were, as `event.property=value`.
    package var missingValues: [String] = []

    /// All three together, in percent.
    package var percent: Double {
        Share(
            seen: events.seen + properties.seen + values.seen,
            total: events.total + properties.total + values.total
        ).percent
    }
}
