import CatalogModel

/// A declaration with the words of its name. A class, so that walking over thousands copies none of them.
final class CheckedDeclaration: Sendable {
    /// The declaration.
    let declaration: Declaration
    /// The words of its name.
    let words: [String]

    init(_ declaration: Declaration, words: [String]) {
        self.declaration = declaration
        self.words = words
    }

    /// What it is and its name in quotes, for messages: `the event "a"`.
    var title: String {
        switch declaration.kind {
        case .event, .group: "the \(declaration.kind.title) \(Quoted.text(declaration.name))"
        case .context: "the context"
        }
    }

    /// What its description should say, for hints.
    var descriptionHint: String {
        switch declaration.kind {
        case .event: "say what happened"
        case .group, .context: "say what it is for"
        }
    }
}
