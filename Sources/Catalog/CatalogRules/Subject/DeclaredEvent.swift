import CatalogModel

/// An event with the words of its name. A class, so that walking over thousands copies none of them.
final class DeclaredEvent: Sendable {
    /// The event.
    let event: Event
    /// The words of its name.
    let words: [String]

    init(_ event: Event, words: [String]) {
        self.event = event
        self.words = words
    }
}
