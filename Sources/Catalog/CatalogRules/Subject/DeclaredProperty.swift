import CatalogModel

/// A property where it is written, with the words of its name. A class, so that walking over thousands copies none of them.
final class DeclaredProperty: Sendable {
    /// What declares a property.
    enum OwnerKind { case event, group, context }

    /// The property.
    let property: Property
    /// The words of its name.
    let words: [String]
    /// What declares it.
    let kind: OwnerKind
    /// The name of the event or the group that declares it.
    let owner: String
    /// The place of that event or group; nil for the context.
    let ownerLocation: SourceLocation?

    init(
        _ property: Property, words: [String], kind: OwnerKind, owner: String, ownerLocation: SourceLocation?
    ) {
        self.property = property
        self.words = words
        self.kind = kind
        self.owner = owner
        self.ownerLocation = ownerLocation
    }

    /// The property's name in quotes, for messages.
    var title: String { "the property \(Quoted.text(property.name))" }
}
