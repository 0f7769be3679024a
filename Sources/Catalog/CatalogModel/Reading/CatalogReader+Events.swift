import SignalVocabulary
import YAMLLite

extension CatalogReader {
    /// The keys of an event.
    static let eventKeys = [
        "description", "owner", "severity", "sample_rate", "retention", "stability", "since", "expires",
        "deprecated",
        "include",
        "swift_name", "properties", "renamed_from", "removed", "suppress",
    ]

    /// Reads `events:`.
    mutating func readEvents(_ section: Entry) {
        guard let entries = entries(section.value, for: "events") else { return }
        for entry in entries { readEvent(entry) }
    }

    private mutating func readEvent(_ entry: Entry) {
        let name = entry.keyText
        let place = location(of: entry.key)
        let isNamed = checkName(entry.key, name, of: "an event")
        guard let fields = entries(entry.value, for: name) else { return }
        var raw = RawEvent(
            event: Event(name: isNamed ? name : "", description: "", location: place), memberNames: [],
            includes: [],
            replacements: [])
        var hasDescription = false
        for field in fields {
            switch field.keyText {
            case "description":
                hasDescription = true
                raw.event.description = text(field.value, for: "description") ?? ""
            case "properties": readProperties(field.value, into: &raw)
            case "owner": raw.event.owner = text(field.value, for: "owner")
            case "severity":
                raw.event.severity = severity(field.value)
            case "include":
                raw.includes = names(field.value, for: "include")
                raw.event.includes = raw.includes.map(\.name)
            case "sample_rate": raw.event.sampleRate = sampleRate(field.value)
            case "retention": raw.event.retentionDays = days(field.value, for: "retention")
            case "stability": raw.event.stability = choice(field.value, for: "stability") ?? .stable
            case "since": raw.event.since = version(field.value, for: "since")
            case "expires": raw.event.expires = date(field.value, for: "expires")
            case "renamed_from": raw.event.renamedFrom = formerName(field.value, of: "an event")
            case "removed": raw.event.removed = tombstones(field.value, of: "a removed property")
            case "deprecated": (raw.event.deprecation, raw.replacedBy) = deprecation(field.value)
            case "swift_name": raw.event.swiftName = givenSwiftName(field.value, for: "swift_name")
            case "suppress": raw.event.suppressions = readSuppressions(field.value)
            default:
                findings.misspelt(
                    .unknownKey,
                    "unknown key \(Quoted.text(field.keyText)) of the event \(Quoted.text(name))",
                    word: reference(field.key), candidates: Self.eventKeys)
            }
        }
        if !hasDescription {
            missingKey(
                "description", of: "the event \(Quoted.text(name))", at: place,
                hint: "say what happened, in a sentence")
        }
        if isNamed { catalog.events.append(raw) }
    }

    private mutating func readProperties(_ node: Node, into raw: inout RawEvent) {
        guard let entries = entries(node, for: "properties") else { return }
        raw.event.properties.reserveCapacity(entries.count)
        raw.memberNames.reserveCapacity(entries.count)
        for entry in entries {
            guard let read = readProperty(entry, in: .event, group: nil) else { continue }
            if let reference = read.replacedBy {
                raw.replacements.append(
                    RawReplacement(index: raw.event.properties.count, reference: reference))
            }
            raw.event.properties.append(read.property)
            raw.memberNames.append(read.memberName)
        }
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
            meaning: Aliases.severity(text), candidates: Severity.allCases.map(\.name))
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

    /// A day that exists; anything else is reported, and nil.
    mutating func date(_ node: Node, for key: String) -> String? {
        guard let text = text(node, for: key) else { return nil }
        if DateSyntax.isDate(text) { return text }
        findings.error(
            .invalidValue, "\(Quoted.text(key)) must be a day that exists, not \(Quoted.text(text))",
            at: location(of: node),
            hint: "write it as YYYY-MM-DD")
        return nil
    }

    /// Reads `deprecated:` of an event or a property.
    mutating func deprecation(_ node: Node) -> (Deprecation?, Reference?) {
        guard let entries = entries(node, for: "deprecated") else { return (nil, nil) }
        var deprecation = Deprecation()
        var replacedBy: Reference?
        for entry in entries {
            switch entry.keyText {
            case "since": deprecation.since = version(entry.value, for: "since")
            case "reason": deprecation.reason = text(entry.value, for: "reason")
            case "replaced_by":
                deprecation.replacedBy = text(entry.value, for: "replaced_by")
                if deprecation.replacedBy != nil { replacedBy = reference(entry.value) }
            default:
                findings.misspelt(
                    .unknownKey, "unknown key \(Quoted.text(entry.keyText)) in \"deprecated\"",
                    word: reference(entry.key), candidates: ["since", "reason", "replaced_by"])
            }
        }
        return (deprecation, replacedBy)
    }
}
