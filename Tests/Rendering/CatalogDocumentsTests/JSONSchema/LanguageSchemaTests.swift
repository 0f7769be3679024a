import CatalogModel
import DocumentTools
import SignalVocabulary
import Testing

@testable import CatalogDocuments

/// The verdicts of the schema are compared with the reader's by `Tests/Integration/catalog_schema.py`.
@Suite struct LanguageSchemaTests {
    @Test func `every key that the reader knows is described, and no other`() {
        func compare(_ keys: [String], _ table: [String: JSONValue]) {
            #expect(Set(keys) == Set(table.keys))
            for (key, schema) in table {
                #expect(schema["description"] != nil || schema["$ref"] != nil, "\(key)")
            }
        }
        compare(CatalogKeys.sections, LanguageSchema.sections)
        compare(CatalogKeys.header, LanguageSchema.headerFields)
        compare(CatalogKeys.event, LanguageSchema.eventFields)
        compare(CatalogKeys.property + CatalogKeys.contextProperty, LanguageSchema.propertyFields)
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
        #expect(LanguageSchema.eventFields["severity"]?["enum"] == SchemaText.strings(Severity.acceptedNames))
    }

    @Test func `every type has its conditions`() {
        guard case .array(let conditions) = LanguageSchema.types["allOf"] else {
            Issue.record("no conditions")
            return
        }
        #expect(conditions.count == CatalogKeys.types.count)
        for condition in conditions { #expect(condition["then"]?["properties"] != nil) }
    }
}
