/// How findings are written.
package enum FindingFormat: String, Sendable, CaseIterable {
    /// For people: `path:line:column: error: …`, and on a terminal the line with a caret.
    case text
    /// For programs: one object, see ``JSONFindings``.
    case json
    /// Workflow commands of GitHub Actions, which become annotations.
    case github
    /// SARIF 2.1.0, for code scanning.
    case sarif
}
