import Testing

@testable import SigbookCommands

@Suite struct `What the command plugin knows of commands` {
    @Test func `it is those that take a catalog, and each once`() {
        let takers = AllCommands.list.map { $0.definition }.filter { definition in
            definition.options.contains { $0.name == OptionDefinition.catalog.name }
        }
        let known = [CatalogUse.forEach, CatalogUse.forOne, CatalogUse.making].flatMap(\.self)
        #expect(known.sorted() == takers.map(\.name).sorted())
    }
}
