import CatalogModel

/// What Swift code does with one event of the catalog.
struct EventStatus {
    /// The event.
    var event: Event
    /// Where it is made in the sources.
    var sources: [SourceLocation]
    /// Where it is made in the tests.
    var tests: [SourceLocation]
    /// Where its name is a string in the sources.
    var strings: [SourceLocation]

    /// How much it is used.
    enum Use: String, CaseIterable {
        case never, onlyAsString, onlyInTests, tracked
    }

    /// How much it is used.
    var use: Use {
        if !sources.isEmpty { return .tracked }
        if !strings.isEmpty { return .onlyAsString }
        return tests.isEmpty ? .never : .onlyInTests
    }

    /// Whether somebody should do something about it: a deprecated event need not be tracked any more.
    var isUnused: Bool { use != .tracked && event.deprecation == nil }
}

extension EventStatus {
    private static let unused = "event-not-tracked"
    private static let onlyInTests = "event-only-in-tests"
    private static let asString = "event-as-string"

    /// The rules of `status`.
    static let rules = [
        FindingRule(
            name: unused, severity: .warning, summary: "Every event of the catalog is tracked somewhere.",
            help: "Track the event, or mark it as deprecated and remove it."),
        FindingRule(
            name: onlyInTests, severity: .warning, summary: "Events are tracked by more than tests.",
            help: "Track the event in the sources too, or mark it as deprecated and remove it."),
        FindingRule(
            name: asString, severity: .warning,
            summary: "Events are tracked by their generated types, not by their names.",
            help:
                "Use the event's factory, as in `track(.sessionCreated(…))`, so that the compiler checks it."),
    ]

    /// What is to be said about the event.
    ///
    /// - Parameter severity: how bad an event is that nobody tracks.
    func findings(_ severity: Diagnostic.Severity) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let name = Quoted.text(event.name)
        if isUnused, use == .onlyInTests {
            findings.append(
                Diagnostic(
                    severity, rule: Self.onlyInTests, "\(name) is tracked by tests alone", at: event.location,
                    notes: tests.prefix(3).map { Diagnostic.Note("tracked here", at: $0) }))
        } else if isUnused {
            findings.append(
                Diagnostic(severity, rule: Self.unused, "\(name) is not tracked", at: event.location))
        }
        findings += strings.map { place in
            Diagnostic(
                .warning, rule: Self.asString, "\(name) is written as a string", at: place,
                hint: "use .\(SwiftNames.memberName(of: event))(…), which the compiler checks")
        }
        return findings
    }
}
