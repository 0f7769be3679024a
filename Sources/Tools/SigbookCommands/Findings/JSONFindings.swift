import DocumentTools
import CatalogModel

/// Findings as one JSON object, for programs. Members are added over time; none changes its meaning while `version` is 1.
///
///     {
///       "version": 1,
///       "errors": 1, "warnings": 0, "notes": 0,
///       "findings": [
///         {
///           "severity": "error",                     error, warning or note
///           "rule": "unknown-key",                   stable
///           "message": "unknown key \"minimun\"",    without the hint
///           "hint": "did you mean \"minimum\"?",     absent when there is none
///           "location": { "path": "schema/a.yaml", "line": 8, "column": 32, "length": 7 },
///           "notes": [ { "message": "…", "location": { … } } ],
///           "fix": { "title": "…", "path": "schema/a.yaml", "offset": 120, "length": 7, "replacement": "minimum" }
///         }
///       ]
///     }
///
/// Lines and columns count from 1, offsets from 0; columns, offsets and lengths are in UTF-8 bytes. `location` is absent for what is
/// about no place, `fix` where none is known; paths are as they were given.
struct JSONFindings {
    /// The object's text, ended by a line feed.
    let text: String

    /// Writes the findings in their order.
    ///
    /// - Parameter members: what a command has to say besides, behind the findings.
    init(_ diagnostics: [Diagnostic], members: [JSONValue.Member] = []) {
        let summary = FindingSummary(diagnostics)
        text =
            JSONValue.object(
                [
                    JSONValue.Member("version", .integer(1)),
                    JSONValue.Member("errors", .integer(summary.errors)),
                    JSONValue.Member("warnings", .integer(summary.warnings)),
                    JSONValue.Member("notes", .integer(summary.notes)),
                    JSONValue.Member("findings", .array(diagnostics.map(Self.finding))),
                ] + members
            ).text
    }

    /// One finding as an object.
    static func finding(_ diagnostic: Diagnostic) -> JSONValue {
        .object(
            ("severity", .string(diagnostic.severity.rawValue)), ("rule", .string(diagnostic.rule)),
            ("message", .string(diagnostic.message)), ("hint", diagnostic.hint.map(JSONValue.string)),
            ("location", diagnostic.location.map(location)),
            (
                "notes",
                .array(
                    diagnostic.notes.map {
                        .object(("message", .string($0.message)), ("location", location($0.location)))
                    })
            ), ("fix", diagnostic.fix.map(fix)))
    }

    /// A place as an object.
    static func location(_ location: SourceLocation) -> JSONValue {
        .object(
            ("path", .string(location.path)), ("line", .integer(location.line)),
            ("column", .integer(location.column)), ("length", .integer(location.length)))
    }

    private static func fix(_ fix: Diagnostic.Fix) -> JSONValue {
        .object(
            ("title", .string(fix.title)), ("path", .string(fix.path)),
            ("offset", .integer(fix.range.lowerBound)), ("length", .integer(fix.range.count)),
            ("replacement", .string(fix.replacement)))
    }
}
