package import CatalogModel

extension CommandEnvironment {
    /// Writes findings as results, in the format asked for, and for people a summary as talk.
    ///
    /// - Parameters:
    ///   - sources: the files that were read. A terminal shows the lines of findings from them, and SARIF takes the places of fixes
    ///     from them.
    ///   - revisions: the prefixes of the paths of files that were read from git. Annotations and code scanning identify files by
    ///     their paths, so the prefixes are removed there.
    /// - Returns: `.findings` when one of them is an error.
    package func report(
        _ diagnostics: [Diagnostic], sources: [CatalogSource], format: FindingFormat,
        dropping revisions: [String] = []
    ) -> ExitStatus {
        var (placed, files) = (diagnostics, sources)
        if format == .github || format == .sarif, !revisions.isEmpty {
            placed = diagnostics.map { $0.dropping(revisions) }
            files = sources.map { CatalogSource(path: $0.path.dropping(revisions), bytes: $0.bytes) }
        }
        switch format {
        case .text:
            var printer = isTerminal ? DiagnosticPrinter(showing: sources) : DiagnosticPrinter()
            printer.isColored = style.isEnabled
            write(printer.print(diagnostics))
            note(FindingSummary(diagnostics).sentence + "\n")
        case .json: write(JSONFindings(diagnostics).text)
        case .github: write(GitHubAnnotations(placed, sources: files).text)
        case .sarif: write(SARIFLog(placed, sources: files, rule: FindingRule.named).text)
        }
        return diagnostics.containError ? .findings : .success
    }
}

extension Diagnostic {
    /// The finding, with paths that have no revision as a prefix.
    fileprivate func dropping(_ revisions: [String]) -> Diagnostic {
        var result = self
        result.location?.path = location?.path.dropping(revisions) ?? ""
        for index in notes.indices {
            result.notes[index].location.path = notes[index].location.path.dropping(revisions)
        }
        result.fix?.path = fix?.path.dropping(revisions) ?? ""
        return result
    }
}

extension String {
    /// The path without a revision as a prefix.
    fileprivate func dropping(_ revisions: [String]) -> String {
        revisions.first(where: hasPrefix).map { String(dropFirst($0.count)) } ?? self
    }
}
