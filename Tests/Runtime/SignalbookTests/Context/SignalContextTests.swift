import Testing

@testable import Signalbook

@Suite struct SignalContextTests {
    private func tracked(_ body: (Telemetry) async throws -> Void) async throws -> [RecordedSignal] {
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter) { $0.context["app_id"] = "api" }
        try await body(telemetry)
        await telemetry.flush(timeout: .seconds(300))
        return exporter.signals
    }

    @Test func `outside every scope an event has the defaults, the configured values, and nulls`()
        async throws
    {
        let signal = try #require(try await tracked { $0.track(.counted(1)) }.first)
        #expect(signal["user_id"] == "anonymous")
        #expect(signal["session_id"] == nil as SignalValue)
        #expect(signal["app_id"] == "api")
        #expect(signal["request_id"]?.isNull == true)
        #expect(signal.attributeNames.prefix(4) == ["user_id", "session_id", "app_id", "request_id"])
    }

    @Test func `nested scopes add and override, and end with their operation`() async throws {
        let signals = try await tracked { telemetry in
            telemetry.withContext(SampleContext(requestID: "r1")) {
                telemetry.withContext(SampleContext(sessionID: "s1")) {
                    telemetry.track(.counted(0))
                    telemetry.withContext(SampleContext(requestID: "r2")) { telemetry.track(.counted(1)) }
                    telemetry.track(.counted(2))
                }
            }
            telemetry.track(.counted(3))
        }
        #expect(signals.map { $0["request_id"]?.stringValue } == ["r1", "r2", "r1", nil])
        #expect(signals.map { $0["session_id"]?.stringValue } == ["s1", "s1", "s1", nil])
        // One attribute a name, however deep the scopes.
        #expect(signals.allSatisfy { Set($0.attributeNames).count == $0.attributeNames.count })
    }

    @Test func `a scope survives await, child tasks, groups and unstructured tasks`() async throws {
        let signals = try await tracked { telemetry in
            await telemetry.withContext(SampleContext(requestID: "r1")) {
                await Task.yield()
                telemetry.track(.counted(0))
                async let child: Void = { telemetry.track(.counted(1)) }()
                await child
                await withTaskGroup(of: Void.self) { group in
                    group.addTask { telemetry.track(.counted(2)) }
                }
                await Task { telemetry.track(.counted(3)) }.value
            }
        }
        #expect(signals.count == 4)
        #expect(signals.allSatisfy { $0["request_id"] == "r1" })
    }

    @Test func `a task that outlives its scope keeps the context and the telemetry`() async throws {
        let signals = try await tracked { telemetry in
            let (gate, open) = AsyncStream.makeStream(of: Void.self)
            let late = Telemetry.with(telemetry) {
                SignalContext.run(with: SampleContext(requestID: "r1")) {
                    Task {
                        for await _ in gate {}
                        Telemetry.track(.counted(1))
                        async let child: Void = Telemetry.track(.counted(2))
                        await child
                    }
                }
            }
            // Scopes that come and go, for the memory of one that nobody holds to be used again.
            for index in 0..<64 { telemetry.withContext(SampleContext(requestID: "other\(index)")) {} }
            open.finish()
            await late.value
        }
        #expect(signals.map { $0["request_id"] } == ["r1", "r1"])
    }

    @Test func `a personal value is hashed when its scope opens, with the configured key`() async throws {
        let signals = try await tracked { telemetry in
            telemetry.withContext(SampleContext(userID: "ada@example.com")) { telemetry.track(.counted(1)) }
            telemetry.withContext(SampleContext(userID: "ada@example.com")) { telemetry.track(.counted(1)) }
            telemetry.withContext(SampleContext(userID: "bob@example.com")) { telemetry.track(.counted(1)) }
        }
        let hashes = signals.compactMap { $0["user_id"]?.stringValue }
        #expect(hashes.count == 3)
        #expect(hashes[0] == hashes[1])
        #expect(hashes[0] != hashes[2])
        #expect(hashes.allSatisfy { $0.hasPrefix("k1:") && $0.utf8.count == 35 })
    }

    @Test func `a context property that breaks its constraint is left out and reported`() async throws {
        let diagnostics = DiagnosticRecord()
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter, diagnostics: diagnostics)
        telemetry.withContext(SampleContext(sessionID: String(repeating: "s", count: 65), requestID: "r1")) {
            telemetry.track(.counted(1))
        }
        await telemetry.flush(timeout: .seconds(300))
        let signal = try #require(exporter.signals.first)
        #expect(signal["session_id"]?.isNull == true)
        #expect(signal["request_id"] == "r1")
        #expect(diagnostics.codes == [.contextRejected])
    }

    @Test func `the task's telemetry takes what the static track is given, and its scopes`() async throws {
        let signals = try await tracked { telemetry in
            await Telemetry.with(telemetry) {
                #expect(Telemetry.current === telemetry)
                await SignalContext.run(with: SampleContext(requestID: "r1")) {
                    await Task { Telemetry.track(.counted(1)) }.value
                }
            }
        }
        #expect(signals.map { $0["request_id"] } == ["r1"])
    }

    @Test func `with nothing started the static track does nothing`() {
        Telemetry.track(.counted(1))
        #expect(!Telemetry.current.isEnabled)
        #expect(Telemetry.current.statistics.tracked == 0)
    }

    @Test func `a long text in a context leaves what follows it in place`() async throws {
        let signals = try await tracked { telemetry in
            telemetry.withContext(SampleContext(requestID: "outer")) {
                let inner = WrittenContext { properties in
                    properties.text("note", String(repeating: "n", count: 3_000))
                    properties.string("request_id", "inner")
                }
                telemetry.withContext(inner) { telemetry.track(.counted(1)) }
            }
        }
        #expect(signals.first?["request_id"] == "inner")
        #expect(signals.first?["note"]?.stringValue?.count == 3_000)
    }

    @Test func `scopes in scopes stay far below a record, and what does not fit is left out and reported`()
        async
    {
        let diagnostics = DiagnosticRecord()
        let telemetry = makeTelemetry(diagnostics: diagnostics)
        let long = String(repeating: "𝄞", count: 1_024)
        func nest(_ depth: Int) {
            guard depth > 0 else { return telemetry.track(Failed()) }
            let names: [[AttributeKey]] = [
                ["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"], ["j", "k", "l"],
            ]
            telemetry.withContext(WrittenContext { for name in names[depth - 1] { $0.string(name, long) } }) {
                nest(depth - 1)
            }
        }
        nest(4)
        await telemetry.flush(timeout: .seconds(300))
        #expect(telemetry.statistics.delivered == 1)
        #expect(diagnostics.codes.contains(.contextRejected))
    }
}

/// A context that records whatever a test wants it to.
private struct WrittenContext: ContextProperties {
    let write: @Sendable (inout PropertyWriter) -> Void
    static var catalog: any Signalbook.Catalog.Type { SampleCatalog.self }
    func record(into properties: inout PropertyWriter) { write(&properties) }
}
