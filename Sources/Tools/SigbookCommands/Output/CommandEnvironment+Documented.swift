import CatalogModel

extension CommandEnvironment {
    /// The catalog that ``OptionDefinition/catalog`` names, for output that shows its paths: those are relative and name no revision,
    /// whatever was given, so that the output is the same on every machine. Nil when the catalog has errors, which are reported then.
    func catalogForOutput(_ arguments: ParsedArguments) async throws -> Catalog? {
        let (sources, result) = try await loadCatalog(arguments)
        guard let catalog = result.catalog else {
            _ = report(result.diagnostics, sources: sources, format: .text)
            return nil
        }
        let shown = shortened(withoutRevisions(sources, arguments))
        if shown.map(\.path) == sources.map(\.path) { return catalog }
        // Two files of one name, as of two revisions, keep what tells them apart.
        return CatalogLoader.load(shown).catalog ?? catalog
    }

    private func withoutRevisions(
        _ sources: [CatalogSource], _ arguments: ParsedArguments
    ) -> [CatalogSource] {
        let prefixes = CatalogPlace.given(arguments).map(\.prefix).filter { !$0.isEmpty }
        return sources.map { source in
            guard let prefix = prefixes.first(where: source.path.hasPrefix) else { return source }
            return CatalogSource(path: String(source.path.dropFirst(prefix.count)), bytes: source.bytes)
        }
    }

    /// The sources with paths relative to the working directory or, where one is elsewhere, to the folder above the one that holds all.
    private func shortened(_ sources: [CatalogSource]) -> [CatalogSource] {
        guard sources.contains(where: { $0.path.hasPrefix("/") }) else { return sources }
        let own = workingDirectory + "/"
        let start: Int
        if sources.allSatisfy({ $0.path.hasPrefix(own) || !$0.path.hasPrefix("/") }) {
            start = own.utf8.count
        } else {
            var shared = sources[0].path.split(separator: "/").dropLast()
            for source in sources {
                let parts = source.path.split(separator: "/").dropLast()
                let count = zip(shared, parts).prefix(while: { $0 == $1 }).count
                shared = shared.prefix(count)
            }
            start = shared.dropLast().reduce(1) { $0 + $1.utf8.count + 1 }
        }
        return sources.map { source in
            guard source.path.hasPrefix("/") else { return source }
            return CatalogSource(
                path: String(decoding: source.path.utf8.dropFirst(start), as: UTF8.self), bytes: source.bytes)
        }
    }
}
