/// A positional argument.
package struct ArgumentDefinition: Sendable {
    /// What it is called in help, such as `file`.
    package var name: String
    /// What it is, in one sentence.
    package var help: String
    /// Whether it has to be given.
    package var isRequired: Bool
    /// Whether it takes all words that follow; only the last argument can.
    package var isRepeating: Bool
    /// What a shell offers for it.
    package var completion: Completion

    /// An argument with the given parts.
    package init(
        _ name: String, help: String, isRequired: Bool = false, isRepeating: Bool = false,
        completion: Completion = .none
    ) {
        self.name = name
        self.help = help
        self.isRequired = isRequired
        self.isRepeating = isRepeating
        self.completion = completion
    }
}
