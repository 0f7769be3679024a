import TestSupport
import Testing

@testable import CatalogModel

/// A diagnostic that a test expects.
struct Finding {
    /// The mark in the input where it is to stand.
    var mark: Character
    /// The rule's name.
    var rule: String
    /// What the message with its hint must contain, each of these.
    var texts: [String]
    /// The marks of its notes, in order.
    var notes: [Character]
    /// What the fix puts in place of the marked word; nil: no fix is expected or forbidden.
    var replacement: String?
    /// How bad it is.
    var severity: Diagnostic.Severity

    init(
        _ mark: Character, _ rule: CatalogRule, _ texts: String..., notes: [Character] = [],
        replacement: String? = nil,
        severity: Diagnostic.Severity = .error
    ) {
        self.mark = mark
        self.rule = rule.rawValue
        self.texts = texts
        self.notes = notes
        self.replacement = replacement
        self.severity = severity
    }
}

/// A header, for tests that are about something else.
let header = "catalog: {name: test, version: 1.0.0}\n"

/// Loads the files, whose marks are taken out, and compares all that is found with what is expected: nothing may be missing,
/// and nothing may be found besides. A header is added, as a file of its own, unless a file has one or `addsHeader` is false.
@discardableResult
func expect(
    _ files: KeyValuePairs<String, String>, _ expected: Finding..., addsHeader: Bool = true,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> CatalogResult {
    check(files.map { ($0.key, $0.value) }, expected, addsHeader, sourceLocation)
}

/// The same for a catalog of one file.
@discardableResult
func expect(
    _ text: String, _ expected: Finding..., addsHeader: Bool = true,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> CatalogResult {
    check([("signals.yaml", text)], expected, addsHeader, sourceLocation)
}

private func check(
    _ files: [(path: String, text: String)], _ expected: [Finding], _ addsHeader: Bool,
    _ sourceLocation: Testing.SourceLocation
) -> CatalogResult {
    var sources: [CatalogSource] = []
    var places: [Character: CatalogModel.SourceLocation] = [:]
    var hasHeader = false
    for file in files {
        let marked = MarkedText(file.text)
        sources.append(CatalogSource(path: file.path, text: marked.text))
        hasHeader = hasHeader || marked.text.split(separator: "\n").contains { $0.hasPrefix("catalog:") }
        for (mark, place) in marked.places {
            places[mark] = CatalogModel.SourceLocation(
                path: file.path, line: place.line, column: place.column)
        }
    }
    if addsHeader, !hasHeader { sources.append(CatalogSource(path: "~header.yaml", text: header)) }
    let result = CatalogLoader.load(sources)
    var found = result.diagnostics
    let printer = DiagnosticPrinter(showing: sources)
    for finding in expected {
        let place = places[finding.mark]
        let index = found.firstIndex { diagnostic in
            diagnostic.rule == finding.rule && diagnostic.severity == finding.severity
                && isSame(diagnostic.location, place)
                && finding.texts.allSatisfy {
                    (diagnostic.message + "; " + (diagnostic.hint ?? "")).contains($0)
                }
                && diagnostic.notes.count == finding.notes.count
                && zip(diagnostic.notes, finding.notes).allSatisfy { isSame($0.location, places[$1]) }
        }
        guard let index else {
            Issue.record(
                """
                Expected at \(finding.mark) [\(finding.rule)]: \(finding.texts)
                Found:
                \(printer.print(found))
                """, sourceLocation: sourceLocation)
            continue
        }
        let diagnostic = found.remove(at: index)
        if let replacement = finding.replacement {
            #expect(diagnostic.fix?.replacement == replacement, sourceLocation: sourceLocation)
            #expect(
                fixPointsAtLocation(diagnostic, sources), "the fix does not replace the marked word",
                sourceLocation: sourceLocation)
        }
    }
    if !found.isEmpty {
        Issue.record("Not expected:\n\(printer.print(found))", sourceLocation: sourceLocation)
    }
    let hasError = result.diagnostics.containError
    #expect((result.catalog == nil) == hasError, sourceLocation: sourceLocation)
    return result
}

/// Whether a diagnostic's place is the marked one; lengths are not marked.
private func isSame(_ location: CatalogModel.SourceLocation?, _ place: CatalogModel.SourceLocation?) -> Bool {
    location?.path == place?.path && location?.line == place?.line && location?.column == place?.column
}

/// Whether the bytes that the fix replaces are on the diagnostic's line.
private func fixPointsAtLocation(_ diagnostic: Diagnostic, _ sources: [CatalogSource]) -> Bool {
    guard let fix = diagnostic.fix, let location = diagnostic.location, fix.path == location.path,
        let source = sources.first(where: { $0.path == fix.path }), fix.range.upperBound <= source.bytes.count
    else { return false }
    let before = source.bytes[..<fix.range.lowerBound]
    let line = before.count { $0 == 0x0A } + 1
    let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
    return line == location.line && (0...1).contains(column - location.column)
}
