import SignalVocabulary
package import CatalogModel

extension VerificationResult {
    /// What was found, as diagnostics: one for all findings of a kind, which says how often and where first.
    ///
    /// Errors come first, then warnings; within these, in the order of files and lines.
    ///
    /// - Parameter minimumCoverage: In percent; less than that is an error.
    package func diagnostics(minimumCoverage: Double? = nil) -> [Diagnostic] {
        var suggestions = Suggestions()
        var result: [Diagnostic] = []
        if counts.records == unjudgedCount { result.append(emptyRecording()) }
        let order = findings.indices.sorted { first, second in
            let (one, other) = (findings[first], findings[second])
            if one.key.rule.isWarning != other.key.rule.isWarning { return other.key.rule.isWarning }
            return Self.precedes(one.places[0], other.places[0]) ?? (first < second)
        }
        for index in order {
            result.append(diagnostic(findings[index], findingSubjects[index], &suggestions))
        }
        if let minimumCoverage, coverage.percent < minimumCoverage, counts.records > unjudgedCount {
            result.append(
                Diagnostic(
                    .error, rule: RecordingRule.lowCoverage.rawValue,
                    "the recording covers \(Figures.percent(coverage.percent)) of the catalog, less than the "
                        + "\(Figures.percent(minimumCoverage)) asked for",
                    at: files.first.map { SourceLocation(path: $0, line: 1, column: 1) }))
        }
        return result
    }

    private static func precedes(_ first: RecordingPlace, _ second: RecordingPlace) -> Bool? {
        if first.file != second.file { return first.file < second.file }
        if first.line != second.line { return first.line < second.line }
        return first.column == second.column ? nil : first.column < second.column
    }

    private var unjudgedCount: Int { counts.unjudged.values.reduce(0, +) }

    private func emptyRecording() -> Diagnostic {
        var reasons = unjudgedNotes
        let unreadable = findings.filter { $0.key.catalog < 0 }.reduce(0) { $0 + $1.count }
        if unreadable > 0 { reasons.append("\(Figures.count(unreadable, "line")) cannot be read") }
        if counts.unnamed > 0 {
            reasons.append("\(Figures.count(counts.unnamed, "log record")) without an event's name")
        }
        if otherSignalLines > 0 {
            reasons.append("\(Figures.count(otherSignalLines, "line")) of spans or metrics")
        }
        if reasons.isEmpty { reasons.append(byteCount == 0 ? "it is empty" : "it holds blank lines only") }
        return Diagnostic(
            .error, rule: RecordingRule.emptyRecording.rawValue,
            "the recording has no event\(unjudgedCount > 0 ? " of a catalog that was given" : ""): \(reasons.joined(separator: ", "))",
            at: files.first.map { SourceLocation(path: $0, line: 1, column: 1) },
            hint: "a check of nothing would pass whatever the program does")
    }

    private func location(_ place: RecordingPlace) -> SourceLocation {
        SourceLocation(path: files[place.file], line: place.line, column: place.column)
    }

    private func diagnostic(
        _ group: FindingLog.Group, _ subject: FindingSubject, _ suggestions: inout Suggestions
    ) -> Diagnostic {
        var (message, hint) = Self.message(group, subject, &suggestions)
        if group.count > 1 { message += " (\(GroupedNumber.text(group.count)) times)" }
        if hint == nil, let replacement = replacement(group.key.rule, subject) {
            hint = "use \(Quoted.text(replacement))"
        }
        return Diagnostic(
            group.key.rule.isWarning ? .warning : .error, rule: group.key.rule.rawValue, message,
            at: location(group.places[0]), hint: hint,
            notes: group.places.dropFirst().map { Diagnostic.Note("again here", at: location($0)) })
    }

    private func replacement(_ rule: RecordingRule, _ subject: FindingSubject) -> String? {
        switch rule {
        case .deprecatedEvent: subject.event?.deprecation?.replacedBy
        case .deprecatedProperty: subject.property?.deprecation?.replacedBy
        default: nil
        }
    }
}
