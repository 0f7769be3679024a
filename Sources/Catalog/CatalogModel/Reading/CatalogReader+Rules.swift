import YAMLLite

extension CatalogReader {
    /// Reads `rules:` of the header: for each rule its level, or a mapping of `level` and settings.
    mutating func readRules(_ node: Node) -> [RuleConfiguration] {
        guard let entries = entries(node, for: "rules") else { return [] }
        var result: [RuleConfiguration] = []
        for entry in entries {
            var configuration = RuleConfiguration(rule: entry.keyText, location: location(of: entry.key))
            if case .mapping(let fields) = entry.value.content {
                for field in fields {
                    if field.keyText == "level" {
                        configuration.level = level(field.value)
                    } else if let setting = setting(field) {
                        configuration.settings.append(setting)
                    }
                }
            } else {
                configuration.level = level(entry.value)
            }
            result.append(configuration)
        }
        return result
    }

    private mutating func level(_ node: Node) -> RuleLevel? {
        choice(node, for: "level", meaning: WordAliases.ruleLevel)
    }

    private mutating func setting(_ entry: Entry) -> RuleConfiguration.Setting? {
        let value: RuleConfiguration.Value
        switch entry.value.content {
        case .sequence(let elements):
            var texts: [String] = []
            for element in elements { if let text = text(element, for: entry.keyText) { texts.append(text) } }
            value = .texts(texts)
        case .scalar(let scalar):
            switch scalar.value {
            case .bool(let flag): value = .bool(flag)
            case .integer(let number): value = .integer(number)
            case .string: value = .text(scalar.text)
            default: return unreadable(entry)
            }
        case .mapping: return unreadable(entry)
        }
        return RuleConfiguration.Setting(
            name: entry.keyText, value: value, location: location(of: entry.key),
            valueLocation: location(of: entry.value))
    }

    private mutating func unreadable(_ entry: Entry) -> RuleConfiguration.Setting? {
        wrongType(
            entry.value, for: entry.keyText,
            expected: "a whole number, true, false, a text or a list of texts")
        return nil
    }

    /// Reads `suppress:` of an event, a property or a group: for each rule the reason.
    mutating func readSuppressions(_ node: Node) -> [Suppression] {
        guard let entries = entries(node, for: "suppress") else { return [] }
        var result: [Suppression] = []
        for entry in entries {
            guard let reason = text(entry.value, for: entry.keyText) else { continue }
            result.append(
                Suppression(
                    rule: entry.keyText, reason: reason, location: location(of: entry.key),
                    reasonLocation: location(of: entry.value)))
        }
        return result
    }
}
