import CatalogModel
import Testing
import YAMLLite

/// The tables of keys say what the reader does.
@Suite struct KeyTableTests {
    /// One row of a table.
    struct Row: Sendable, CustomTestStringConvertible {
        let mapping: CatalogMapping
        let key: KeyDefinition

        var testDescription: String { "\(key.name) of \(mapping.title)" }
    }

    private static let rows = CatalogMapping.allCases.flatMap { mapping in
        mapping.definitions.map { Row(mapping: mapping, key: $0) }
    }

    /// Values for what a mapping must have and its example leaves out.
    private static let fillings = [
        "name": "a", "version": "1.0.0", "type": "string", "description": "D.", "value": "a",
        "change": "event-removed e", "until": "2027-01-31", "reason": "R.",
    ]

    /// A catalog in which a mapping has these entries.
    private func catalog(_ entries: String, in mapping: CatalogMapping) throws -> String {
        let given = Set(try #require(parse(Array("{ \(entries) }".utf8)).root?.mapping).map(\.keyText))
        let missing = try mapping.definitions.filter { $0.isRequired && !given.contains($0.name) }.map {
            "\($0.name): \(try #require(Self.fillings[$0.name]))"
        }
        let text = "{ \((missing + [entries]).joined(separator: ", ")) }"
        let header = "catalog: { name: a, version: 1.0.0 }\n"
        let groups = "groups: { request: { path: { type: string, description: D. } } }\n"
        let property = { (text: String) in "events: { e: { description: E., properties: { p: \(text) } } }\n"
        }
        switch mapping {
        case .file: return (given.contains("catalog") ? "" : header) + entries + "\n"
        case .header: return "catalog: \(text)\n"
        case .swift: return "catalog: { name: a, version: 1.0.0, swift: \(text) }\n"
        case .retention: return header + "retention: \(text)\n"
        case .contextProperty: return header + "context: { p: \(text) }\n"
        case .group:
            return header + "groups: { request: { path: { type: string, description: D. } }, g: \(text) }\n"
        case .event: return header + (given.contains("include") ? groups : "") + "events: { e: \(text) }\n"
        case .property: return header + property(text)
        case .enumerationValue:
            return header + property("{ type: enum, values: [\(text)], description: P. }")
        case .deprecation:
            return header
                + "events: { e: { description: E., deprecated: \(text) }, other: { description: O. } }\n"
        case .tombstone: return header + "removed: { e: \(text) }\n"
        case .approval: return "catalog: { name: a, version: 1.0.0, approvals: [\(text)] }\n"
        }
    }

    private func errors(_ text: String) -> [Diagnostic] {
        CatalogLoader.load([CatalogSource(path: "a.yaml", text: text)]).diagnostics.filter {
            $0.severity == .error
        }
    }

    @Test(arguments: rows) func `the example of a key has it, and is read without an error`(row: Row) throws {
        let entries = try #require(parse(Array("{ \(row.key.example) }".utf8)).root?.mapping)
        #expect(entries.contains { $0.keyText == row.key.name })
        let errors = errors(try catalog(row.key.example, in: row.mapping)).map(\.message)
        // The context has no lists, and says so.
        let isRefused = row.mapping == .contextProperty && row.key.example.contains("type: list")
        #expect(errors == (isRefused ? ["the context property \"p\" cannot be a list"] : []))
    }

    @Test(arguments: rows) func `a key says in a sentence what it is for`(row: Row) {
        #expect(row.key.documentation.hasSuffix("."))
        #expect(row.key.documentation.first?.isUppercase == true)
    }

    @Test(arguments: CatalogMapping.allCases)
    func `a key of another mapping is refused, and the hint says whose it is`(mapping: CatalogMapping) throws
    {
        // In a group every other key is the name of a property.
        if mapping == .group { return }
        let names = Set(mapping.names)
        let aliases = Set(mapping.definitions.flatMap(\.aliases))
        var tried = 0
        for other in CatalogMapping.allCases where other != mapping {
            for key in other.definitions where !names.contains(key.name) && !aliases.contains(key.name) {
                let found = errors(try catalog("\(key.name): { }", in: mapping))
                let error = try #require(
                    found.first { $0.rule == CatalogRule.misplacedKey.rawValue }, "\(key.name)")
                #expect(error.hint?.contains(other.title) == true, "\(key.name)")
                tried += 1
            }
        }
        #expect(tried > 20)
    }

    @Test(arguments: rows) func `another word for a key is refused, and the hint names the key`(row: Row)
        throws
    {
        if row.mapping == .group { return }
        for alias in row.key.aliases {
            let found = errors(try catalog("\(alias): 1", in: row.mapping))
            let error = try #require(found.first { $0.rule == CatalogRule.unknownKey.rawValue })
            #expect(error.hint == "did you mean \"\(row.key.name)\"?")
            #expect(error.fix?.replacement == row.key.name)
        }
    }

    @Test func `an event has every key that declarations share`() {
        let names = Set(EventKey.table.names)
        #expect(DeclarationKey.allCases.map(\.name).filter { !names.contains($0) } == [])
    }

    @Test(arguments: CatalogMapping.allCases)
    func `the keys of a mapping differ, and no other word for one is a key`(mapping: CatalogMapping) {
        let names = mapping.names
        #expect(Set(names).count == names.count)
        let aliases = mapping.definitions.flatMap(\.aliases)
        #expect(Set(aliases).count == aliases.count)
        #expect(Set(aliases).isDisjoint(with: names))
    }

    @Test func `the table of properties fits the vector of the reader`() {
        #expect(PropertyKey.allCases.count <= 32)
    }
}
