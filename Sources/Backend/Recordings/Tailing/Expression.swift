import SignalVocabulary

/// A condition on records, such as `status_code >= 500 and endpoint =~ "/v1/*"`.
///
/// | form | holds when |
/// |---|---|
/// | `name == value`, `!=` `<` `<=` `>` `>=` | the property compares so: numbers as numbers, severities by how bad they are, all else as text |
/// | `name =~ "glob"`, `!~` | the property's text matches, where `*` is anything and `?` one character |
/// | `name in [a, b]` | it is one of these |
/// | `has name` | it is there and not null |
/// | `name` | it is true |
/// | `not x`, `x and y`, `x or y`, `(x)` | as the words say; `not` binds closest, then `and` |
///
/// Names are those of properties, or `event` and `severity`. Texts stand in quotes, or bare where they are words. Of a property that a
/// record does not have, `!=`, `!~` and `not` of anything hold.
package struct Expression: Sendable, Equatable {
    /// How a property is compared.
    enum Comparison: Sendable, Equatable {
        case equal, unequal, less, lessOrEqual, greater, greaterOrEqual
    }

    /// What it is compared with.
    enum Literal: Sendable, Equatable {
        case text(String)
        case number(Double)
        case bool(Bool)
        case null
    }

    /// A node of the tree.
    indirect enum Node: Sendable, Equatable {
        case compare(name: String, Comparison, Literal)
        case matches(name: String, Glob, isNegated: Bool)
        case isOneOf(name: String, [Literal])
        case isThere(name: String)
        case isTrue(name: String)
        case not(Node)
        case and(Node, Node)
        case or(Node, Node)
    }

    let root: Node
    /// The names in it, in the order in which they stand there.
    package let names: [Name]

    /// A name where it stands in the text of a condition.
    package struct Name: Sendable, Equatable {
        /// The name.
        package var text: String
        /// Its first byte, counted from 0.
        package var offset: Int
    }

    /// Parses a condition.
    ///
    /// - Throws: ``ExpressionError`` for the first thing that is wrong.
    package init(parsing text: String) throws(ExpressionError) {
        var parser = try ExpressionParser(text)
        root = try parser.parse()
        names = parser.names
    }
}
