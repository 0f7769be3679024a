import CatalogModel
import DocumentTools
import SignalVocabulary
import Testing

@testable import CatalogDocuments

/// The verdicts of the schema are compared with the reader's by `Tests/Integration/catalog_schema.py`.
@Suite struct LanguageSchemaTests {
    /// The definition of a mapping, with its keys under `properties`.
    private func definition(of mapping: CatalogMapping) -> JSONValue? {
        if mapping == .file { return LanguageSchema.schema }
        let definition = LanguageSchema.schema["$defs"]?[mapping.rawValue]
        return mapping == .enumerationValue ? definition?["then"] : definition
    }

    @Test(arguments: CatalogMapping.allCases)
    func `every key of a mapping is described, in canonical order`(mapping: CatalogMapping) throws {
        guard case .object(let keys) = definition(of: mapping)?["properties"] else { throw Missing() }
        #expect(keys.map(\.name) == mapping.names)
        for (key, row) in zip(keys, mapping.definitions) where key.value["if"] == nil {
            #expect(key.value["description"] == .string(row.documentation), "\(key.name)")
        }
    }

    @Test func `every reference leads to a definition`() throws {
        var references: Set<String> = []
        func collect(_ value: JSONValue) {
            switch value {
            case .object(let members):
                for member in members {
                    if member.name == "$ref", case .string(let target) = member.value {
                        references.insert(target)
                    }
                    collect(member.value)
                }
            case .array(let elements): elements.forEach(collect)
            default: break
            }
        }
        let schema = LanguageSchema.schema
        collect(schema)
        guard case .object(let definitions) = schema["$defs"] else { throw Missing() }
        #expect(references.isSubset(of: Set(definitions.map { "#/$defs/" + $0.name })))
        #expect(references.count > 10)
    }

    private struct Missing: Error {}

    @Test func `every name of a severity is accepted`() {
        let severity = definition(of: .event)?["properties"]?["severity"]
        #expect(severity?["enum"] == SchemaText.strings(Severity.acceptedNames))
    }

    @Test func `every type has its conditions`() {
        guard case .array(let conditions) = LanguageSchema.types["allOf"] else {
            Issue.record("no conditions")
            return
        }
        #expect(conditions.count == PropertyKind.allCases.count)
        for condition in conditions { #expect(condition["then"]?["properties"] != nil) }
    }
}
