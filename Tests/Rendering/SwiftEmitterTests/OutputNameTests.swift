import CatalogModel
import Testing

@testable import SwiftEmitter

@Suite struct OutputNameTests {
    @Test(arguments: [
        ("schema/requests.yaml", "requests.signals.swift"),
        ("schema/http/requests.yml", "http+requests.signals.swift"),
        ("Sources/App/schema/a.json", "a.signals.swift"),
        ("schema/schema/a.yaml", "schema+a.signals.swift"),
        ("./schema/a.b.yaml", "a.b.signals.swift"),
        ("events.yaml", "events.signals.swift"),
        ("other/events.yaml", "other+events.signals.swift"),
        ("schema", "schema.signals.swift"),
        ("schema/with space.yaml", "with space.signals.swift"),
    ])
    func `an output is named after its catalog file`(path: String, name: String) {
        #expect(OutputName.of(path) == name)
    }

    @Test func `two files that would share an output are named`() {
        let collisions = OutputName.collisions(among: [
            "schema/A.yaml", "schema/a.yml", "schema/b/c.yaml", "schema/b+c.yaml",
        ])
        #expect(
            collisions.map(\.message) == [
                #""schema/a.yml" and "schema/A.yaml" would both generate "a.signals.swift"; rename one of them"#,
                #""schema/b+c.yaml" and "schema/b/c.yaml" would both generate "b+c.signals.swift"; rename one of them"#,
            ])
        let diagnostic = SwiftEmitter.checkOutputNames(of: ["schema/a.yml", "schema/a.yaml"]).first
        #expect(diagnostic?.location?.path == "schema/a.yaml")
        #expect(diagnostic?.rule == "output-name-collision")
    }

    @Test(arguments: [
        ("a.yaml", true), ("a.yml", true), ("a.json", true), (".a.yaml", false), ("a.yaml~", false),
        ("a.md", false),
    ])
    func `a catalog file is known by its name`(name: String, isOne: Bool) {
        #expect(OutputName.isCatalogFile(name) == isOne)
    }
}
