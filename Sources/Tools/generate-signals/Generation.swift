import CatalogModel
import SwiftEmitter

/// One run: read the files, load the catalog, write its Swift, say what is wrong.
struct Generation {
    /// What was asked for.
    let arguments: Arguments

    /// Does it all.
    ///
    /// - Parameter end: ends the process with a status. With an error nothing is written: the build fails and goes on failing, since
    ///   its command never succeeded, while what is there stays as it is for when the catalog is whole again.
    func run(end: (Int32) -> Never) -> Never {
        var sources: [CatalogSource] = []
        var given: [String: String] = [:]
        var diagnostics = newcomers(&given)
        for file in arguments.files {
            let path = CatalogPath.relative(file, to: arguments.root)
            given[path] = file
            do throws(Files.Failure) {
                sources.append(CatalogSource(path: path, bytes: try Files.contents(of: file)))
            } catch {
                let place = SourceLocation(path: path, line: 1, column: 1)
                diagnostics.append(
                    Diagnostic(
                        .error, rule: "unreadable-file", "\(error.action) this file: \(error.reason)",
                        at: place))
            }
        }
        diagnostics += SwiftEmitter.checkOutputNames(of: sources.map(\.path))
        let result = CatalogLoader.load(sources)
        // What is missing because a file cannot be read is not worth a word beside the file.
        if sources.count == arguments.files.count { diagnostics += result.diagnostics }
        Report.diagnostics(diagnostics, given: given, sources: sources)
        guard !diagnostics.containError, let catalog = result.catalog else { end(1) }
        // The process ends with the catalog in memory. To free its parts one by one would take a twentieth of the whole time.
        withExtendedLifetime(catalog) { end(finish(SwiftEmitter.emit(catalog))) }
    }

    /// An error for each catalog file that stands in the folder and was not given: the build was planned before it came.
    private func newcomers(_ given: inout [String: String]) -> [Diagnostic] {
        guard let folder = arguments.complete else { return [] }
        let known = Set(arguments.files)
        return Files.catalogFiles(below: folder).filter { !known.contains($0) }.map { file in
            let path = CatalogPath.relative(file, to: arguments.root)
            given[path] = file
            return Diagnostic(
                .error, rule: "new-catalog-file",
                "this catalog file came after the build was planned; change the package, as with 'touch Package.swift', and build again",
                at: SourceLocation(path: path, line: 1, column: 1))
        }
    }

    private func finish(_ files: [GeneratedFile]) -> Int32 {
        let output = Output(folder: arguments.output)
        if arguments.checks {
            let differences = output.differences(from: files)
            for difference in differences { Report.talk(difference) }
            return differences.isEmpty ? 0 : 1
        }
        do throws(Files.Failure) {
            try output.update(to: files)
            return 0
        } catch {
            Report.talk("error: \(error.action) \"\(error.path)\": \(error.reason)")
            return 1
        }
    }
}
