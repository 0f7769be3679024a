import Testing
import TestSupport

@testable import Signalbook

/// When another process can have what a telemetry leaves, while that itself is still there.
@Suite(.timeLimit(.minutes(10))) struct RingReleaseTests {
    /// Refuses everything until it is told otherwise.
    private final class Backend: Exporter {
        let name = "a"
        let isHanging: Bool
        let release = Gate()
        let isBusy = Gate()

        init(isHanging: Bool) { self.isHanging = isHanging }

        func export(_ batch: RecordBatch) async -> ExportResult {
            isBusy.open()
            if isHanging { await release.pass() }
            return isHanging ? .delivered : .retry("down")
        }
    }

    private func makeTelemetry(_ exporter: Backend, in directory: String) -> Telemetry {
        var configuration = Configuration.default
        configuration.developerLog.isEnabled = false
        configuration.buffer.capacityBytes = 1 << 20
        configuration.buffer.directory = directory
        configuration.diagnosticHandler = { _ in }
        return Telemetry(
            catalog: SampleCatalog.self, configuration: configuration, exportingOnlyTo: [exporter])
    }

    /// How many records another process would adopt; with its clock, for these are of today.
    private func adopted(in directory: String) -> (count: Int, spools: [AdoptedSpool]) {
        let spools = TestRecord.adopt(directory, now: wallClock()).spools
        return (spools.reduce(0) { $0 + $1.pendingCount(for: 0) }, spools)
    }

    @Test func `what a shutdown leaves can be adopted at once`() async throws {
        let directory = try TemporaryFolder()
        let telemetry = makeTelemetry(Backend(isHanging: false), in: directory.path)
        for number in 0..<50 { telemetry.track(.counted(number)) }
        #expect(adopted(in: directory.path).count == 0)
        let before = await telemetry.shutdown(deadline: .seconds(300)).statistics
        #expect(before.pending == 50)
        let (count, spools) = adopted(in: directory.path)
        #expect(count == 50)
        for spool in spools { TestRecord.drain(spool) }
        #expect(directory.names.isEmpty)
        // To this telemetry nothing has happened.
        telemetry.track(.counted(1))
        #expect(telemetry.statistics.pending == 50)
        #expect(telemetry.statistics.isBalanced)
        #expect(await telemetry.shutdown(deadline: .seconds(300)).statistics.isBalanced)
        #expect(directory.names.isEmpty)
    }

    @Test func `what it had adopted itself can be adopted again`() async throws {
        let directory = try TemporaryFolder()
        try {
            let ring = try TestRecord.makeRing(in: directory.path)
            for number in 0..<30 as Range<UInt64> { TestRecord.write(number, time: wallClock(), to: ring) }
        }()
        let telemetry = makeTelemetry(Backend(isHanging: false), in: directory.path)
        try await eventually { telemetry.statistics.recovered >= 30 }
        await telemetry.shutdown(deadline: .seconds(300))
        #expect(adopted(in: directory.path).count == 30)
        #expect(telemetry.statistics.pending == 30)
        #expect(telemetry.statistics.isBalanced)
    }

    @Test func `what an exporter has in hand keeps the ring until it comes back`() async throws {
        let directory = try TemporaryFolder()
        let backend = Backend(isHanging: true)
        let telemetry = makeTelemetry(backend, in: directory.path)
        for number in 0..<50 { telemetry.track(.counted(number)) }
        try await backend.isBusy.wait()
        for number in 50..<60 { telemetry.track(.counted(number)) }
        #expect(await telemetry.shutdown(deadline: .zero).statistics.isBalanced)
        #expect(adopted(in: directory.path).spools.isEmpty)
        backend.release.open()
        try await eventually { !adopted(in: directory.path).spools.isEmpty || directory.names.isEmpty }
        #expect(telemetry.statistics.delivered >= 10)
        #expect(telemetry.statistics.isBalanced)
    }

    @Test func `a closed ring gives nothing and takes nothing back`() throws {
        let directory = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: directory.path)
        for number in 0..<10 as Range<UInt64> { TestRecord.write(number, to: ring) }
        let inHand = try #require(ring.collect(for: 0, maximumCount: 4, maximumBytes: .max))
        ring.close()
        #expect(TestRecord.adopt(directory.path).spools.isEmpty, "it is still in somebody's hand")
        ring.settle(inHand, for: 0, delivered: 4, dropped: nil)
        ring.close()
        let spool = try #require(TestRecord.adopt(directory.path).spools.first)
        #expect(ring.collect(for: 0, maximumCount: 4, maximumBytes: .max) == nil)
        ring.expire()
        ring.settle(inHand, for: 0, delivered: 4, dropped: nil)
        #expect(ring.pendingTotal == 6)
        #expect(TestRecord.drain(spool) == Array(4..<10))
        #expect(directory.names.isEmpty)
        #expect(ring.pendingTotal == 6)
    }

    @Test func `an adopter that is closed keeps nothing, but for what somebody has in hand`() throws {
        let directory = try TemporaryFolder()
        for start in [0, 100] as [UInt64] {
            let ring = try TestRecord.makeRing(in: directory.path)
            for number in start..<(start + 10) { TestRecord.write(number, to: ring) }
        }
        let (adopter, spools) = TestRecord.adopt(directory.path)
        let inHand = try #require(spools[0].collect(for: 0, maximumCount: 4, maximumBytes: .max))
        adopter.close()
        #expect(adopter.adopt().isEmpty)
        let second = TestRecord.adopt(directory.path)
        #expect(second.spools.flatMap { TestRecord.drain($0) } == Array(100..<110))
        #expect(spools[1].collect(for: 0, maximumCount: 4, maximumBytes: .max) == nil)
        // It is closed by whoever lets go of it.
        spools[0].settle(inHand, for: 0, delivered: 4, dropped: nil)
        #expect(second.adopter.adopt().flatMap { TestRecord.drain($0) } == Array(4..<10))
        #expect(adopter.account.recovered == 20)
        #expect(adopter.account.pending == 16)
        #expect(directory.names.isEmpty)
    }

    @Test func `while files are at work numbers can be asked for, and a ring can be told to close`() throws {
        let directory = try TemporaryFolder()
        try {
            let ring = try TestRecord.makeRing(in: directory.path)
            for number in 0..<10 as Range<UInt64> { TestRecord.write(number, to: ring) }
        }()
        let (adopter, spools) = TestRecord.adopt(directory.path)
        let spool = try #require(spools.first)
        let inHand = try #require(spool.collect(for: 0, maximumCount: 4, maximumBytes: .max))
        // What counts is called while the ring is the exporter's: whatever waited for it here would wait for ever.
        spool.settle(inHand, for: 0, delivered: 4, dropped: nil) { settle in
            #expect(adopter.account.delivered == 0)
            #expect(spool.pendingCount(for: 0) == 10)
            settle()
            #expect(adopter.account.delivered == 4)
            #expect(spool.pendingCount(for: 0) == 6)
            #expect(!spool.isFinished)
            adopter.close()
            #expect(TestRecord.adopt(directory.path).spools.isEmpty, "it is still in use")
        }
        #expect(spool.collect(for: 0, maximumCount: 4, maximumBytes: .max) == nil)
        #expect(TestRecord.adopt(directory.path).spools.flatMap { TestRecord.drain($0) } == Array(4..<10))
        #expect(adopter.account.pending == 6)
        #expect(directory.names.isEmpty)
    }

    @Test func `a ring that is settled goes when it is closed, and one in memory just stays`() throws {
        let directory = try TemporaryFolder()
        let ring = try TestRecord.makeRing(in: directory.path)
        TestRecord.write(1, to: ring)
        TestRecord.drain(ring)
        ring.close()
        #expect(directory.names.isEmpty)
        let memory = try TestRecord.makeRing(in: nil)
        TestRecord.write(1, to: memory)
        memory.close()
        #expect(TestRecord.drain(memory) == [1])
    }
}
