import Foundation
import SignalWire
import Signalbook

extension RequestEnvelope {
    /// How many bytes ``protobufBody(of:)`` takes.
    func protobufSize(of batch: RecordBatch) -> Int { Layout(self, batch).bodySize }

    /// An `ExportLogsServiceRequest` with the batch's records: each is copied as it is, behind its tag and length.
    ///
    /// - Returns: nil if there is no memory for it.
    func protobufBody(of batch: RecordBatch) -> Data? {
        let layout = Layout(self, batch)
        guard let memory = malloc(max(layout.bodySize, 1)) else { return nil }
        let start = memory.assumingMemoryBound(to: UInt8.self)
        var wire = ProtobufWriter(start: start, capacity: layout.bodySize)
        wire.tag(ExportFields.resourceLogs, .lengthDelimited)
        wire.varint(UInt64(layout.resourceLogsSize))
        resourceField.withUnsafeBufferPointer { wire.bytes($0) }
        wire.tag(ExportFields.scopeLogs, .lengthDelimited)
        wire.varint(UInt64(layout.scopeLogsSize))
        scopeField.withUnsafeBufferPointer { wire.bytes($0) }
        batch.forEachRecord { record in
            wire.bytesField(ExportFields.logRecords, record.assumingMemoryBound(to: UInt8.self))
        }
        return Data(bytesNoCopy: memory, count: wire.count, deallocator: .free)
    }

    /// The lengths of the nested messages, from the inside out.
    private struct Layout {
        let scopeLogsSize: Int
        let resourceLogsSize: Int
        let bodySize: Int

        init(_ envelope: RequestEnvelope, _ batch: RecordBatch) {
            var records = batch.byteCount + batch.count
            batch.forEachRecord { records += varintLength($0.count) }
            scopeLogsSize = envelope.scopeField.count + records
            resourceLogsSize =
                envelope.resourceField.count + 1 + varintLength(scopeLogsSize) + scopeLogsSize
            bodySize = 1 + varintLength(resourceLogsSize) + resourceLogsSize
        }
    }
}
