import SignalWire
import Testing
import TestSupport

@testable import Signalbook

@Suite struct AttributeLimitsTests {
    /// What a record holds beside its fixed fields, in the order in which it stands there.
    private struct Content: Equatable {
        var attributes: [(key: String, value: SignalValue)] = []
        var dropped: UInt64?

        subscript(key: String) -> SignalValue? { attributes.first { $0.key == key }?.value }

        static func == (left: Content, right: Content) -> Bool {
            left.dropped == right.dropped && left.attributes.elementsEqual(right.attributes) { $0 == $1 }
        }

        init(_ record: UnsafeRawBufferPointer) throws {
            var reader = LogRecordReader(record.assumingMemoryBound(to: UInt8.self))
            while let field = try reader.next() {
                switch field {
                case .attribute(let attribute):
                    attributes.append(
                        (String(decoding: attribute.key, as: UTF8.self), try SignalValue(attribute.value)))
                case .droppedAttributesCount(let count): dropped = count
                default: continue
                }
            }
        }
    }

    /// Keeps what the records hold.
    private final class ContentExporter: Exporter {
        let name = "content"
        let contents = Locked<[Content]>([])

        func export(_ batch: RecordBatch) async -> ExportResult {
            batch.forEachRecord { record in
                if let content = try? Content(record) { contents.withLock { $0.append(content) } }
            }
            return .delivered
        }
    }

