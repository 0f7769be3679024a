/// The subcommands, in the order that help lists them.
enum AllCommands {
    static var list: [any SigbookCommand.Type] {
        [
            CheckCommand.self,
            DiffCommand.self,
            FormatCommand.self,
            RulesCommand.self,
            ExplainCommand.self,
            DocsCommand.self,
            SchemaCommand.self,
            ExportCommand.self,
            StatusCommand.self,
            VerifyCommand.self,
            TailCommand.self,
            ReportCommand.self,
            SpoolCommand.self,
            InitCommand.self,
            NewCommand.self,
            ImportCommand.self,
            CompletionCommand.self,
        ]
    }
}
