#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif
import EventCatalog

/// What the tool says. SwiftPM and Xcode show lines of the form `path:line:column: error: …` where they belong.
enum Report {
    /// Writes diagnostics on the standard error.
    ///
    /// - Parameter given: the files as the command line has them, by the paths that the catalog's locations have: a build
    ///   system only finds the former.
    static func diagnostics(_ diagnostics: [Diagnostic], given: [String: String]) {
        var text = ""
        for diagnostic in diagnostics {
            text += line(
                diagnostic.location, diagnostic.severity, message(diagnostic) + " [" + diagnostic.rule + "]", given)
            for note in diagnostic.notes { text += line(note.location, .note, note.message, given) }
        }
        put(text, to: 2)
    }

    /// Writes a line on the standard error.
    static func talk(_ text: String) {
        put(text + "\n", to: 2)
    }

    /// Writes a result on the standard output.
    static func result(_ text: String) {
        put(text, to: 1)
    }

    private static func put(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var offset = 0
            while offset < bytes.count {
                let count = write(
                    descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return }
                offset += count
            }
        }
    }

    private static func message(_ diagnostic: Diagnostic) -> String {
        guard let hint = diagnostic.hint else { return diagnostic.message }
        return diagnostic.message + "; " + hint
    }

    private static func line(
        _ location: SourceLocation?, _ severity: Diagnostic.Severity, _ message: String, _ given: [String: String]
    ) -> String {
        let text = severity.rawValue + ": " + message + "\n"
        guard let location else { return text }
        let path = given[location.path] ?? location.path
        return path + ":" + String(location.line) + ":" + String(location.column) + ": " + text
    }
}