    /// The record of an event that writes these properties, under these limits.
    private func content(
        count: Int = 128, length: Int? = nil, diagnostics: DiagnosticRecord = DiagnosticRecord(),
        events: Int = 1, configure: (inout Configuration) -> Void = { _ in },
        _ write: @escaping @Sendable (inout PropertyWriter) -> Void
    ) async throws -> Content {
        let exporter = ContentExporter()
        var configuration = Configuration.default
        configuration.developerLog.isEnabled = false
        configuration.privacy.hashKey = HashKey(bytes: [UInt8](repeating: 7, count: 32), id: "k1")
        configuration.logRecordLimits.attributeCountLimit = count
        configuration.logRecordLimits.attributeValueLengthLimit = length
        configuration.diagnosticHandler = { diagnostics.add($0) }
        configure(&configuration)
        let telemetry = Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: [exporter])
        for _ in 0..<events { telemetry.track(Custom(write: write)) }
        await telemetry.flush(timeout: .seconds(300))
        #expect(telemetry.statistics.delivered == UInt64(events) && telemetry.statistics.isBalanced)
        return try #require(exporter.contents.withLock { $0.first })
    }

    @Test
    func
        `of 200 properties the first are written, 128 with identifier, catalog and context, and the others counted`()
        async throws
    {
        let diagnostics = DiagnosticRecord()
        let content = try await content(diagnostics: diagnostics, events: 5) { properties in
            for number in 0..<200 { properties.integer("number", number) }
        }
        #expect(content.attributes.count == 128)
        // Two of the record's own, four of the context.
        #expect(content.attributes[0].key == "log.record.uid" && content.attributes[1].key == "catalog")
        #expect(content.attributes.dropFirst(6).map(\.value) == (0..<122).map { .integer($0) })
        #expect(content.dropped == 78)
        #expect(diagnostics.all.map(\.code) == [.attributesDropped])
        #expect(
            diagnostics.all.map(\.message) == [
                "event 'custom_written' was written with its first 128 attributes; raise OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT to keep more"
            ])
    }

    @Test func `as many attributes as the limit allows are all written`() async throws {
        for count in [0, 1, 7, 50, 122] {
            let content = try await content { properties in
                for number in 0..<count { properties.integer("number", number) }
            }
            #expect(content.attributes.count == count + 6 && content.dropped == nil)
        }
        let more = try await content(count: 1_000) { properties in
            for number in 0..<500 { properties.integer("number", number) }
        }
        #expect(more.attributes.count == 506 && more.dropped == nil)
    }

    @Test func `what an event violates stays, for a property in its place`() async throws {
        let diagnostics = DiagnosticRecord()
        let content = try await content(
            count: 8, diagnostics: diagnostics, configure: { $0.validation.onViolation = .mark }
        ) { properties in
            for number in 0..<5 { properties.integer("number", number, maximum: 3) }
        }
        #expect(content.attributes.count == 8 && content.dropped == 4)
        #expect(content["violations"] == "number: maximum")
        #expect(content.attributes.dropFirst(6).map(\.key) == ["number", "violations"])
        #expect(diagnostics.codes == [.attributesDropped, .eventMarked])
    }

    @Test func `where there is room for one attribute, it is the identifier`() async throws {
        for (limit, last) in [(1, "log.record.uid"), (2, "violations")] {
            let content = try await content(
                count: limit, configure: { $0.validation.onViolation = .mark }
            ) { $0.integer("number", 1, maximum: 0) }
            #expect(content.attributes.first?.key == "log.record.uid" && content.attributes.last?.key == last)
            #expect(content.attributes.count == limit && content.dropped == UInt64(8 - limit))
        }
    }

    @Test func `a limit of none drops every attribute, and the event still arrives`() async throws {
        let content = try await content(
            count: 0, configure: { $0.validation.onViolation = .mark }
        ) { $0.integer("number", 1, maximum: 0) }
        #expect(content.attributes.isEmpty && content.dropped == 8)
    }

    @Test func `strings are cut at a scalar, those of a list each, and nothing else is`() async throws {
        let content = try await content(length: 3) { properties in
            properties.string("ascii", "abcdef")
            properties.string("short", "ab")
            properties.string("exact", "äöü")
            properties.string("wide", "a\u{20AC}\u{1F600}b")
            properties.string("combined", "e\u{301}e\u{301}")
            properties.strings("list", ["abcd", "", "\u{1F600}\u{1F600}\u{1F600}\u{1F600}", "xyz"])
            properties.integers("numbers", [1_234_567])
            properties.integer("number", 1_234_567)
            properties.double("double", 1.234567)
            properties.boolean("truth", true)
            properties.string("long", String(repeating: "é", count: 500))
            properties.string("empty", "")
        }
        let expected: [(String, SignalValue)] = [
            ("ascii", "abc"), ("short", "ab"), ("exact", "äöü"), ("wide", "a\u{20AC}\u{1F600}"),
            ("combined", "e\u{301}e"), ("list", ["abc", "", "\u{1F600}\u{1F600}\u{1F600}", "xyz"]),
            ("numbers", [1_234_567]), ("number", 1_234_567), ("double", 1.234567), ("truth", true),
            ("long", "ééé"), ("empty", ""),
        ]
        #expect(content.attributes.suffix(12).elementsEqual(expected) { $0 == $1 })
        #expect(content.dropped == nil)
        #expect(content["catalog"] == "sam" && content["user_id"] == "ano")
    }

    @Test func `the record's identifier is not cut`() async throws {
        let content = try await content(length: 1) { $0.string("word", "abc") }
        #expect(content["log.record.uid"]?.stringValue?.utf8.count == 32)
        #expect(content["word"] == "a")
    }

    @Test func `a text is cut after it was scrubbed, so no part of what is private is left`() async throws {
        let text = "jo@example.com wrote"
        for length in 0...12 {
            let content = try await content(length: length) { properties in
                properties.text("message", text)
                properties.string("key", "4111 1111 1111 1111", handling: .mask)
                properties.texts("list", [text, "plain words"])
            }
            // A replacement that finds no room is left out whole.
            let scrubbed = length == 1 ? "" : String("[email] wrote".prefix(length))
            #expect(content["message"] == .string(scrubbed))
            #expect(content["key"] == .string(String("********1111".prefix(length))))
            #expect(
                content["list"] == .list([.string(scrubbed), .string(String("plain words".prefix(length)))]))
        }
    }

    @Test func `a text that would not fit into a record is written where its limit leaves little of it`()
        async throws
    {
        let text = String(repeating: "word ", count: 100_000)
        let content = try await content(
            length: 20, configure: { $0.privacy.truncatesLargePayloads = false }
        ) { properties in
            for _ in 0..<4 { properties.text("message", text) }
        }
        #expect(content.attributes.suffix(4).allSatisfy { $0.value == "word word word word " })
    }

    @Test func `constraints are checked on what was given, not on what is left`() async throws {
        let content = try await content(length: 3, configure: { $0.validation.onViolation = .mark }) {
            $0.string("word", "abcdef", maxLength: 5)
        }
        #expect(content["word"] == "abc" && content["violations"] == "wor")
    }

    @Test func `any attributes under any limits are those of the unlimited record, cut and counted`()
        async throws
    {
        var generator = SeededGenerator(seed: 11)
        let alphabet: [Unicode.Scalar] = ["a", "Z", "\u{E9}", "\u{20AC}", "\u{1F600}", "\u{0}"]
        func word() -> String {
            let size = [0, 1, 5, 40, 63, 64, 127, 128, 129, 300].randomElement(using: &generator) ?? 0
            return String(
                String.UnicodeScalarView(
                    (0..<size).map { _ in alphabet.randomElement(using: &generator) ?? "a" }))
        }
        for _ in 0..<150 {
            let numbers = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                Int.random(in: -5...300, using: &generator)
            }
            let words = (0..<Int.random(in: 0...6, using: &generator)).map { _ in word() }
            let list = (0..<Int.random(in: 0...5, using: &generator)).map { _ in word() }
            let write: @Sendable (inout PropertyWriter) -> Void = { properties in
                for value in words { properties.string("word", value) }
                for value in numbers { properties.integer("number", value) }
                properties.strings("list", list)
                properties.boolean("last", true)
            }
            let count = Int.random(in: 1...50, using: &generator)
            let length = Bool.random(using: &generator) ? Int.random(in: 0...140, using: &generator) : nil
            let whole = try await content(write)
            let limited = try await content(count: count, length: length, write)
            func cut(_ value: SignalValue) -> SignalValue {
                guard let length else { return value }
                if let text = value.stringValue {
                    return .string(String(String.UnicodeScalarView(text.unicodeScalars.prefix(length))))
                }
                return value.listValue.map { .list($0.map(cut)) } ?? value
            }
            #expect(
                limited.dropped
                    == (whole.attributes.count > count ? UInt64(whole.attributes.count - count) : nil))
            let expected = whole.attributes.prefix(count).map { ($0.key, cut($0.value)) }
            // But for the identifiers, which differ.
            #expect(limited.attributes.dropFirst().elementsEqual(expected.dropFirst()) { $0 == $1 })
        }
    }

    @Test func `less than none is reported, and the default used`() {
        var configuration = Configuration.default
        configuration.logRecordLimits.attributeCountLimit = -1
        configuration.logRecordLimits.attributeValueLengthLimit = -7
        let (normalized, problems) = configuration.normalized()
        #expect(normalized.logRecordLimits == Configuration.default.logRecordLimits)
        #expect(
            problems.map(\.message) == [
                "logRecordLimits.attributeCountLimit is -1, expected 0 or more; using 128",
                "logRecordLimits.attributeValueLengthLimit is -7, expected 0 or more; using no limit",
            ])
    }
}
