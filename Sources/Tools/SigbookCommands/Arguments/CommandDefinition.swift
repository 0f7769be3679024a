/// What a subcommand is called and takes: help, parsing and shell completion all follow from it.
package struct CommandDefinition: Sendable {
    /// The word behind `sigbook`.
    package var name: String
    /// What it does, in one sentence without a full stop, for lists.
    package var summary: String
    /// What else its users should know; paragraphs are parted by blank lines, and lines that begin with a space stay as they are.
    package var discussion: String
    /// Its positional arguments, in order.
    package var arguments: [ArgumentDefinition]
    /// Its options, in the order that help shows.
    package var options: [OptionDefinition]
    /// Command lines to learn from.
    package var examples: [(command: String, meaning: String)]

    /// A command with the given parts.
    package init(
        _ name: String, summary: String, discussion: String = "", arguments: [ArgumentDefinition] = [],
        options: [OptionDefinition] = [], examples: [(command: String, meaning: String)] = []
    ) {
        self.name = name
        self.summary = summary
        self.discussion = discussion
        self.arguments = arguments
        self.options = options
        self.examples = examples
    }
}
