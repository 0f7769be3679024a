import CatalogRules
import CatalogModel

/// The documentation of a rule, as `explain` prints it and as SARIF carries it.
struct RuleGuide {
    private let entry: RuleIndex.Entry

    /// The documentation of a rule.
    init(_ entry: RuleIndex.Entry) { self.entry = entry }

    /// For a terminal.
    func text(width: Int, style: TextStyle) -> String {
        let help = HelpText(width: width, style: style)
        var text = style.bold(entry.name) + "  " + facts + "\n\n" + help.wrapped(entry.summary, indent: 0)
        guard let rule = entry.definition else {
            text += "\n" + help.paragraphs(Self.fixed)
            return text
        }
        text += "\n" + help.paragraphs(rule.why)
        if !rule.settings.isEmpty {
            text += "\n" + style.bold("Settings:") + "\n"
            for setting in rule.settings {
                text +=
                    "  \(setting.name): \(setting.defaultValue.text)\n"
                    + help.wrapped(setting.summary, indent: 6)
            }
        }
        for example in rule.examples {
            text += "\n" + style.bold(example.marks.isEmpty ? "Valid:" : "Invalid:") + "\n"
            text += Self.shown(example, of: rule, style)
        }
        text += "\n" + style.bold("In the catalog:") + "\n"
        text +=
            "  catalog: { rules: { \(rule.name): \(rule.level == .off ? "warning" : "off") } }    # for all of it\n"
        if rule.isSuppressible {
            text += "  suppress: { \(rule.name): Say why. }    # in one declaration\n"
        }
        return text
    }

    /// For code scanning and editors, which render Markdown.
    var markdown: String {
        guard let rule = entry.definition else { return entry.summary + "\n\n" + Self.fixed }
        var text = entry.summary + "\n\n" + rule.why.replacing("\n", with: " ")
        for example in rule.examples {
            text += "\n\n" + (example.marks.isEmpty ? "Valid:" : "Invalid:") + "\n\n```yaml\n" + example.text
            text += "```"
        }
        return text
    }

    private static let fixed = """
        Every catalog must pass this check: without it a catalog would have no meaning, or several. It is always an error, and \
        cannot be switched off or suppressed.
        """

    private var facts: String {
        var facts = [
            entry.definition == nil
                ? "always an error" : entry.level == .off ? "off by default" : entry.level.rawValue
        ]
        if entry.isFixable { facts.append("can be fixed with --fix") }
        if entry.definition?.stage == .date { facts.append("needs --today") }
        return "(" + facts.joined(separator: ", ") + ")"
    }

    /// An example, indented, with a caret and the finding under every marked place.
    private static func shown(_ example: RuleExample, of rule: RuleDefinition, _ style: TextStyle) -> String {
        let findings = CatalogChecker(today: RuleExample.today).check(example.sources(for: rule)).diagnostics
            .filter { $0.rule == rule.name && $0.location?.path == RuleExample.path }
        var text = ""
        for (index, line) in example.text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            text += "  " + line + "\n"
            for finding in findings {
                guard let place = finding.location, place.line == index + 1 else { continue }
                let margin = String(repeating: " ", count: place.column - 1)
                let message = finding.message + (finding.hint.map { "; " + $0 } ?? "")
                text += "  " + margin + style.red("^ " + message) + "\n"
            }
        }
        return text
    }
}

extension RuleConfiguration.Value {
    /// The value as a catalog writes it.
    var text: String {
        switch self {
        case .bool(let flag): String(flag)
        case .integer(let number): String(number)
        case .text(let text): "'" + text.replacing("'", with: "''") + "'"
        case .texts(let texts): "[" + texts.joined(separator: ", ") + "]"
        }
    }
}
