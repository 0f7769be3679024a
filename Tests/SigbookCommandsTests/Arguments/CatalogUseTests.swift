import Testing

@testable import SigbookCommands

@Suite struct `What the command plugin knows of commands` {
    @Test func `it is those that take a catalog, and each once`() {
        let takers = AllCommands.list.map { $0.definition }.filter { definition in
            definition.options.contains { $0.name == OptionDefinition.catalog.name }
        }
        #expect(CatalogUse.forEach.union(CatalogUse.forOne) == Set(takers.map(\.name)))
        #expect(CatalogUse.forEach.isDisjoint(with: CatalogUse.forOne))
    }
}
