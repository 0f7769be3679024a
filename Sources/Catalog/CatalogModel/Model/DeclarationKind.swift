/// The kinds of declarations that a catalog has.
///
/// Whatever works on a catalog switches over these, so that the compiler names every place that a new kind concerns.
package enum DeclarationKind: String, Sendable, Hashable, CaseIterable {
    /// What happened, once each time.
    case event
    /// A reusable bundle of properties.
    case group
    /// What every event carries. A catalog has one at most.
    case context

    /// What one is called in messages, such as `event`.
    package var title: String {
        switch self {
        case .event: "event"
        case .group: "group"
        case .context: "context"
        }
    }

    /// The same with its article: `an event`.
    package var article: String {
        switch self {
        case .event: "an event"
        case .group: "a group"
        case .context: "the context"
        }
    }
}
