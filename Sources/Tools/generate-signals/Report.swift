#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif
import CatalogModel

/// What the tool says. SwiftPM and Xcode show lines of the form `path:line:column: error: …` where they belong.
enum Report {
    /// Writes diagnostics on the standard error, on a terminal with the lines they are about.
    ///
    /// - Parameters:
    ///   - given: the files as the command line has them, by the paths that the catalog's locations have: a build system
    ///     only finds the former.
    ///   - sources: the files that could be read.
    static func diagnostics(_ diagnostics: [Diagnostic], given: [String: String], sources: [CatalogSource]) {
        if diagnostics.isEmpty { return }
        let found = diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            if let path = diagnostic.location?.path { diagnostic.location?.path = given[path] ?? path }
            for index in diagnostic.notes.indices {
                let path = diagnostic.notes[index].location.path
                diagnostic.notes[index].location.path = given[path] ?? path
            }
            return diagnostic
        }
        let shown = sources.map { CatalogSource(path: given[$0.path] ?? $0.path, bytes: $0.bytes) }
        let printer = isatty(2) == 1 ? DiagnosticPrinter(showing: shown) : DiagnosticPrinter()
        _ = StandardStream.error.put(printer.print(found))
    }

    /// Writes a line on the standard error.
    static func talk(_ text: String) {
        _ = StandardStream.error.put(text + "\n")
    }

    /// Writes a result on the standard output.
    static func result(_ text: String) {
        _ = StandardStream.output.put(text)
    }
}
