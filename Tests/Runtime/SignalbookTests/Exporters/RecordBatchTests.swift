import Signalbook
import Testing

@Suite struct RecordBatchTests {
    @Test func `a batch gives back its records as they were, also empty ones`() {
        let records: [[UInt8]] = [[1, 2, 3], [], [4], [UInt8](repeating: 5, count: 1000)]
        let batch = SampleBatch.batch(records)
        var seen: [[UInt8]] = []
        batch.forEachRecord { seen.append(Array($0)) }
        #expect(seen == records)
        #expect(batch.count == 4 && batch.byteCount == 1004 && !batch.isEmpty)
    }

    @Test func `a builder starts anew after each batch, which keeps its records`() {
        var builder = RecordBatch.Builder()
        [UInt8]([1]).withUnsafeBytes { builder.append($0) }
        let first = builder.build()
        #expect(builder.count == 0 && builder.byteCount == 0)
        [UInt8]([2, 3]).withUnsafeBytes { builder.append($0) }
        #expect(builder.build().byteCount == 2)
        #expect(first.bytes == [1])
        #expect(builder.build().isEmpty)
    }

    @Test func `a builder takes back the last record, as long as there is one`() {
        var builder = RecordBatch.Builder()
        for record in [[1], [2, 3], []] as [[UInt8]] { record.withUnsafeBytes { builder.append($0) } }
        builder.removeLast()
        #expect(builder.count == 2 && builder.byteCount == 3)
        builder.removeLast()
        #expect(builder.count == 1 && builder.byteCount == 1)
        builder.removeLast()
        builder.removeLast()
        #expect(builder.build().isEmpty)
    }

    @Test func `what a record's visitor throws ends the visit`() {
        struct Stop: Error {}
        var visited = 0
        #expect(throws: Stop.self) {
            try SampleBatch.batch([[1], [2], [3]]).forEachRecord { _ throws(Stop) in
                visited += 1
                if visited == 2 { throw Stop() }
            }
        }
        #expect(visited == 2)
    }

    @Test func `a result counts what arrived`() {
        let batch = SampleBatch.batch([[1], [2], [3]])
        #expect(ExportResult.delivered.deliveredCount(of: batch) == 3)
        #expect(ExportResult.delivered(rejected: 2, reason: "x").deliveredCount(of: batch) == 1)
        #expect(ExportResult.delivered(rejected: 5, reason: "x").deliveredCount(of: batch) == 0)
        #expect(ExportResult.delivered(rejected: -5, reason: "x").deliveredCount(of: batch) == 3)
        #expect(ExportResult.failed("x").deliveredCount(of: batch) == 0)
        #expect(ExportResult.failed("x").reason == "x" && ExportResult.delivered.reason == nil)
        #expect(
            !ExportResult.failed("x").isDelivered
                && ExportResult.delivered(rejected: 1, reason: "x").isDelivered)
    }
}
