/// One thing that is wrong, or looks wrong, in a catalog: a value, so that it can be printed, compared and converted.
///
/// Every stage collects all it finds; none stops at the first.
package struct Diagnostic: Sendable, Hashable {
    /// How bad it is.
    package var severity: Severity
    /// The stable name of the rule that found it: a ``CatalogRule``, or a rule of `YAMLLite` (`yaml-…`).
    package var rule: String
    /// What is wrong and what was expected: lower case, no full stop, offending text in quotes.
    package var message: String
    /// Where; nil when it is about no place at all, such as a catalog without files.
    package var location: SourceLocation?
    /// What to do about it, such as `did you mean "minimum"?`; printed behind the message.
    package var hint: String?
    /// Other places that matter, such as the first declaration of a name declared twice.
    package var notes: [Note]
    /// An edit that a tool may make to put it right.
    package var fix: Fix?

    /// How bad a diagnostic is.
    package enum Severity: String, Sendable, CaseIterable {
        /// The catalog has no meaning; nothing is made from it.
        case error
        /// The catalog has a meaning, perhaps not the one that was wanted.
        case warning
        /// For information.
        case note
    }

    /// Another place that matters to a diagnostic.
    package struct Note: Sendable, Hashable {
        /// What is there.
        package var message: String
        /// Where.
        package var location: SourceLocation

        /// A note at the given place.
        package init(_ message: String, at location: SourceLocation) {
            self.message = message
            self.location = location
        }
    }

    /// The replacement of a range of bytes of one file.
    package struct Fix: Sendable, Hashable {
        /// What it does, such as `replace "minimun" by "minimum"`.
        package var title: String
        /// The file, as it was given to the reader.
        package var path: String
        /// The bytes to replace, counted from 0.
        package var range: Range<Int>
        /// What to put there.
        package var replacement: String

        /// A fix with the given parts.
        package init(title: String, path: String, range: Range<Int>, replacement: String) {
            self.title = title
            self.path = path
            self.range = range
            self.replacement = replacement
        }
    }

    /// A diagnostic with the given parts.
    package init(
        _ severity: Severity, rule: String, _ message: String, at location: SourceLocation?,
        hint: String? = nil,
        notes: [Note] = [], fix: Fix? = nil
    ) {
        self.severity = severity
        self.rule = rule
        self.message = message
        self.location = location
        self.hint = hint
        self.notes = notes
        self.fix = fix
    }
}

extension [Diagnostic] {
    /// Whether one of them is an error, so that nothing may be made from the catalog.
    package var containError: Bool {
        contains { $0.severity == .error }
    }
    /// These by file, line and column; of one place, in the order they have here. Those about no place come first.
    package func inOrderOfPlace() -> [Diagnostic] {
        enumerated().sorted { first, second in
            Self.precedes(first.element.location, second.element.location) ?? (first.offset < second.offset)
        }.map(\.element)
    }

    /// Whether one place comes before the other; nil when they are the same.
    private static func precedes(_ first: SourceLocation?, _ second: SourceLocation?) -> Bool? {
        guard let first, let second else {
            return first == nil && second == nil ? nil : first == nil
        }
        if first.path != second.path { return CatalogSource.precedes(first.path, second.path) }
        if first.line != second.line { return first.line < second.line }
        return first.column == second.column ? nil : first.column < second.column
    }
}
