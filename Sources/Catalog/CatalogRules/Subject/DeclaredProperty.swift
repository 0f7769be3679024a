import CatalogModel

/// A property in the declaration that has it, with the words of its name. A class, so that walking over thousands copies none of them.
final class DeclaredProperty: Sendable {
    /// The property.
    let property: Property
    /// The words of its name.
    let words: [String]
    /// What declares it.
    let kind: DeclarationKind
    /// The name of the event or the group that declares it.
    let owner: String
    /// The place of that event or group; nil for the context.
    let ownerLocation: SourceLocation?

    init(_ property: Property, words: [String], in owner: Declaration) {
        self.property = property
        self.words = words
        kind = owner.kind
        self.owner = owner.name
        switch owner.kind {
        case .event, .group: ownerLocation = owner.location
        case .context: ownerLocation = nil
        }
    }

    /// The property's name in quotes, for messages.
    var title: String { "the property \(Quoted.text(property.name))" }
}
