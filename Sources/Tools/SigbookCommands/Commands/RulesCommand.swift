import DocumentTools
import CatalogRules
import CatalogModel

/// `sigbook rules`: which rules there are.
enum RulesCommand: SigbookCommand {
    static let definition = CommandDefinition(
        "rules", summary: "List the rules that a catalog is checked by",
        discussion: """
            Prints each rule with its level, whether 'sigbook check --fix' can put right what it finds, and what it asks for. 'sigbook \
            explain RULE' says more about one.
            """,
        options: [.choice("--format", ["text", "json"], default: "text", help: "How the list is written.")],
        examples: [("sigbook rules", "Prints the list.")])

    static func run(
        _ arguments: ParsedArguments, in environment: CommandEnvironment
    ) async throws -> ExitStatus {
        environment.write(arguments.value("--format") == "json" ? json : text(environment.style))
        return .success
    }

    private static func text(_ style: TextStyle) -> String {
        let entries = RuleIndex.all
        let longest = (entries.map(\.name.utf8.count).max() ?? 0) + 2
        func rows(_ entries: [RuleIndex.Entry]) -> String {
            var text = ""
            for entry in entries {
                text +=
                    pad(entry.name, longest) + pad(entry.level.rawValue, 9)
                    + pad(entry.isFixable ? "fix" : "", 5)
                text += entry.summary + "\n"
            }
            return text
        }
        return style.bold("Rules that a catalog can set") + "\n"
            + rows(entries.filter { $0.definition != nil })
            + "\n" + style.bold("Checks that every catalog must pass") + "\n"
            + rows(entries.filter { $0.definition == nil })
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.utf8.count))
    }

    private static var json: String {
        JSONValue.array(
            RuleIndex.all.map { entry in
                JSONValue.object(
                    ("name", .string(entry.name)), ("level", .string(entry.level.rawValue)),
                    ("fixable", .bool(entry.isFixable)), ("configurable", .bool(entry.definition != nil)),
                    ("summary", .string(entry.summary)),
                    (
                        "settings",
                        entry.definition.map { rule in
                            .array(
                                rule.settings.map { setting in
                                    .object(
                                        ("name", .string(setting.name)),
                                        ("default", json(setting.defaultValue)),
                                        ("summary", .string(setting.summary)))
                                })
                        }
                    ))
            }
        ).text
    }

    private static func json(_ value: RuleConfiguration.Value) -> JSONValue {
        switch value {
        case .bool(let flag): .bool(flag)
        case .integer(let number): .integer(Int(number))
        case .text(let text): .string(text)
        case .texts(let texts): .array(texts.map { .string($0) })
        }
    }
}
