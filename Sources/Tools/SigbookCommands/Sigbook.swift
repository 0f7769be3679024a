import CatalogModel
import SwiftEmitter

/// The command line `sigbook`: finds the subcommand, reads its arguments and runs it.
package enum Sigbook {
    /// Does what the words behind `sigbook` ask for.
    package static func run(_ words: [String], in environment: CommandEnvironment) async -> ExitStatus {
        await run(words, commands: AllCommands.list, in: environment)
    }

    /// Does what the words ask for, with the given subcommands.
    static func run(
        _ words: [String], commands: [any SigbookCommand.Type], in environment: CommandEnvironment
    ) async -> ExitStatus {
        let help = HelpText(width: environment.width, style: environment.style)
        do {
            switch words.first {
            case nil, "-h", "--help":
                environment.write(help.overview(of: commands.map { $0.definition }))
            case "help":
                let name = words.dropFirst().first { !$0.hasPrefix("-") }
                let text = try name.map { help.text(for: try find($0, among: commands).definition) }
                environment.write(text ?? help.overview(of: commands.map { $0.definition }))
            case "--version":
                environment.write("sigbook \(SwiftEmitter.version)\n")
            case let name?:
                let command = try find(name, among: commands)
                switch try CommandLineParser(definition: command.definition).parse(Array(words.dropFirst())) {
                case .help: environment.write(help.text(for: command.definition))
                case .run(let arguments): return try await command.run(arguments, in: environment)
                }
            }
            return .success
        } catch let failure as CommandFailure {
            tell(failure, in: environment)
            if failure.status == .usage { environment.note("See '\(helpCommand(for: words, commands))'.\n") }
            return failure.status
        } catch {
            tell(
                CommandFailure("\(error)", hint: "this is a mistake of sigbook's own"), in: environment)
            return .internalError
        }
    }

    private static func find(
        _ name: String, among commands: [any SigbookCommand.Type]
    ) throws(CommandFailure) -> any SigbookCommand.Type {
        if let command = commands.first(where: { $0.definition.name == name }) { return command }
        let isOption = name.hasPrefix("-")
        var failure = CommandFailure.unknown(
            isOption ? "option" : "command", name,
            among: commands.map { $0.definition.name } + ["help", "--help", "--version"])
        if isOption, failure.hint == nil { failure.hint = "the options of a command stand behind it" }
        throw failure
    }

    private static func tell(_ failure: CommandFailure, in environment: CommandEnvironment) {
        let message = failure.message + (failure.hint.map { "; " + $0 } ?? "")
        let style = environment.errorStyle
        environment.note("\(style.bold("sigbook:")) \(style.red("error:")) \(message)\n")
    }

    private static func helpCommand(for words: [String], _ commands: [any SigbookCommand.Type]) -> String {
        let isKnown = commands.contains { $0.definition.name == words.first }
        return isKnown ? "sigbook help \(words[0])" : "sigbook help"
    }
}
