import CatalogModel
import Testing

@testable import CatalogDocuments

/// Real records are held to these schemas by `Tests/Integration/event_schemas.py`.
@Suite struct EventSchemaTests {
    @Test func `an address is a hash or what the runtime writes when it is told not to hash`() throws {
        let files = EventSchema.render(
            try catalog(
                """
                events:
                  order_placed:
                    description: A customer ordered.
                    properties:
                      source: { type: ip, description: From where. }
                """))
        let text = String(decoding: files[0].bytes, as: UTF8.self)
        #expect(text.contains(#""format": "ipv4""#) && text.contains(#""format": "ipv6""#))
        #expect(text.contains(#""^[0-9A-Fa-f:.]{2,45}%[0-9A-Za-z._~-]{1,64}$""#))
    }

    @Test func `a schema describes the record as it is on the wire`() throws {
        let files = EventSchema.render(
            try catalog(
                """
                context: { user: { type: string, default: nobody, sensitivity: personal, handling: hash, description: Who. } }
                events:
                  order_placed:
                    description: A customer ordered.
                    severity: warn
                    properties:
                      code: { type: string, pattern: '[A-Z]+', max_length: 8, description: Which. }
                      took_ms: { type: duration, unit: ms, required: false, description: How long. }
                      note: { type: text, handling: drop, description: What. }
                """))
        #expect(files.map(\.path) == ["order_placed.schema.json"])
        #expect(
            String(decoding: files[0].bytes, as: UTF8.self) == """
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "$comment": "\(GeneratedMark.export.text)",
                  "title": "order_placed",
                  "description": "A customer ordered.",
                  "type": "object",
                  "properties": {
                    "timestamp": {
                      "description": "When it happened, in UTC.",
                      "type": "string",
                      "format": "date-time",
                      "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\\\.[0-9]{6}Z$"
                    },
                    "event": {
                      "const": "order_placed"
                    },
                    "severity": {
                      "const": "warn"
                    },
                    "record_id": {
                      "description": "Tells this record from all others; the same when it is sent again.",
                      "type": "string",
                      "pattern": "^[0-9a-f]{32}$"
                    },
                    "catalog": {
                      "description": "The catalog's name and the version it was made with.",
                      "const": "shop/1.2.0"
                    },
                    "sample_rate": {
                      "description": "The share of such events that is kept, where it is not all.",
                      "type": "number",
                      "exclusiveMinimum": 0,
                      "maximum": 1
                    },
                    "user": {
                      "description": "Who. A keyed hash (HMAC-SHA-256) is written in its place.",
                      "anyOf": [
                        {
                          "type": "string",
                          "pattern": "^[\\\\s\\\\S]{0,64}:[0-9a-f]{32}$"
                        },
                        {
                          "const": "nobody"
                        },
                        {
                          "type": "null"
                        }
                      ]
                    },
                    "code": {
                      "description": "Which.",
                      "type": "string",
                      "maxLength": 8,
                      "pattern": "^(?:[A-Z]+)$"
                    },
                    "took_ms": {
                      "description": "How long.",
                      "type": "number",
                      "minimum": 0
                    },
                    "body": {
                      "description": "The record's message, if it has one.",
                      "type": "string"
                    },
                    "trace_id": {
                      "type": "string",
                      "pattern": "^[0-9a-f]{32}$"
                    },
                    "span_id": {
                      "type": "string",
                      "pattern": "^[0-9a-f]{16}$"
                    }
                  },
                  "required": ["timestamp", "event", "severity", "record_id", "catalog", "user", "code"],
                  "additionalProperties": false
                }

                """)
    }
}
