import CatalogModel
import Recordings

extension CommandEnvironment {
    /// What a recording is called on a command line when it comes by the standard input.
    static let standardInputName = "-"

    /// Opens a recording: a file by its path, or `-`.
    private func openRecording(_ path: String) throws -> FileSource {
        if path == Self.standardInputName { return FileSource(standardInputNamed: "standard input") }
        do throws(RecordingError) {
            return try FileSource(opening: resolve(path), named: path)
        } catch {
            throw CommandFailure(error.description, status: .findings)
        }
    }

    /// The catalogs that ``OptionDefinition/catalog`` and ``OptionDefinition/alsoCatalog`` name, ready for judging. The first one is the
    /// current catalog.
    ///
    /// Several `--catalog` are the files of one catalog, unless more than one of them has a header: then each is a catalog of its own.
    /// A catalog with errors is told on the standard error and ends the command.
    func loadJudgedCatalogs(
        _ arguments: ParsedArguments
    ) async throws -> (current: JudgedCatalog, others: [JudgedCatalog]) {
        let sources = try await loadSources(arguments)
        let places = CatalogPlace.given(arguments)
        let areSeveral =
            places.count > 1
            && CatalogLoader.load(sources).diagnostics.contains {
                $0.rule == CatalogRule.duplicateHeader.rawValue
            }
        var catalogs: [JudgedCatalog] = []
        if areSeveral {
            for place in places {
                catalogs.append(try judged(try await loadSources(at: place, paths: [place.path])))
            }
        } else {
            catalogs.append(try judged(sources))
        }
        for version in arguments.values(OptionDefinition.alsoCatalog.name) {
            catalogs.append(try judged(try await loadSources(ofVersion: version, arguments)))
        }
        return (catalogs[0], Array(catalogs.dropFirst()))
    }

    private func judged(_ sources: [CatalogSource]) throws -> JudgedCatalog {
        let result = CatalogLoader.load(sources)
        guard let catalog = result.catalog else {
            note(DiagnosticPrinter().print(result.diagnostics.filter { $0.severity == .error }))
            throw CommandFailure(
                "the catalog has errors, so nothing can be judged by it",
                hint: "see 'sigbook check'", status: .findings)
        }
        return JudgedCatalog(catalog)
    }

    /// Reads a recording to its end, with progress on a terminal.
    func read(
        _ path: String, into verification: inout Verification, visit: (Verification.Visit) -> Void = { _ in }
    ) throws {
        let source = try openRecording(path)
        let name = path == Self.standardInputName ? "standard input" : path
        do throws(RecordingError) {
            try verification.read(
                source, named: name, progress: { noteProgress(name, $0, of: source.size) }, visit: visit)
            endProgress()
        } catch {
            endProgress()
            throw CommandFailure(error.description, status: .findings)
        }
    }

    /// Says how far reading is; a line that replaces itself.
    private func noteProgress(_ name: String, _ read: Int, of size: Int) {
        guard isErrorTerminal else { return }
        let share = size > 0 ? " \(min(100, read * 100 / size)) %" : ""
        note("\r\u{1B}[K\(name): \(Figures.bytes(read))\(share)")
    }

    /// Takes the line of progress away.
    private func endProgress() {
        if isErrorTerminal { note("\r\u{1B}[K") }
    }
}
