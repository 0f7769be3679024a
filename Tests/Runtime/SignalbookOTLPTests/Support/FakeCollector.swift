import SignalHTTPServer
import SignalTransport
import SignalWire
import Signalbook

/// A collector on loopback that keeps what it was sent.
final class FakeCollector: Sendable {
    private let state = Locked<[HTTPRequest]>([])
    private let answer: @Sendable (_ request: HTTPRequest, _ number: Int) -> HTTPResponse

    private init(_ answer: @escaping @Sendable (_ request: HTTPRequest, _ number: Int) -> HTTPResponse) {
        self.answer = answer
    }

    /// What was sent so far.
    var requests: [HTTPRequest] { state.withLock { $0 } }

    /// The bodies that were sent so far, decompressed.
    var bodies: [[UInt8]] { requests.map(plainBody) }

    @Sendable private func respond(to request: HTTPRequest) async -> HTTPResponse {
        let number = state.withLock { requests in
            requests.append(request)
            return requests.count - 1
        }
        return answer(request, number)
    }

    /// Runs `body` with a collector that answers by a script, the last answer again and again.
    static func run(
        _ script: [HTTPResponse] = [HTTPResponse(200)],
        body: (_ endpoint: String, _ collector: FakeCollector) async throws -> Void
    ) async throws {
        try await run(answering: { _, number in script[min(number, script.count - 1)] }, body: body)
    }

    /// Runs `body` with a collector that answers as the closure says; it is given each request and its place, from 0.
    static func run(
        answering answer: @escaping @Sendable (_ request: HTTPRequest, _ number: Int) -> HTTPResponse,
        body: (_ endpoint: String, _ collector: FakeCollector) async throws -> Void
    ) async throws {
        let collector = FakeCollector(answer)
        var limits = LoopbackServer.Limits()
        limits.body = 64 << 20
        limits.arrival = .seconds(300)
        limits.departure = .seconds(300)
        try await LoopbackServer.run(limits: limits, handler: collector.respond) { server in
            try await body("http://127.0.0.1:\(server.port)", collector)
        }
    }
}

/// A request's body, decompressed; empty if it is no gzip although it says so.
func plainBody(_ request: HTTPRequest) -> [UInt8] {
    guard request.headers["Content-Encoding"] == "gzip" else { return request.body }
    return gunzip(request.body, maximumSize: 64 << 20) ?? []
}

/// The records of an `ExportLogsServiceRequest`.
func records(in body: [UInt8]) throws -> [[UInt8]] {
    var messages = [body]
    // Request, resource, scope: each holds the next in field 1 or 2.
    for number: UInt32 in [1, 2, 2] {
        messages = try messages.flatMap { message in
            try message.withUnsafeBufferPointer { bytes in
                var reader = ProtobufReader(bytes)
                var found: [[UInt8]] = []
                while let field = try reader.next() {
                    if field.number == number { found.append(Array(field.bytes)) }
                }
                return found
            }
        }
    }
    return messages
}

/// The events of a request with an `ExportLogsServiceRequest`.
func signals(in request: HTTPRequest) throws -> [RecordedSignal] {
    SampleRecords.batch(try records(in: plainBody(request))).decoded().signals
}

/// A protobuf message from its fields; for answers.
func message(_ fields: (inout ProtobufWriter) -> Void) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 65_536) { memory, count in
        guard let base = memory.baseAddress else { return }
        var writer = ProtobufWriter(start: base, capacity: memory.count)
        fields(&writer)
        count = writer.count
    }
}

/// An `ExportLogsServiceResponse` with a partial success.
func partialSuccess(rejected: UInt64, _ text: String) -> [UInt8] {
    message { writer in
        let partial = writer.beginMessage(1)
        writer.varintField(1, rejected)
        writer.stringField(2, text)
        writer.endMessage(partial)
    }
}

/// A `google.rpc.Status`.
func status(_ text: String) -> [UInt8] {
    message { writer in
        writer.varintField(1, 3)
        writer.stringField(2, text)
    }
}

extension HTTPResponse {
    /// An answer in protobuf.
    static func protobuf(_ status: Int, _ body: [UInt8] = []) -> HTTPResponse {
        HTTPResponse(status, headers: ["Content-Type": "application/x-protobuf"], body: body)
    }
}
