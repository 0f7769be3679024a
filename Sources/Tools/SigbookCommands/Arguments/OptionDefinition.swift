/// An option of a subcommand.
package struct OptionDefinition: Sendable {
    /// What follows the option.
    package enum Kind: Sendable, Hashable {
        /// Nothing.
        case flag
        /// Any text.
        case value(placeholder: String)
        /// One of these words.
        case choice([String])
        /// A day that exists, `YYYY-MM-DD`.
        case day
    }

    /// The option with its dashes, such as `--fix`.
    package var name: String
    /// What it does, in one sentence.
    package var help: String
    /// What follows it.
    package var kind: Kind
    /// The value when it is not given.
    package var defaultValue: String?
    /// Whether it may be given more than once. Of any other option the last value counts.
    package var isRepeating: Bool
    /// What a shell offers for its value.
    package var completion: Completion

    /// An option without a value.
    package static func flag(_ name: String, help: String) -> Self {
        Self(
            name: name, help: help, kind: .flag, defaultValue: nil, isRepeating: false, completion: .none)
    }

    /// An option with a value.
    ///
    /// - Parameter placeholder: the word for the value in help, such as `PATH`.
    package static func value(
        _ name: String, _ placeholder: String, help: String, default: String? = nil,
        isRepeating: Bool = false, completion: Completion = .none
    ) -> Self {
        Self(
            name: name, help: help, kind: .value(placeholder: placeholder), defaultValue: `default`,
            isRepeating: isRepeating, completion: completion)
    }

    /// An option with one of a few words as its value; any other is a usage error.
    package static func choice(_ name: String, _ choices: [String], default: String, help: String) -> Self {
        Self(
            name: name, help: help, kind: .choice(choices), defaultValue: `default`, isRepeating: false,
            completion: .choices(choices))
    }

    /// The word for the value in help; nil for a flag.
    var placeholder: String? {
        switch kind {
        case .flag: nil
        case .value(let placeholder): placeholder
        case .choice(let choices): choices.joined(separator: "|")
        case .day: "YYYY-MM-DD"
        }
    }
}
