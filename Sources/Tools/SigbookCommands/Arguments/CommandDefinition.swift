/// The name of a subcommand and what it takes. Help, parsing and shell completion are all made from it.
package struct CommandDefinition: Sendable {
    /// The word after `sigbook`.
    package var name: String
    /// What it does, in one sentence without a full stop, for lists.
    package var summary: String
    /// What else its users should know. Blank lines separate paragraphs; a line that begins with a space is not wrapped.
    package var discussion: String
    /// Its positional arguments, in order.
    package var arguments: [ArgumentDefinition]
    /// Its options, in the order that help shows.
    package var options: [OptionDefinition]
    /// Example command lines.
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
