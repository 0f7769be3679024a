import CatalogModel
import Testing
import TestSupport

@testable import CatalogImport

/// Whatever stands in a file, importing ends and says something.
@Suite struct HostileInputTests {
    private static let seeds = [
        "groups:\n  - id: event.a\n    type: event\n    brief: A.\n    attributes:\n      - id: b\n        type: { members: [{ id: c, value: d }] }\n        brief: B.\n",
        "$schema: x\na:\n  b: { type: event, description: D., extra_keys: { c: { type: string, description: E. } } }\n",
        #"{"rules":[{"type":"TRACK","key":"A b","jsonSchema":{"properties":{"properties":{"required":["c"],"properties":{"c":{"type":["string","null"]}}}}}}]}"#,
        ##"{"title":"a","properties":{"b":{"anyOf":[{"$ref":"#/$defs/x"},{"type":"null"}]}},"$defs":{"x":{"type":"integer","exclusiveMinimum":-9223372036854775808}}}"##,
    ]

    @Test(arguments: ImportFormat.allCases)
    func `mutated files never trap and give legal names only`(format: ImportFormat) {
        var generator = SeededGenerator(seed: 42)
        for round in 0..<2_000 {
            var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
            for _ in 0...Int(generator.next() % 4) {
                let place = Int(generator.next() % UInt64(bytes.count))
                switch generator.next() % 4 {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(contentsOf: bytes[..<min(place, 12)], at: place)
                default:
                    bytes.insert(
                        contentsOf: Array("{}[]:,-?&*#|>\"'".utf8).shuffled(using: &generator).prefix(2),
                        at: place)
                }
                if bytes.isEmpty { bytes = [0x61] }
            }
            let result = CatalogImporter.importCatalog(
                from: [CatalogSource(path: "a", bytes: bytes)], as: format, name: "a", version: "1.0.0")
            for event in result.catalog.events {
                #expect(WireName.problem(in: event.name) == nil)
                for property in event.properties { #expect(WireName.problem(in: property.name) == nil) }
            }
        }
    }
}
