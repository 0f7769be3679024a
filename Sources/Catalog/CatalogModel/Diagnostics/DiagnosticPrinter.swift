import SignalVocabulary

/// The one way diagnostics are printed: `path:line:col: error: message [rule]`, as SwiftPM and Xcode read it.
package struct DiagnosticPrinter: Sendable {
    /// The lines to show under a diagnostic, by path; empty: none are shown.
    private var sources: [String: Text] = [:]

    /// Whether to colour the words as compilers do (ECMA-48); for terminals only.
    package var isColored = false

    /// A printer of one line a diagnostic and a note.
    package init() {}

    /// A printer that also shows the line with a caret under the place, as for a terminal.
    package init(showing sources: [CatalogSource]) {
        for source in sources { self.sources[source.path] = Text(source.bytes) }
    }

    /// All diagnostics, each with its notes behind it; every line ends with a line feed.
    package func print(_ diagnostics: [Diagnostic]) -> String {
        var text = ""
        for diagnostic in diagnostics { print(diagnostic, to: &text) }
        return text
    }

    /// One diagnostic with its notes.
    package func print(_ diagnostic: Diagnostic, to text: inout String) {
        var message = diagnostic.message
        if let hint = diagnostic.hint { message += "; " + hint }
        print(diagnostic.severity, "\(message) [\(diagnostic.rule)]", at: diagnostic.location, to: &text)
        for note in diagnostic.notes { print(.note, note.message, at: note.location, to: &text) }
    }

    private func print(
        _ severity: Diagnostic.Severity, _ message: String, at location: SourceLocation?,
        to text: inout String
    ) {
        let label = colored(severity.rawValue + ":", Self.color(of: severity))
        guard let location else {
            text += "\(label) \(message)\n"
            return
        }
        let place = colored("\(location.path):\(location.line):\(location.column):", "1")
        text += "\(place) \(label) \(message)\n"
        if let source = sources[location.path] { printExcerpt(source, location, to: &text) }
    }

    private static func color(of severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "1;31"
        case .warning: "1;35"
        case .note: "1;36"
        }
    }

    private func colored(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// The longest line that is shown; a longer one would fill the screen.
    private static let maximumLineLength = 200

    /// The line and a caret line under it: `^` at the column, then `~` for the rest of the length.
    private func printExcerpt(_ source: Text, _ location: SourceLocation, to text: inout String) {
        guard let bytes = source.line(location.line) else { return }
        let start = location.column - 1
        guard bytes.count <= Self.maximumLineLength, start >= 0, start <= bytes.count else { return }
        // Hidden characters could play tricks on a terminal, and they are not where the caret says.
        let line = String(decoding: bytes, as: UTF8.self)
        guard !HiddenCharacters.occur(in: line.replacing("\t", with: " ")) else { return }
        var marks = ""
        var offset = 0
        for byte in bytes {
            // One mark a scalar: bytes that only go on with one are skipped.
            if offset >= start + max(location.length, 1) { break }
            defer { offset += 1 }
            if byte & 0xC0 == 0x80 { continue }
            marks += offset < start ? (byte == 0x09 ? "\t" : " ") : (offset == start ? "^" : "~")
        }
        if start == bytes.count { marks += "^" }
        text += line + "\n" + colored(marks, "1;32") + "\n"
    }

    /// A file, with the beginnings of its lines found once.
    private struct Text: Sendable {
        var bytes: [UInt8]
        var starts: [Int]

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            // A byte order mark does not count among the first line's columns.
            starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
            for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
        }

        /// The bytes of a line, without its line end; nil when there is no such line.
        func line(_ number: Int) -> ArraySlice<UInt8>? {
            guard number >= 1, number <= starts.count else { return nil }
            let start = starts[number - 1]
            var end = number < starts.count ? starts[number] - 1 : bytes.count
            if end > start, bytes[end - 1] == 0x0D { end -= 1 }
            return bytes[start..<max(start, end)]
        }
    }
}
