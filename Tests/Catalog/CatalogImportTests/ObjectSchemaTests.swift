import Testing

@testable import CatalogImport

@Suite struct ObjectSchemaTests {
    @Test func `types, bounds and references become those of a catalog`() {
        let lines = imported(
            .jsonSchema,
            """
            $schema: https://json-schema.org/draft/2020-12/schema
            title: signupFinished
            description: Somebody signed up.
            type: object
            required: [id, plan, when, maybe]
            additionalProperties: false
            $defs:
              Plan: { type: string, enum: [free, paid], description: The plan. }
              "a/b~c": { type: integer, exclusiveMinimum: 0, maximum: 10, description: Through a pointer. }
            properties:
              id: { type: string, format: uuid, description: Who. }
              plan: { $ref: "#/$defs/Plan" }
              when: { type: string, format: date-time, description: When. }
              maybe: { anyOf: [{ type: boolean }, { type: "null" }], description: Perhaps. }
              count: { $ref: "#/$defs/a~1b~0c" }
              code: { type: string, maxLength: 8, pattern: "[a-z]+", description: A code. }
              tags: { type: array, items: { type: string }, maxItems: 3, description: Tags. }
              home: { type: string, format: uri, deprecated: true, description: Where., examples: ["https://a"] }
              nested: { type: object, properties: {} }
              either: { type: [string, integer] }
              gone: { $ref: "other.json" }
              event: { type: string, description: A reserved name. }
            """)
        #expect(
            lines == [
                "signupFinished stable: Somebody signed up.",
                "  id uuid required: Who.",
                "  plan enum [free,paid] required: The plan.",
                "  when timestamp required: When.",
                "  maybe bool: Perhaps.",
                "  count int minimum=1 maximum=10: Through a pointer.",
                "  code string max_length=8: A code.",
                "  tags list of string max_items=3: Tags.",
                "  home url example=https://a deprecated=: Where.",
                "  event_value string: A reserved name.",
                #"1:16 note import-left-out: the pattern "[a-z]+" of the property "code", which matches parts of a text, is left out"#,
                #"1:19 warning import-left-out: the property "nested" is left out: it is of the type "object""#,
                #"1:20 warning import-left-out: the property "either" is left out: it is of several types: string, integer"#,
                #"1:21 warning import-left-out: the property "gone" is left out: its schema "other.json" is not in the file"#,
                #"1:22 note import-renamed: the property "event" is called "event_value""#,
            ])
    }

    @Test func `a file of definitions gives an event for each object`() {
        let lines = imported(
            .jsonSchema,
            #"{"$defs":{"a":{"description":"A.","properties":{}},"b":{"type":"string"},"c":{"description":"C.","properties":{}}}}"#
        )
        #expect(
            lines == [
                "a stable: A.", "c stable: C.",
                #"1:1 note import-left-out: the definition "b", which is no object, is left out"#,
            ])
    }

    @Test func `a schema that refers to itself is said, not followed for ever`() {
        let lines = imported(
            .jsonSchema, ##"{"title":"a","description":"A.","properties":{"b":{"$ref":"#/properties/b"}}}"##)
        #expect(
            lines == [
                "a stable: A.",
                #"1:1 warning import-left-out: the property "b" is left out: its schema refers to itself"#,
            ])
    }

    @Test func `a name without letters is left out`() {
        let lines = imported(.jsonSchema, #"{"title":"42","description":"A.","properties":{}}"#)
        #expect(
            lines == [#"1:1 warning import-left-out: the event "42" is left out: no name can be made of it"#])
    }
}
