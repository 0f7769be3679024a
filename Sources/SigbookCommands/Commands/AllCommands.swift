/// The subcommands, in the order that help lists them.
enum AllCommands {
    static var list: [any SigbookCommand.Type] {
        [
            CheckCommand.self,
            VerifyCommand.self,
            TailCommand.self,
            ReportCommand.self,
        ]
    }
}
