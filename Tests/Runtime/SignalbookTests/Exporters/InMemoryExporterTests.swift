import Foundation
import SignalWire
import Signalbook
import Testing

@Suite struct InMemoryExporterTests {
    @Test func `an event comes back as values`() async throws {
        let exporter = InMemoryExporter()
        #expect(await exporter.export(SampleBatch.batch(numbers: [7])) == .delivered)
        let signal = try #require(exporter.signals.first)
        #expect(signal.name == "event")
        #expect(signal.severity == .error)
        #expect(signal.unixNanoseconds == 1_770_285_600_123_456_789)
        #expect(abs(signal.timestamp.timeIntervalSince1970 - 1_770_285_600.123) < 0.001)
        #expect(signal.recordID == "id-7")
        #expect(signal.catalog == "api/1.0.0")
        #expect(signal.sampleRate == 1 && signal.violations == nil)
        #expect(signal.attributes == ["session_id": nil, "number": 7, "duration_ms": 45.25])
        #expect(signal.attributeNames == ["session_id", "number", "duration_ms"])
        #expect(signal["number"]?.integerValue == 7 && signal["number"]?.stringValue == nil)
    }

    @Test func `rate, violations and every kind of value come back`() async throws {
        let record = [UInt8](unsafeUninitializedCapacity: 1024) { memory, count in
            guard let base = memory.baseAddress else { return }
            var writer = ProtobufWriter(start: base, capacity: memory.count)
            writer.varintField(OTLPFields.LogRecord.severityNumber, 10)
            SampleBatch.attribute("sample_rate", &writer) { $0.doubleField(OTLPFields.AnyValue.double, 0.25) }
            SampleBatch.attribute("violations", &writer) {
                $0.stringField(OTLPFields.AnyValue.string, "a" as StaticString)
            }
            SampleBatch.attribute("flag", &writer) { $0.varintField(OTLPFields.AnyValue.bool, 1) }
            SampleBatch.attribute("raw", &writer) {
                $0.stringField(OTLPFields.AnyValue.bytes, "ab" as StaticString)
            }
            SampleBatch.attribute("list", &writer) {
                let list = $0.beginMessage(OTLPFields.AnyValue.array)
                for number in [1, 2] as [UInt64] {
                    let value = $0.beginMessage(OTLPFields.List.values)
                    $0.varintField(OTLPFields.AnyValue.int, number)
                    $0.endMessage(value)
                }
                $0.endMessage(list)
            }
            count = writer.count
        }
        let signal = try #require(SampleBatch.batch([record]).decoded().signals.first)
        #expect(signal.severity == .info)
        #expect(signal.sampleRate == 0.25 && signal.violations == "a")
        #expect(signal.attributes == ["flag": true, "raw": .bytes([97, 98]), "list": [1, 2]])
        #expect(signal.attributes["list"]?.description == "[1, 2]")
    }

    @Test func `only the last events are kept, in order, and the others counted`() async {
        let exporter = InMemoryExporter(capacity: 10)
        for start in stride(from: 0, to: 105, by: 7) {
            _ = await exporter.export(SampleBatch.batch(numbers: start..<start + 7))
        }
        #expect(exporter.signals.map { $0["number"] } == (95..<105).map { .integer($0) })
        #expect(exporter.discardedCount == 95)
        _ = await exporter.export(SampleBatch.batch(numbers: 0..<25))
        #expect(exporter.signals.map { $0["number"] } == (15..<25).map { .integer($0) })
        exporter.removeAll()
        #expect(exporter.signals.isEmpty && exporter.discardedCount == 0)
    }

    @Test func `a malformed record is rejected, and its neighbours are kept`() async {
        let exporter = InMemoryExporter()
        let batch = SampleBatch.batch([SampleBatch.record("a"), [0x62, 9, 1], SampleBatch.record("b")])
        #expect(await exporter.export(batch) == .delivered(rejected: 1, reason: "1 records are malformed"))
        #expect(exporter.signals.map(\.name) == ["a", "b"])
    }
}
