import SignalVocabulary
import SignalWire
import Testing

@testable import Signalbook

@Suite struct RecordPrefixTests {
    /// A record of the ring: a head, then what comes before the context.
    private func record(of severity: Severity) -> [UInt8] {
        return [UInt8](unsafeUninitializedCapacity: 512) { memory, count in
            guard let base = memory.baseAddress else { return }
            base.initialize(repeating: 0, count: memory.count)
            var wire = ProtobufWriter(
                start: base + RecordHead.size, capacity: memory.count - RecordHead.size - 8)
            RecordPrefix(time: 5, rate: 1).write(
                EventDefinition("a", severity: severity, catalog: SampleCatalog.self),
                id: RecordIdentifier(buffer: 1, lane: 0), to: &wire)
            RecordHead.write(
                at: UnsafeMutableRawPointer(base), length: wire.count, kind: .log, time: 5, seed: 0)
            count = RecordHead.recordSize(payload: wire.count)
        }
    }

    @Test(arguments: Severity.allCases)
    func `a reader finds the severity that was written`(severity: Severity) throws {
        let record = record(of: severity)
        try record.withUnsafeBytes { bytes in
            let payload = UnsafeRawBufferPointer(rebasing: bytes[RecordHead.size...])
            let head = try LogRecordHead(payload.prefix(RecordHead(at: bytes.baseAddress!).length).bound)
            #expect(head.severityNumber == severity.number)
            #expect(String(decoding: head.severityText, as: UTF8.self) == severity.text)
            #expect(head.time == 5)
        }
    }
}

extension Slice<UnsafeRawBufferPointer> {
    /// The same bytes, as readers take them.
    fileprivate var bound: UnsafeBufferPointer<UInt8> {
        UnsafeRawBufferPointer(rebasing: self).assumingMemoryBound(to: UInt8.self)
    }
}
