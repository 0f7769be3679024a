import CatalogModel
import SignalVocabulary

/// Reads the words behind a subcommand's name.
///
/// `--option value` and `--option=value` are the same; behind `--` every word is an argument; `-` alone is an argument.
struct CommandLineParser {
    /// What may be given.
    let definition: CommandDefinition

    /// What a command line comes to.
    enum Outcome {
        case run(ParsedArguments)
        /// `--help` is somewhere before `--`, whatever else is.
        case help
    }

    /// Reads the words, or says what is wrong with the first one that is.
    func parse(_ words: [String]) throws(CommandFailure) -> Outcome {
        let options = words.prefix { $0 != "--" }
        if options.contains("--help") || options.contains("-h") { return .help }
        var arguments = ParsedArguments(options: definition.options)
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                arguments.positionals += rest
                break
            }
            guard word.hasPrefix("-"), word != "-" else {
                arguments.positionals.append(word)
                continue
            }
            try readOption(word, &rest, into: &arguments)
        }
        try check(arguments.positionals)
        return .run(arguments)
    }

    private func readOption(
        _ word: String, _ rest: inout ArraySlice<String>, into arguments: inout ParsedArguments
    ) throws(CommandFailure) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard let option = definition.options.first(where: { $0.name == parts[0] }) else {
            throw .unknown(
                "option", parts[0], of: definition.name, among: definition.options.map(\.name) + ["--help"])
        }
        guard let placeholder = option.placeholder else {
            if parts.count > 1 { throw CommandFailure("\(option.name) takes no value") }
            arguments.add("", for: option.name)
            return
        }
        let value: String
        if parts.count > 1 {
            value = parts[1]
        } else if let next = rest.first, next == "-" || !next.hasPrefix("-") {
            value = next
            rest.removeFirst()
        } else {
            throw CommandFailure(
                "\(option.name) needs a value, \(placeholder)",
                hint: rest.isEmpty
                    ? nil : "write \(option.name)=VALUE when the value begins with a dash")
        }
        try check(value, of: option)
        arguments.add(value, for: option.name)
    }

    private func check(_ value: String, of option: OptionDefinition) throws(CommandFailure) {
        switch option.kind {
        case .choice(let choices) where !choices.contains(value):
            throw .unknown("value", value, of: option.name, among: choices, lists: true)
        case .day where !DateSyntax.isDate(value):
            throw CommandFailure(
                "\(option.name) must be a day that exists, not \(Quoted.text(value))",
                hint: "write it as YYYY-MM-DD")
        case .value(let placeholder) where value.isEmpty:
            throw CommandFailure("\(option.name) needs a value, \(placeholder)")
        default: break
        }
    }

    private func check(_ positionals: [String]) throws(CommandFailure) {
        let required = definition.arguments.prefix(while: \.isRequired)
        if positionals.count < required.count {
            throw CommandFailure("\(definition.name) needs <\(required[positionals.count].name)>")
        }
        if definition.arguments.last?.isRepeating == true { return }
        if positionals.count > definition.arguments.count {
            let word = positionals[definition.arguments.count]
            let surplus = Quoted.text(word)
            guard definition.arguments.isEmpty else {
                throw CommandFailure("\(definition.name) takes no further argument \(surplus)")
            }
            // Other tools take what they check as arguments.
            let catalog = OptionDefinition.catalog.name
            let isPath = !word.isEmpty && !word.hasPrefix("-")
            throw CommandFailure(
                "\(definition.name) takes options alone, not \(surplus)",
                hint: isPath && definition.options.contains { $0.name == catalog }
                    ? "name a catalog with \(catalog) \(word)" : nil)
        }
    }
}
