package import EventCatalog

extension CommandEnvironment {
    /// Writes findings as results, in the format asked for, and for people a summary as talk.
    ///
    /// - Parameter sources: the files that were read; on a terminal the lines that findings are about are shown from them, and SARIF
    ///   takes the places of fixes from them.
    /// - Returns: `.findings` when one of them is an error.
    package func report(
        _ diagnostics: [Diagnostic], sources: [CatalogSource], format: FindingFormat
    ) -> ExitStatus {
        switch format {
        case .text:
            var printer = isTerminal ? DiagnosticPrinter(showing: sources) : DiagnosticPrinter()
            printer.isColored = style.isEnabled
            write(printer.print(diagnostics))
            note(FindingSummary(diagnostics).sentence + "\n")
        case .json: write(JSONFindings(diagnostics).text)
        case .github: write(GitHubAnnotations(diagnostics, sources: sources).text)
        case .sarif: write(SARIFLog(diagnostics, sources: sources).text)
        }
        return diagnostics.containError ? .findings : .success
    }
}
