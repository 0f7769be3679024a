import CatalogDocuments
import CatalogModel
import Recordings
import SignalVocabulary
import SwiftEmitter
import Testing

/// Whatever works on a catalog knows every type of property and every constraint. A new one fails here in each place that does not react
/// to it yet.
@Suite struct PropertyTypeTests {
    /// A type, and a constraint that it may have.
    struct Case: Sendable, CustomTestStringConvertible {
        let type: PropertyType
        let constraint: ConstraintKind

        var testDescription: String { "\(constraint.definition.name) of \(type.name)" }
    }

    private static let cases = PropertyType.samples.flatMap { type in
        type.traits.constraints.map { Case(type: type, constraint: $0) }
    }

    /// A catalog with one event, whose property is of the type.
    private func catalog(_ type: PropertyType, _ addition: String = "") throws -> Catalog {
        var keys = "type: \(type.kind.rawValue), description: P."
        switch type.kind.detail {
        case .none, .unit: break
        case .values: keys += ", values: [a, b]"
        case .durationUnit: keys += ", unit: ms"
        case .byteUnit: keys += ", unit: B"
        case .elements:
            if case .list(let element) = type { keys += ", items: \(element.rawValue)" }
        }
        let text =
            "catalog: { name: a, version: 1.0.0 }\nevents: { done: { description: D., properties: { p: { \(keys)\(addition) } } } }\n"
        return try #require(CatalogLoader.load([CatalogSource(path: "schema/a.yaml", text: text)]).catalog)
    }

    /// The rules that a record with this value breaks.
    private func rules(_ value: String, _ catalog: Catalog) throws -> [String] {
        let line = """
            {"timestamp":"2026-02-05T10:00:00.123456Z","event":"done","severity":"info",\
            "record_id":"237e4d276eb2fefb0200000000000001","catalog":"a/1.0.0","p":\(value)}

            """
        var verification = Verification(JudgedCatalog(catalog))
        try verification.read(RecordedBytes(Array(line.utf8)), named: "recording")
        return verification.result().diagnostics().map(\.rule)
    }

    /// The example of a record in the documentation.
    private func example(_ catalog: Catalog) throws -> String {
        let pages = MarkdownDocumentation.render(catalog).map { String(decoding: $0.bytes, as: UTF8.self) }
        let page = try #require(pages.first { $0.contains("```json") })
        let start = try #require(page.firstRange(of: "```json\n")).upperBound
        let end = try #require(page[start...].firstRange(of: "\n```")).lowerBound
        return page[start..<end].split(separator: "\n").joined()
    }

    @Test(arguments: PropertyType.samples)
    func `the example in the documentation keeps to the catalog`(type: PropertyType) throws {
        let catalog = try catalog(type)
        var verification = Verification(JudgedCatalog(catalog))
        let line = try example(catalog) + "\n"
        try verification.read(RecordedBytes(Array(line.utf8)), named: "example")
        #expect(verification.result().diagnostics().map(\.rule) == [])
    }

    @Test(arguments: PropertyType.samples)
    func `a value of another form is found in recordings`(type: PropertyType) throws {
        // No type holds an object.
        #expect(try rules("{\"a\":1}", catalog(type)).count == 1)
    }

    @Test(arguments: cases) func `a constraint is in every output`(item: Case) throws {
        let isForm = item.constraint.test.measure == .form
        let catalog = try catalog(
            item.type, ", \(item.constraint.definition.name): " + (isForm ? "'[m-o]+'" : "7"))
        let limit = isForm ? "[m-o]+" : "7"
        let swift = SwiftEmitter.emit(catalog).map(\.text).joined()
        #expect(swift.contains("\(item.constraint.swiftLabel.description): "))
        let schema = EventSchema.render(catalog).map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        #expect(schema.contains("\"\(item.constraint.schemaKeyword)\": "))
        for (name, files) in [
            ("site", CatalogSite.render(catalog)), ("markdown", MarkdownDocumentation.render(catalog)),
        ] {
            let text = files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
            #expect(text.contains(limit), "\(name)")
        }
        #expect(try rules(Self.value(of: item, isGood: true), catalog) == [])
        #expect(try rules(Self.value(of: item, isGood: false), catalog).count == 1)
    }

    /// A value that keeps to the constraint, or breaks it.
    private static func value(of item: Case, isGood: Bool) -> String {
        let (measure, direction) = item.constraint.test
        let isAbove = (direction == .above) != isGood
        var element: PropertyType?
        if case .list(let kind) = item.type { element = kind.type }
        let value: String
        switch measure {
        case .value: value = isAbove ? "9" : "5"
        case .length:
            let isURL = item.type == .url
            value =
                isAbove
                ? (isURL ? "\"https://example.org\"" : "\"aaaaaaaaa\"") : (isURL ? "\"a://b\"" : "\"aaaaa\"")
        case .count:
            let one = element == .bool ? "true" : element?.traits.wire == .string ? "\"a\"" : "1"
            return "[" + Array(repeating: one, count: isAbove ? 9 : 5).joined(separator: ",") + "]"
        case .form: value = isGood ? "\"mno\"" : "\"abc\""
        }
        return element == nil ? value : "[" + value + "]"
    }
}
