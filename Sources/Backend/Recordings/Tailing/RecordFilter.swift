/// Which records are shown.
package struct RecordFilter: Sendable {
    /// Patterns of events' names, of which one must match; none: all do.
    package var events: [Glob]
    /// Context values that all must be there, as name and text.
    package var context: [(name: String, value: String)]
    /// A condition that must hold.
    package var condition: Expression?

    /// A filter with the given parts.
    package init(
        events: [Glob] = [], context: [(name: String, value: String)] = [], condition: Expression? = nil
    ) {
        self.events = events
        self.context = context
        self.condition = condition
    }

    /// Whether it lets everything through.
    package var isEmpty: Bool { events.isEmpty && context.isEmpty && condition == nil }

    /// Whether a record is shown.
    package func accepts(_ record: RecordedEvent) -> Bool {
        if !events.isEmpty {
            guard let name = record.text(record.name), events.contains(where: { $0.matches(name) }) else {
                return false
            }
        }
        for (name, value) in context where record.shownText(record.value(named: name)) != value {
            return false
        }
        return condition?.holds(for: record) ?? true
    }
}
