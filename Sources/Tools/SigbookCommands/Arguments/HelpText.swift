/// The text that `--help` prints, made from definitions.
struct HelpText {
    /// How wide a line may be.
    let width: Int
    /// How headings look.
    let style: TextStyle

    /// A text for a terminal of the given width; no wider than is good to read.
    init(width: Int, style: TextStyle) {
        self.width = min(max(width, 40), 100)
        self.style = style
    }

    /// Help for all of `sigbook`.
    func overview(of commands: [CommandDefinition]) -> String {
        var text = """
            The command line for signal catalogs: checks them, compares them, documents them.

            \(style.bold("Usage:")) sigbook <command> [options]

            """
        text += section("Commands", commands.map { ($0.name, $0.summary + ".") })
        text += section(
            "Options",
            [("--version", "Print the version."), ("-h, --help", "Print this, or the help of a command.")])
        text += section(
            "Exit status",
            [
                ("0", "All is well."), ("1", "Something was found, or a file cannot be read or written."),
                ("64", "The command line makes no sense."), ("70", "A mistake of sigbook's own."),
            ])
        return text + "\nSee 'sigbook help <command>' for what a command takes.\n"
    }

    /// Help for one command.
    func text(for command: CommandDefinition) -> String {
        var text = wrapped(command.summary + ".", indent: 0) + "\n"
        text += style.bold("Usage:") + " " + usage(of: command) + "\n"
        if !command.discussion.isEmpty {
            text += "\n" + paragraphs(command.discussion)
        }
        text += section(
            "Arguments", command.arguments.map { ("<\($0.name)>", $0.help) })
        text += section(
            "Options",
            command.options.map { option in
                var help = option.help
                if let value = option.defaultValue { help += " (default: \(value))" }
                if option.isRepeating { help += " May be repeated." }
                return (option.name + (option.placeholder.map { " " + $0 } ?? ""), help)
            } + [("-h, --help", "Print this.")])
        if !command.examples.isEmpty {
            text += "\n" + style.bold("Examples:") + "\n"
            for example in command.examples {
                text += "  " + example.command + "\n" + wrapped(example.meaning, indent: 6)
            }
        }
        return text
    }

    private func usage(of command: CommandDefinition) -> String {
        var usage = "sigbook \(command.name)"
        for argument in command.arguments {
            let name = "<\(argument.name)>" + (argument.isRepeating ? " ..." : "")
            usage += argument.isRequired ? " " + name : " [\(name)]"
        }
        return command.options.isEmpty ? usage : usage + " [options]"
    }

    /// A heading with rows of a term and its explanation, aligned.
    private func section(_ title: String, _ rows: [(term: String, help: String)]) -> String {
        if rows.isEmpty { return "" }
        let longest = rows.map(\.term.count).max() ?? 0
        let column = min(longest + 4, 28)
        var text = "\n" + style.bold(title + ":") + "\n"
        for row in rows {
            let lines = wrapped(row.help, indent: column)
            if row.term.count + 4 > column {
                text += "  \(row.term)\n" + lines
            } else {
                text += "  " + row.term + lines.dropFirst(2 + row.term.count)
            }
        }
        return text
    }

    /// Paragraphs, wrapped; lines that begin with a space are left as they are.
    func paragraphs(_ text: String) -> String {
        var result = ""
        var words = ""
        func flush() {
            if !words.isEmpty { result += wrapped(words, indent: 0) }
            words = ""
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty || line.hasPrefix(" ") {
                flush()
                result += line + "\n"
            } else {
                words += (words.isEmpty ? "" : " ") + line
            }
        }
        flush()
        return result
    }

    /// A text broken at spaces, every line indented and ended with a line feed.
    func wrapped(_ text: String, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        return text.wrapped(to: width - indent).map { margin + $0 + "\n" }.joined()
    }
}
