import CatalogDocuments

/// The index of renderers. A new renderer is one row here; commands, help and shell completion follow.
enum CatalogRenderers {
    /// All renderers. The first one of a command is what it writes unless `--format` says otherwise.
    static let all: [any CatalogRenderer.Type] = [
        CatalogSite.self,
        MarkdownDocumentation.self,
        EventSchema.self,
    ]

    /// The renderers that a command offers.
    static func offered(by command: GeneratedMark) -> [any CatalogRenderer.Type] {
        all.filter { $0.mark == command }
    }

    /// What help says of them: a paragraph for each.
    static func help(of command: GeneratedMark) -> String {
        offered(by: command).map { $0.name + ": " + $0.summary }.joined(separator: "\n\n")
    }
}

extension OptionDefinition {
    /// Which of a command's renderers writes.
    static func format(of command: GeneratedMark, help: String) -> Self {
        let names = CatalogRenderers.offered(by: command).map { $0.name }
        return .choice("--format", names, default: names.first ?? "", help: help)
    }
}

extension ParsedArguments {
    /// The renderer that ``OptionDefinition/format(of:help:)`` names.
    func renderer(of command: GeneratedMark) -> (any CatalogRenderer.Type)? {
        let offered = CatalogRenderers.offered(by: command)
        guard let name = value("--format") else { return offered.first }
        return offered.first { $0.name == name }
    }
}
