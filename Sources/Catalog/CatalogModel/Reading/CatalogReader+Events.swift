import SignalVocabulary
import YAMLLite

extension CatalogReader {
    /// Reads `events:`.
    mutating func readEvents(_ section: Entry) {
        guard let entries = entries(section.value, for: section.keyText) else { return }
        for entry in entries { readEvent(entry) }
    }

    private mutating func readEvent(_ entry: Entry) {
        let name = entry.keyText
        let place = location(of: entry.key)
        let isNamed = checkName(entry.key, name, of: "an event")
        guard let fields = entries(entry.value, for: name) else { return }
        var raw = RawDeclaration(
            declaration: Declaration(.event, name: isNamed ? name : "", location: place))
        var (severity, sampleRate, retentionDays) = (Severity.info, 1.0, Int?.none)
        var hasDescription = false
        for field in fields {
            switch key(field, among: EventKey.self, "of the event \(Quoted.text(name))") {
            case .shared(let key):
                if key == .description { hasDescription = true }
                read(key, field, into: &raw)
            case .severity: severity = self.severity(field.value)
            case .sampleRate: sampleRate = self.sampleRate(field.value)
            case .retention: retentionDays = days(field.value, for: field.keyText)
            case nil: break
            }
        }
        if !hasDescription {
            missingKey(
                "description", of: "the event \(Quoted.text(name))", at: place,
                hint: "say what happened, in a sentence")
        }
        guard isNamed else { return }
        let event = Event(
            raw.declaration, severity: severity, sampleRate: sampleRate, retentionDays: retentionDays)
        catalog.events.append(RawEvent(event, raw))
    }

    /// Reads `severity:`; the message about a word of `sensitivity:` says so.
    private mutating func severity(_ node: Node) -> Severity {
        if let word = node.scalar?.text, Sensitivity(rawValue: word) != nil {
            findings.error(
                .invalidValue, "\(Quoted.text(word)) is not a \"severity\"", at: location(of: node),
                hint:
                    "did you mean the \"sensitivity\" of a property? A severity is \(Quoted.list(Severity.allCases.map(\.name)))"
            )
            return .info
        }
        guard let text = text(node, for: "severity") else { return .info }
        if let severity = Severity(name: text) { return severity }
        findings.misspelt(
            .invalidValue, "\(Quoted.text(text)) is not a \"severity\"", word: reference(node),
            meaning: WordAliases.severity(text), candidates: Severity.allCases.map(\.name))
        return .info
    }

    private mutating func sampleRate(_ node: Node) -> Double {
        let rate: Double
        switch number(node, for: "sample_rate") {
        case .integer(let value): rate = Double(value)
        case .double(let value): rate = value
        case nil: return 1
        }
        if rate >= 0, rate <= 1 { return rate }
        findings.error(
            .invalidValue, "\"sample_rate\" must be 0 through 1, not \(rate)", at: location(of: node),
            hint: "0.25 keeps a quarter")
        return 1
    }
}
