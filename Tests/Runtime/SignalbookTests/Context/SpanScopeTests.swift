import SignalWire
import Testing

@testable import Signalbook

@Suite struct SpanScopeTests {
    private let outer = SpanIdentity(traceHigh: 1, traceLow: 2, span: 3, flags: 1)
    private let inner = SpanIdentity(traceHigh: 1, traceLow: 2, span: 4, flags: 1)

    @Test func `what a task carries is small and has no references to count`() {
        #expect(MemoryLayout<SignalContext.TaskState>.size <= 40)
        #expect(_isPOD(SignalContext.TaskState.self))
    }

    @Test func `a span is the task's until its operation ends, also while telemetry is switched off`() async {
        #expect(!Telemetry.current.isEnabled)
        #expect(SignalContext.span == nil)
        await SignalContext.run(in: outer) {
            #expect(SignalContext.span == outer)
            SignalContext.run(in: inner) { #expect(SignalContext.span == inner) }
            await Task.yield()
            #expect(SignalContext.span == outer)
            async let child = SignalContext.span
            #expect(await child == outer)
            await Task { #expect(SignalContext.span == outer) }.value
            await Task.detached { #expect(SignalContext.span == nil) }.value
        }
        #expect(SignalContext.span == nil)
    }

    @Test func `a span and a context hold each inside the other, and with another telemetry`() async throws {
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter)
        SignalContext.run(in: outer) {
            Telemetry.with(telemetry) {
                SignalContext.run(with: SampleContext(requestID: "r1")) {
                    SignalContext.run(in: inner) {
                        #expect(SignalContext.span == inner)
                        Telemetry.track(.counted(1))
                    }
                    #expect(SignalContext.span == outer)
                }
            }
        }
        await telemetry.flush(timeout: .seconds(300))
        #expect(exporter.signals.map { $0["request_id"] } == ["r1"])
    }

    @Test func `a task that outlives a span in a scope keeps both`() async throws {
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let late = telemetry.withContext(SampleContext(requestID: "r1")) {
            SignalContext.run(in: inner) {
                Task {
                    for await _ in gate {}
                    telemetry.track(.counted(1))
                    return SignalContext.span
                }
            }
        }
        for index in 0..<64 { telemetry.withContext(SampleContext(requestID: "other\(index)")) {} }
        open.finish()
        #expect(await late.value == inner)
        await telemetry.flush(timeout: .seconds(300))
        #expect(exporter.signals.map { $0["request_id"] } == ["r1"])
    }

    @Test func `an identity with a part that is zero is not a span`() {
        #expect(!SpanIdentity.none.isValid)
        #expect(!SpanIdentity(traceHigh: 1, traceLow: 0, span: 0, flags: 0).isValid)
        #expect(!SpanIdentity(traceHigh: 0, traceLow: 0, span: 1, flags: 0).isValid)
        #expect(SpanIdentity(traceHigh: 0, traceLow: 1, span: 1, flags: 0).isValid)
    }

    @Test func `a context is written to a record of another kind with that kind's field`() throws {
        let telemetry = makeTelemetry()
        let scope = telemetry.scope(
            adding: SampleContext(userID: "ada", requestID: "r1"), to: SignalContext.current)
        let view = scope.header.view
        let log = Array(UnsafeBufferPointer(start: view.bytes, count: view.count))
        let span = [UInt8](unsafeUninitializedCapacity: log.count) { memory, count in
            var wire = ProtobufWriter(start: memory.baseAddress!, capacity: memory.count)
            scope.write(as: OTLPSpanField.attributes, to: &wire)
            count = wire.count
        }
        func fields(_ bytes: [UInt8]) throws -> [(number: Int, bytes: [UInt8])] {
            try bytes.withUnsafeBufferPointer { buffer in
                var reader = ProtobufReader(buffer)
                var fields: [(number: Int, bytes: [UInt8])] = []
                while let field = try reader.next() { fields.append((Int(field.number), Array(field.bytes))) }
                return fields
            }
        }
        let (logFields, spanFields) = (try fields(log), try fields(span))
        #expect(logFields.map(\.bytes) == spanFields.map(\.bytes))
        #expect(logFields.map(\.number) == [6, 6, 6, 6, 6])
        #expect(spanFields.map(\.number) == [9, 9, 9, 9, 9])
    }
}

/// Source: opentelemetry-proto `trace.proto`, `Span`.
private enum OTLPSpanField {
    static let attributes = 9
}
