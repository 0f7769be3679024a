/// The kinds of signals that a catalog declares. The raw value is the catalog's word for many of them.
package enum DeclaredKind: String, Sendable, Hashable, CaseIterable {
    /// What happened, once each time.
    case events
    /// What is counted or measured over time.
    case metrics
    /// What took time, with its place in a trace.
    case spans
}
