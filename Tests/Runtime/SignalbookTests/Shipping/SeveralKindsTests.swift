import Testing
import TestSupport

@testable import Signalbook

/// Exporters that take log records, spans or both, of one telemetry.
@Suite(.timeLimit(.minutes(5))) struct SeveralKindsTests {
    /// Keeps the numbers of the records it is given, by kind; refuses the first batch of each kind for the moment.
    private final class KindExporter: Exporter {
        let name: String
        let kinds: Set<SignalKind>
        private let state = Locked<(refused: Set<SignalKind>, numbers: [SignalKind: [UInt64]], calls: Int)>(
            ([], [:], 0))

        init(_ name: String, _ kinds: Set<SignalKind>) {
            self.name = name
            self.kinds = kinds
        }

        var numbers: [SignalKind: [UInt64]] { state.withLock { $0.numbers } }
        /// How many calls were at work at once, at most.
        let overlap = Locked((now: 0, most: 0))

        func export(_ batch: RecordBatch) async -> ExportResult {
            overlap.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            defer { overlap.withLock { $0.now -= 1 } }
            return state.withLock { state in
                guard state.refused.contains(batch.kind) else {
                    state.refused.insert(batch.kind)
                    return .retry("not yet")
                }
                batch.forEachRecord {
                    state.numbers[batch.kind, default: []].append(
                        $0.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
                }
                return .delivered
            }
        }
    }

    private func makeTelemetry(_ directory: String?, _ exporters: [any Exporter]) -> Telemetry {
        var configuration = Configuration.default
        configuration.diagnosticHandler = { _ in }
        configuration.buffer.directory = directory
        configuration.batching.maximumEventsPerExport = 16
        configuration.retry.initialDelay = .milliseconds(1)
        return Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: exporters)
    }

    @Test(arguments: [true, false])
    func `each exporter gets what it takes, one call at a time, and the account is kept by kind`(
        _ isInMemory: Bool
    ) async throws {
        let directory = try TemporaryFolder()
        let both = KindExporter("both", [.logs, .spans])
        let (logs, spans) = (KindExporter("logs", [.logs]), KindExporter("spans", [.spans]))
        let telemetry = makeTelemetry(isInMemory ? nil : directory.path, [logs, both, spans])
        for number in 0..<300 as Range<UInt64> {
            TestRecord.write(
                number, number % 3 == 0 ? .span : .log, time: wallClock() + number,
                to: telemetry.pipeline.buffer)
        }
        // A shutdown does not wait for an exporter that has failed; a flush does.
        await telemetry.flush(timeout: .seconds(120))
        await telemetry.shutdown(deadline: .seconds(120))
        let (expectedLogs, expectedSpans) = (
            (0..<300 as Range<UInt64>).filter { $0 % 3 != 0 },
            (0..<300 as Range<UInt64>).filter { $0 % 3 == 0 }
        )
        #expect(logs.numbers == [.logs: expectedLogs])
        #expect(spans.numbers == [.spans: expectedSpans])
        #expect(both.numbers == [.logs: expectedLogs, .spans: expectedSpans])
        for exporter in [logs, both, spans] { #expect(exporter.overlap.withLock { $0.most } == 1) }
        let statistics = telemetry.statistics
        #expect(statistics.kinds[.logs]?.delivered == 200)
        #expect(statistics.kinds[.spans]?.delivered == 100)
        #expect(statistics.delivered == 300)
        #expect(statistics.pending == 0)
        let accounts = Dictionary(uniqueKeysWithValues: statistics.exporters.map { ($0.name, $0) })
        #expect(accounts["both"]?.kinds[.logs]?.exported == 200)
        #expect(accounts["both"]?.kinds[.spans]?.exported == 100)
        #expect(accounts["both"]?.exported == 300)
        #expect(accounts["spans"]?.exported == 100)
        #expect(directory.names.isEmpty)
    }

    @Test func `what a process left is delivered by kind`() async throws {
        let directory = try TemporaryFolder()
        do {
            let ring = try TestRecord.makeRing(in: directory.path)
            ring.assign([ExporterSlot(name: "both"), ExporterSlot(name: "both", kind: .span)])
            for number in 0..<90 as Range<UInt64> {
                TestRecord.write(
                    number, number % 3 == 0 ? .span : .log, time: wallClock() + number, to: ring)
            }
        }
        let both = KindExporter("both", [.spans, .logs])
        let telemetry = makeTelemetry(directory.path, [both])
        while telemetry.statistics.recovered == 0 { try await Task.sleep(for: .milliseconds(1)) }
        await telemetry.flush(timeout: .seconds(120))
        await telemetry.shutdown(deadline: .seconds(120))
        #expect(both.numbers[.logs]?.count == 60)
        #expect(both.numbers[.spans]?.count == 30)
        #expect(telemetry.statistics.kinds[.spans]?.recovered == 30)
        #expect(directory.names.isEmpty)
    }

    @Test func `exporters for whose kinds there is no slot are left out, and that is said`() async throws {
        let log = DiagnosticRecord()
        var configuration = Configuration.default
        configuration.diagnosticHandler = { log.add($0) }
        let exporters = (0..<5).map { KindExporter("e\($0)", [.logs, .spans]) }
        let telemetry = Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: exporters)
        #expect(telemetry.statistics.exporters.map(\.name) == ["e0", "e1", "e2", "e3"])
        #expect(log.all.contains { $0.message.contains("e4") })
        await telemetry.shutdown(deadline: .seconds(120))
    }

    @Test func `a flush is not complete while one kind waits, however much of the other arrives`()
        async throws
    {
        let wantsMore = Locked<(@Sendable () -> Void)?>(nil)
        let exporter = HalfExporter {
            wantsMore.withLock { more in
                defer { more = nil }
                return more
            }?()
        }
        let telemetry = makeTelemetry(nil, [exporter])
        let buffer = telemetry.pipeline.buffer
        for number in 0..<20 as Range<UInt64> {
            TestRecord.write(number, .log, time: wallClock(), to: buffer)
            TestRecord.write(number, .span, time: wallClock(), to: buffer)
        }
        wantsMore.withLock {
            $0 = {
                for number in 20..<120 as Range<UInt64> {
                    TestRecord.write(number, .span, time: wallClock(), to: buffer)
                }
            }
        }
        let result = await telemetry.flush(timeout: .seconds(2))
        let outcome = try #require(result.exporters.first)
        #expect(!outcome.isComplete)
        #expect(outcome.waiting >= 20)
        #expect(telemetry.statistics.kinds[.logs]?.delivered == 0)
        #expect(telemetry.statistics.kinds[.spans]?.delivered ?? 0 > 0)
        await telemetry.shutdown(deadline: .zero)
    }

    /// Takes spans, and says of log records that its receiver is down.
    private final class HalfExporter: Exporter {
        let name = "half"
        let kinds: Set<SignalKind> = [.logs, .spans]
        private let whenSpansCome: @Sendable () -> Void

        init(_ whenSpansCome: @escaping @Sendable () -> Void) { self.whenSpansCome = whenSpansCome }

        func export(_ batch: RecordBatch) async -> ExportResult {
            guard batch.kind == .spans else { return .retry("down") }
            whenSpansCome()
            return .delivered
        }
    }
}
