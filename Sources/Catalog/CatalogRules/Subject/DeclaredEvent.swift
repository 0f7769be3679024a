import CatalogModel

/// An event, for rules about what events alone have. A class, so that walking over thousands copies none of them.
final class DeclaredEvent: Sendable {
    /// The event.
    let event: Event
    /// The same as a declaration.
    let declared: CheckedDeclaration

    init(_ event: Event, _ declared: CheckedDeclaration) {
        self.event = event
        self.declared = declared
    }

    /// The words of its name.
    var words: [String] { declared.words }
}
