package import CatalogModel
import SignalPattern

/// Something that a catalog may set about a rule (`catalog: {rules: {event-name: {minimum_words: 3}}}`).
package struct RuleSetting: Sendable {
    /// The name, in snake case.
    package var name: String
    /// The value if the catalog sets none. A value that the catalog sets must be of the same kind.
    package var defaultValue: RuleConfiguration.Value
    /// What whole numbers it accepts.
    package var range: ClosedRange<Int64>
    /// Whether its text is a pattern.
    package var isPattern: Bool
    /// What it means, in one sentence.
    package var summary: String

    /// A whole number.
    static func integer(
        _ name: String, default value: Int, in range: ClosedRange<Int>, _ summary: String
    ) -> Self {
        Self(
            name: name, defaultValue: .integer(Int64(value)),
            range: Int64(range.lowerBound)...Int64(range.upperBound),
            isPattern: false, summary: summary)
    }

    /// A list of texts.
    static func texts(_ name: String, default value: [String], _ summary: String) -> Self {
        Self(name: name, defaultValue: .texts(value), range: 0...0, isPattern: false, summary: summary)
    }

    /// A pattern that whole names must match.
    static func pattern(_ name: String, default value: String, _ summary: String) -> Self {
        Self(name: name, defaultValue: .text(value), range: 0...0, isPattern: true, summary: summary)
    }

    /// What is wrong with a value; nil: nothing.
    func complaint(about value: RuleConfiguration.Value) -> String? {
        switch (defaultValue, value) {
        case (.integer, .integer(let number)):
            range.contains(number)
                ? nil : "must be \(range.lowerBound) through \(range.upperBound), not \(number)"
        case (.integer, _): "must be a whole number"
        case (.texts, .texts): nil
        case (.texts, _): "must be a list of texts"
        case (.bool, .bool): nil
        case (.bool, _): "must be true or false"
        case (.text, .text(let text)): isPattern ? Self.complaint(aboutPattern: text) : nil
        case (.text, _): isPattern ? "must be a pattern" : "must be a text"
        }
    }

    private static func complaint(aboutPattern text: String) -> String? {
        do throws(PatternError) {
            _ = try Pattern(parsing: text)
            return nil
        } catch {
            return "is no pattern: \(error.message)"
        }
    }
}
