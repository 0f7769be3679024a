import CatalogModel
import SwiftEmitter
import Testing

@Suite struct EventSignatureTests {
    @Test func `the signature is the factory that is generated`() throws {
        let events = """
            events:
              class:
                description: D.
                swift_name: default
                properties:
                  inout: { type: int, description: D. }
                  in: { type: enum, values: [a], required: false, description: D. }
                  took_ms: { type: duration, unit: ms, description: D. }
                  old: { type: int, required: false, deprecated: {}, description: D. }
            """
        let result = CatalogLoader.load([CatalogSource(path: "e.yaml", text: Emission.header + events)])
        let signature = EventSignature(try #require(result.catalog).events[0])
        #expect(signature.typeName == "Default")
        #expect(signature.factoryName == "`default`")
        #expect(signature.parameters.map(\.label) == ["`inout`", "in", "took"])
        #expect(signature.parameters.map(\.type) == ["Swift.Int", "Default.In", "Swift.Duration"])
        #expect(signature.parameters.map(\.isOptional) == [false, true, false])
        let swift = try Emission.events(events)
        #expect(
            swift.contains(
                "static func `default`(`inout`: Swift.Int, in: Default.In? = nil, took: Swift.Duration) -> Self {"
            ))
    }
}
