/// What the scripts for all shells have in common.
enum ShellWords {
    /// The words to offer; nil where files or folders are wanted.
    static func choices(_ completion: Completion) -> [String]? {
        switch completion {
        case .none: []
        case .files, .folders: nil
        case .choices(let choices): choices
        case .rules: FindingRule.all.map(\.name)
        }
    }

    /// A text as one word of a POSIX shell.
    static func quoted(_ text: String) -> String {
        var result = "'"
        for character in text.unicodeScalars {
            switch character {
            case "'": result += "'\\''"
            default: result.unicodeScalars.append(character)
            }
        }
        return result + "'"
    }

    /// The subcommands with what is told of all of them: `help` and its argument.
    static func withHelp(_ commands: [CommandDefinition]) -> [CommandDefinition] {
        commands + [
            CommandDefinition(
                "help", summary: "Print the help of a command",
                arguments: [
                    ArgumentDefinition(
                        "command", help: "A command.", completion: .choices(commands.map(\.name)))
                ])
        ]
    }
}
