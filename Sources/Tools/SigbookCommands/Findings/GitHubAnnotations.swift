import CatalogModel

/// Findings as workflow commands of GitHub Actions, one line each, which it shows beside the lines of a pull request.
///
/// Source: docs.github.com, "Workflow commands for GitHub Actions". Columns are in UTF-16 code units there.
struct GitHubAnnotations {
    /// The lines, each ended by a line feed.
    let text: String

    /// Writes the findings in their order.
    init(_ diagnostics: [Diagnostic], sources: [CatalogSource]) {
        let texts = SourceText.table(of: sources)
        text = diagnostics.map { Self.command(for: $0, texts) }.joined()
    }

    private static func command(for diagnostic: Diagnostic, _ texts: [String: SourceText]) -> String {
        let name =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        var properties: [(String, String)] = []
        if let location = diagnostic.location {
            let text = texts[location.path]
            func column(_ byteColumn: Int) -> String {
                String(text?.column(line: location.line, byteColumn: byteColumn) ?? byteColumn)
            }
            properties = [
                ("file", location.path), ("line", String(location.line)), ("col", column(location.column)),
            ]
            if location.length > 0 {
                properties += [
                    ("endLine", String(location.line)),
                    ("endColumn", column(location.column + location.length)),
                ]
            }
        }
        properties.append(("title", diagnostic.rule))
        var message = diagnostic.message + (diagnostic.hint.map { "; " + $0 } ?? "")
        for note in diagnostic.notes {
            let place = note.location
            message += "\n\(place.path):\(place.line):\(place.column): note: \(note.message)"
        }
        let list = properties.map { "\($0)=\(escaped($1, ":,"))" }.joined(separator: ",")
        return "::\(name) \(list)::\(escaped(message, ""))\n"
    }

    /// A text in which nothing ends a line or, of the given characters, a property.
    private static func escaped(_ text: String, _ others: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if "%\r\n".unicodeScalars.contains(scalar) || others.unicodeScalars.contains(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "%" + (digits.count < 2 ? "0" : "") + digits
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
