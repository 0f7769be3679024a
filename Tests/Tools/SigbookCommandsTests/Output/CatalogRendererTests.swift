import CatalogDocuments
import CatalogModel
import Testing

@testable import SigbookCommands

/// What holds for every renderer of the index.
@Suite struct CatalogRendererTests {
    private static let sources = [
        CatalogSource(
            path: "schema/a.yaml",
            text: """
                catalog: { name: shop, version: 1.0.0 }
                events:
                  order_placed: { description: A customer ordered., properties: { total: { type: int, description: How much. } } }
                """),
        CatalogSource(
            path: "schema/b/c.yaml", text: "events: { order_sent: { description: It went out. } }\n"),
    ]

    private func files(of renderer: any CatalogRenderer.Type, _ sources: [CatalogSource]) throws
        -> [RenderedFile]
    {
        renderer.render(try #require(CatalogLoader.load(sources).catalog), RenderingOptions())
    }

    @Test(arguments: CatalogRenderers.all.map { $0.name })
    func `a renderer writes marked files into its folders, the same whatever the order`(name: String) throws {
        let renderer = try #require(CatalogRenderers.all.first { $0.name == name })
        let files = try files(of: renderer, Self.sources)
        #expect(!files.isEmpty)
        #expect(try files == self.files(of: renderer, Self.sources.reversed()))
        #expect(Set(files.map { $0.path.lowercased() }).count == files.count)
        for file in files {
            #expect(renderer.mark.isOn(file.bytes), "\(file.path) has no mark")
            let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
            #expect(renderer.folders.contains(folder), "\(file.path) is in no folder of the renderer")
            #expect(file.path.wholeMatch(of: /[A-Za-z0-9_.\/-]+/) != nil && !file.path.hasPrefix("/"))
        }
    }

    @Test(arguments: ["docs", "export"])
    func `a command offers its renderers, each by one name, and explains each`(command: String) throws {
        let definition = try #require(AllCommands.list.first { $0.definition.name == command }).definition
        let mark = try #require(GeneratedMark(rawValue: command))
        let renderers = CatalogRenderers.offered(by: mark)
        let option = try #require(definition.options.first { $0.name == "--format" })
        #expect(option.kind == .choice(renderers.map { $0.name }))
        #expect(option.defaultValue == renderers.first?.name)
        #expect(option.completion == .choices(renderers.map { $0.name }))
        #expect(Set(renderers.map { $0.name }).count == renderers.count)
        for renderer in renderers {
            #expect(definition.discussion.contains(renderer.name + ": " + renderer.summary))
            #expect(renderer.summary.hasSuffix("."))
        }
    }
}
