extension ParsedArguments {
    /// The prefixes of paths of files that are read from git, such as `main:`.
    var revisions: [String] {
        [OptionDefinition.catalog.name, OptionDefinition.alsoCatalog.name, OptionDefinition.againstName]
            .flatMap(values)
            .map { CatalogPlace($0).prefix }.filter { !$0.isEmpty }
    }
}
