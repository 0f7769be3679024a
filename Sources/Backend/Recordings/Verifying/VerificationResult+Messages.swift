import CatalogModel
import SignalVocabulary

extension VerificationResult {
    /// What a finding says, and what to do about it.
    static func message(
        _ group: FindingLog.Group, _ subject: FindingSubject, _ suggestions: inout Suggestions
    ) -> (message: String, hint: String?) {
        let key = group.key
        let event = subject.event.map { Quoted.text($0.name) } ?? "a record"
        let name = key.name.map { Quoted.text($0) }
        let property =
            subject.property.map {
                "\(Quoted.text($0.name)) of \(subject.event == nil ? "the context" : event)"
            } ?? "a value of \(event)"
        let example = group.example.map { Quoted.text($0) } ?? "a value"
        let constraints = subject.property?.constraints
        switch key.rule {
        case .invalidJSON:
            let reason = JSONProblem.Reason(rawValue: key.detail)?.message ?? "not JSON"
            return ("not JSON: \(reason)", nil)
        case .notARecord:
            return (RecordProblem.Reason(rawValue: key.detail)?.message ?? "not a record", nil)
        case .lineTooLong: return ("the line is too long to be read", "the limit is 16 MiB a line")
        case .duplicateKey: return ("\(event) has the key \(name ?? "") twice", nil)
        case .invalidHeader: return (header(key.detail, event), nil)
        case .unknownEvent:
            let nearest = key.name.flatMap { suggestions.nearest(to: $0, among: subject.candidates) }
            return (
                name.map { "the catalog has no event \($0)" } ?? "more events that the catalog does not have",
                nearest.map { "did you mean \(Quoted.text($0))?" }
            )
        case .removedEvent:
            let since = subject.tombstone?.since.map { " in version \($0)" } ?? ""
            return ("the event \(name ?? "") was removed\(since)", subject.tombstone?.reason)
        case .deprecatedEvent: return ("\(event) is deprecated", nil)
        case .expiredEvent:
            return ("\(event) was recorded after it expired on \(subject.event?.expires ?? "")", nil)
        case .unknownProperty:
            let nearest = key.name.flatMap { suggestions.nearest(to: $0, among: subject.candidates) }
            return (
                name.map { "\(event) has no property \($0)" }
                    ?? "more properties that \(event) does not have",
                nearest.map { "did you mean \(Quoted.text($0))?" }
            )
        case .removedProperty:
            let since = subject.tombstone?.since.map { " in version \($0)" } ?? ""
            return (
                "\(event) has the property \(name ?? ""), which was removed\(since)",
                subject.tombstone?.reason
            )
        case .deprecatedProperty: return ("\(property) is deprecated", nil)
        case .missingProperty: return ("\(property) is missing", nil)
        case .nullProperty:
            return (
                "\(property) is null", "leave out what is not known; only context without a default is null"
            )
        case .wrongType:
            let type = subject.property?.type.name ?? "value"
            return (
                "\(property) is \(group.example ?? "something else"); expected the type \(Quoted.text(type))",
                nil
            )
        case .outOfRange:
            return ("\(property) is \(group.example ?? "out of range"); expected \(range(constraints))", nil)
        case .tooLong:
            return (
                "\(property) is longer than \(GroupedNumber.text(constraints?.maxLength ?? PropertyLimits.stringLength)) characters",
                nil
            )
        case .tooManyItems:
            return (
                "\(property) has \(group.example ?? "too many") elements; expected at most "
                    + "\(GroupedNumber.text(constraints?.maxItems ?? PropertyLimits.listCount))", nil
            )
        case .patternMismatch:
            return (
                "\(property) is \(example), which does not match \(Quoted.text(constraints?.pattern ?? ""))",
                nil
            )
        case .unknownValue:
            let nearest = group.example.flatMap { suggestions.nearest(to: $0, among: subject.candidates) }
            return (
                "\(property) is \(example), which is none of its values",
                nearest.map { "did you mean \(Quoted.text($0))?" }
                    ?? (subject.candidates.count <= 12 ? "expected \(Quoted.list(subject.candidates))" : nil)
            )
        case .invalidFormat:
            let type = subject.property?.type.name ?? "value"
            return ("\(property) is \(example), which is not the form of the type \(Quoted.text(type))", nil)
        case .rawPersonalData:
            if key.detail == 1 {
                return (
                    "\(property) has user information, a query or a fragment, which never leave the caller",
                    nil
                )
            }
            let handling = subject.property?.handling?.rawValue ?? ""
            return ("\(property) is not as its handling \(Quoted.text(handling)) leaves values", nil)
        case .suspectedPersonalData:
            let kind = PersonalDataScan.Kind(rawValue: key.detail)?.name ?? "personal data"
            return ("\(property) looks like \(kind)", "give the property a handling, or do not record it")
        case .markedViolation:
            return ("the sender marked \(event) as breaking its catalog: \(example)", nil)
        case .emptyRecording, .lowCoverage: return (key.rule.summary, nil)
        }
    }

    private static func header(_ detail: UInt8, _ event: String) -> String {
        switch Judge.HeaderField(rawValue: detail) {
        case .event: "the event's name is no string"
        case .timestamp: "\(event) has no time as RFC 3339 text, or in nanoseconds since 1970"
        case .severity:
            "\(event) has no severity; expected \(Quoted.list(Severity.allCases.map(\.name)))"
        case .catalog, nil: "the catalog of \(event) is no string"
        }
    }

    private static func range(_ constraints: Constraints?) -> String {
        func text(_ bound: Constraints.Bound) -> String {
            switch bound {
            case .integer(let number): "\(number)"
            case .double(let number): "\(number)"
            }
        }
        switch (constraints?.minimum, constraints?.maximum) {
        case (let minimum?, let maximum?): return "\(text(minimum)) to \(text(maximum))"
        case (let minimum?, nil): return "\(text(minimum)) or more"
        case (nil, let maximum?): return "\(text(maximum)) or less"
        case (nil, nil): return "a finite number, not below 0 if it is a duration or a byte count"
        }
    }
}
