import CatalogComparison
import CatalogDocuments
import CatalogFormatting
import CatalogModel
import CatalogRules
import Recordings
import SwiftEmitter
import Testing

/// Whatever works on a catalog knows every kind of declaration. A new kind fails here in each place that does not react to it yet.
@Suite struct DeclarationKindTests {
    /// A catalog with a declaration of the kind, and a property in it that is found by its name.
    private func sections(with kind: DeclarationKind, description: String = "Found by its name.") -> String {
        let property = "\(mark(of: kind)): { type: enum, values: [a, b], description: \(description) }"
        return switch kind {
        case .event: "events: { marked_done: { description: Done., properties: { \(property) } } }\n"
        case .group:
            "groups: { marked: { \(property) } }\nevents: { marked_done: { description: Done., include: [marked] } }\n"
        case .context: "context: { \(property) }\nevents: { marked_done: { description: Done. } }\n"
        }
    }

    private func mark(of kind: DeclarationKind) -> String { "marked_\(kind.rawValue)" }

    private func source(_ sections: String) -> CatalogSource {
        CatalogSource(path: "schema/a.yaml", text: "catalog: { name: a, version: 1.0.0 }\n" + sections)
    }

    private func catalog(_ sections: String) throws -> Catalog {
        try #require(CatalogLoader.load([source(sections)]).catalog)
    }

    @Test(arguments: DeclarationKind.allCases)
    func `a declaration is among those of its kind`(kind: DeclarationKind) throws {
        let declarations = try catalog(sections(with: kind)).declarations(of: kind)
        #expect(declarations.map(\.kind) == [kind])
        #expect(declarations.flatMap(\.ownProperties).map(\.name) == [mark(of: kind)])
    }

    @Test(arguments: DeclarationKind.allCases)
    func `a declaration is in every document`(kind: DeclarationKind) throws {
        let catalog = try catalog(sections(with: kind))
        let documents = [
            "site": CatalogSite.render(catalog), "markdown": MarkdownDocumentation.render(catalog),
            "schemas": EventSchema.render(catalog),
        ]
        for (name, files) in documents {
            let isThere = files.contains {
                String(decoding: $0.bytes, as: UTF8.self).contains(mark(of: kind))
            }
            #expect(isThere, "\(name)")
        }
    }

    @Test(arguments: DeclarationKind.allCases)
    func `a declaration is in the generated Swift`(kind: DeclarationKind) throws {
        let text = SwiftEmitter.emit(try catalog(sections(with: kind))).map(\.text).joined()
        #expect(text.contains("\"\(mark(of: kind))\""))
    }

    @Test(arguments: DeclarationKind.allCases)
    func `a declaration is written, and read again`(kind: DeclarationKind) throws {
        let text = try CatalogWriter.write(try catalog(sections(with: kind))).get()
        let again = CatalogLoader.load([CatalogSource(path: "a.yaml", text: text)]).catalog
        #expect(again?.declarations(of: kind).flatMap(\.ownProperties).map(\.name) == [mark(of: kind)])
    }

    @Test(arguments: DeclarationKind.allCases)
    func `a change of a declaration is seen`(kind: DeclarationKind) throws {
        let (old, new) = (sections(with: kind), sections(with: kind, description: "Something else."))
        let changes = CatalogComparer.compare(try catalog(old), with: try catalog(new)).changes
        #expect(changes.map(\.kind).filter { $0 != .versionTooLow } == [.descriptionChanged])
    }

    @Test(arguments: DeclarationKind.allCases)
    func `rules look at a declaration`(kind: DeclarationKind) {
        let findings = CatalogChecker().check([source(sections(with: kind, description: "TBD"))]).diagnostics
        #expect(findings.contains { $0.rule == "placeholder-description" })
    }

    @Test(arguments: DeclarationKind.allCases)
    func `recordings are held against a declaration`(kind: DeclarationKind) throws {
        let line = """
            {"timestamp":"2026-02-05T10:00:00.123456Z","event":"marked_done","severity":"info",\
            "record_id":"237e4d276eb2fefb0200000000000001","catalog":"a/1.0.0","\(mark(of: kind))":"c"}

            """
        var verification = Verification(JudgedCatalog(try catalog(sections(with: kind))))
        try verification.read(RecordedBytes(Array(line.utf8)), named: "recording")
        let rules = verification.result().diagnostics().map(\.rule)
        #expect(rules == ["unknown-enum-value"])
    }
}
