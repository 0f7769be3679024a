import Foundation
import SignalWire
import Testing

@testable import Signalbook

@Suite(.timeLimit(.minutes(10))) struct ConsoleExporterTests {
    /// What an exporter prints for a batch, through a pipe.
    private func printed(_ batch: RecordBatch, isColoured: Bool = false) async -> String {
        let pipe = Pipe()
        let exporter = ConsoleExporter(
            descriptor: pipe.fileHandleForWriting.fileDescriptor, isColoured: isColoured)
        #expect(await exporter.export(batch) == .delivered)
        try? pipe.fileHandleForWriting.close()
        return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }

    @Test func `columns are aligned, and what is not set is left out`() async {
        let batch = SampleBatch.batch([
            SampleBatch.record("short", number: 1), SampleBatch.record("a_name_of_more_than_24_bytes"),
        ])
        #expect(
            await printed(batch) == """
                10:00:00.123 ERROR short                    number=1 duration_ms=45.25
                10:00:00.123 ERROR a_name_of_more_than_24_bytes number=0 duration_ms=45.25

                """)
    }

    @Test func `no event can command the terminal`() async {
        let record = [UInt8](unsafeUninitializedCapacity: 1024) { memory, count in
            guard let base = memory.baseAddress else { return }
            var writer = ProtobufWriter(start: base, capacity: memory.count)
            for (key, text) in [
                ("a", "\u{1B}[2Jx\ny"), ("b", "say \"hi\""), ("c", ""), ("d", "\u{9B}1m\u{202E}"),
                ("e\u{7}", "é=1"), ("f", "\u{0378}\u{200D}"),
            ] {
                SampleBatch.attribute(key, &writer) { $0.stringField(OTLPFields.AnyValue.string, text) }
            }
            count = writer.count
        }
        let line = await printed(SampleBatch.batch([record]))
        #expect(
            line.hasSuffix(
                #" a=\u{1B}[2Jx\u{A}y b="say \"hi\"" c="" d=\u{9B}1m\u{202E} e\u{7}="é=1" f=\u{378}"#
                    + "\u{200D}\n"))
    }

    @Test func `colour is there when asked for`() async {
        let line = await printed(SampleBatch.batch(numbers: [1]), isColoured: true)
        #expect(line.contains("\u{1B}[31mERROR\u{1B}[0m"))
    }

    @Test func `a reader that has gone is a failure, and the host lives`() async throws {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let exporter = ConsoleExporter(
            descriptor: pipe.fileHandleForWriting.fileDescriptor, isColoured: false)
        #expect(
            await exporter.export(SampleBatch.batch(numbers: [1]))
                == .failed("cannot write to standard output: Broken pipe"))
    }

    @Test func `a reader that does not read holds nobody up for ever`() async throws {
        let pipe = Pipe()
        let exporter = ConsoleExporter(
            descriptor: pipe.fileHandleForWriting.fileDescriptor, isColoured: false, patience: 1)
        let result = await exporter.export(SampleBatch.batch(numbers: 0..<100, padding: 3900))
        #expect(result == .failed("cannot write to standard output: Connection timed out"))
    }
}
