/// `sigbook completion`: what makes a shell complete the command line.
enum CompletionCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "completion", summary: "Print a completion script for a shell",
        discussion: """
            The script knows the subcommands, their options and what can stand behind these. Make it part of the shell's start:

              bash   source <(sigbook completion bash)                                  in ~/.bashrc
              zsh    sigbook completion zsh > ~/.zsh/completions/_sigbook               in a folder of $fpath
              fish   sigbook completion fish > ~/.config/fish/completions/sigbook.fish
            """,
        arguments: [
            ArgumentDefinition(
                "shell", help: "bash, zsh or fish.", isRequired: true, completion: .choices(shells))
        ],
        examples: [("source <(sigbook completion bash)", "Completes in this shell.")])

    private static let shells = ["bash", "zsh", "fish"]

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        let commands = AllCommands.list.map { $0.definition }
        switch arguments.positionals.first {
        case "bash": environment.write(BashCompletion(commands).script)
        case "zsh": environment.write(ZshCompletion(commands).script)
        case "fish": environment.write(FishCompletion(commands).script)
        case let shell:
            throw CommandFailure.unknown("shell", shell ?? "", among: shells, lists: true)
        }
        return .success
    }
}
