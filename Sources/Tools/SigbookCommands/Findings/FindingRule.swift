package import CatalogModel

/// A rule that findings name.
package struct FindingRule: Sendable {
    /// Its stable name.
    package var name: String
    /// How bad its findings are unless the catalog says otherwise.
    package var severity: Diagnostic.Severity
    /// What it asks for, in one sentence.
    package var summary: String
    /// What its users should know, in Markdown that reads well as plain text.
    package var help: String

    /// A rule with the given parts.
    package init(name: String, severity: Diagnostic.Severity, summary: String, help: String) {
        self.name = name
        self.severity = severity
        self.summary = summary
        self.help = help
    }
}
