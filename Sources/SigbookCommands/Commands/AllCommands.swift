/// The subcommands, in the order that help lists them.
enum AllCommands {
    static var list: [any SigbookCommand.Type] {
        [
            CheckCommand.self,
            DiffCommand.self,
            FormatCommand.self,
            StatusCommand.self,
            VerifyCommand.self,
            TailCommand.self,
            ReportCommand.self,
            NewCommand.self,
            CompletionCommand.self,
        ]
    }
}
