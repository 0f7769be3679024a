/// The subcommands, in the order that help lists them.
enum AllCommands {
    static var list: [any SigbookCommand.Type] {
        [
            CheckCommand.self,
            DiffCommand.self,
            FormatCommand.self,
            StatusCommand.self,
            NewCommand.self,
            CompletionCommand.self,
            DocsCommand.self,
            SchemaCommand.self,
            ExportCommand.self,
        ]
    }
}
