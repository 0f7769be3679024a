import CatalogRules

/// `sigbook explain`: what a rule asks for, and why.
enum ExplainCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "explain", summary: "Explain a rule: why, its settings, and examples",
        discussion: "Findings end with the name of their rule in brackets.",
        arguments: [
            ArgumentDefinition("rule", help: "The name of the rule.", isRequired: true, completion: .rules)
        ],
        examples: [("sigbook explain unit-contradiction", "Says what the rule is about.")])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        let name = arguments.positionals.first ?? ""
        if let entry = RuleIndex.entry(named: name) {
            if entry.name != name { environment.write("\(name) is now called \(entry.name).\n\n") }
            environment.write(RuleGuide(entry).text(width: environment.width, style: environment.style))
            return .success
        }
        guard let rule = FindingRule.named(name) else {
            throw CommandFailure.unknown("rule", name, among: FindingRule.all.map(\.name))
        }
        let help = rule.help == rule.summary ? "" : "\n\(rule.help)\n"
        environment.write("\(rule.name)\n\n\(rule.summary)\n\(help)")
        return .success
    }
}
