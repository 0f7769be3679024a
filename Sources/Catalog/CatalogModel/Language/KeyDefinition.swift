/// One key of the catalog language: a row in the table of the mapping that has it.
///
/// The reader, the canonical form, the JSON Schema, the writer and the documentation of the language all work from these rows.
package struct KeyDefinition: Sendable {
    /// The key as it is written, such as `max_length`.
    package let name: String
    /// What its value is.
    package let value: KeyValue
    /// What it says, in one or two sentences of Markdown.
    package let documentation: String
    /// How it is used: entries of the mapping that has it, as in `type: duration, unit: ms`.
    package let example: String
    /// Other words for it that people write, in lower case. The hint then names the key.
    package let aliases: [String]
    /// Whether the mapping must have it.
    package let isRequired: Bool
    /// What to do instead in a mapping that does not have it, for hints. Nil if there is nothing to say.
    package let elsewhere: String?

    /// A row with the given parts.
    package init(
        _ name: String, _ value: KeyValue, _ documentation: String, example: String, aliases: [String] = [],
        isRequired: Bool = false, elsewhere: String? = nil
    ) {
        self.name = name
        self.value = value
        self.documentation = documentation
        self.example = example
        self.aliases = aliases
        self.isRequired = isRequired
        self.elsewhere = elsewhere
    }
}
