import Dispatch
import SignalHTTPServer
import Signalbook
import TestSupport

/// A collector on loopback that knows of each number by which identifier it came, and how often.
final class NumberCollector: Sendable {
    /// What came.
    struct Content: Sendable {
        /// How often each number came.
        var counts: [Int: Int] = [:]
        /// Requests, and those that were answered otherwise than by a whole 200.
        var (requests, faults) = (0, 0)
        /// What no record may be: a number without an identifier or with a second one, or an identifier with a second number.
        var strangers: [String] = []

        /// How many records came more than once.
        var duplicates: Int { counts.values.reduce(0) { $0 + $1 - 1 } }

        fileprivate var identifiers: [Int: String] = [:]
        fileprivate var numbers: [String: Int] = [:]

        fileprivate mutating func take(_ signal: RecordedSignal) {
            guard let number = signal["number"]?.integerValue.map({ Int($0) }), let id = signal.recordID,
                identifiers[number, default: id] == id, numbers[id, default: number] == number
            else { return strangers.append("\(signal)") }
            identifiers[number] = id
            numbers[id] = number
            counts[number, default: 0] += 1
        }
    }

    private struct State {
        var content = Content()
        var random: SeededGenerator
        var isFaulty: Bool
    }

    private let state: Locked<State>
    /// Signalled by every request.
    private let arrival = DispatchSemaphore(value: 0)

    private init(faults seed: UInt64?) {
        state = Locked(State(random: SeededGenerator(seed: seed ?? 0), isFaulty: seed != nil))
    }

    /// What came so far.
    var content: Content { state.withLock { $0.content } }

    /// Forgets what came so far.
    func forget() { state.withLock { $0.content = Content() } }

    /// From now on every request is answered by a whole 200.
    func answerWell() { state.withLock { $0.isFaulty = false } }

    /// Blocks until what came is as wanted; false where that is not so for long. For one thread at a time, of a test's own.
    func wait(until isWanted: (Content) -> Bool) -> Bool {
        while !state.withLock({ isWanted($0.content) }) {
            guard arrival.wait(timeout: .now() + .seconds(300)) == .success else { return false }
        }
        return true
    }

    @Sendable private func respond(to request: HTTPRequest) async -> HTTPResponse {
        defer { arrival.signal() }
        let received = Result { try signals(in: request) }
        return state.withLock { state in
            state.content.requests += 1
            let answer = state.isFaulty ? Self.answer(&state.random) : HTTPResponse(200)
            if answer != HTTPResponse(200) { state.content.faults += 1 }
            guard answer.status == 200 else { return answer }
            switch received {
            case .success(let signals): for signal in signals { state.content.take(signal) }
            case .failure(let error): state.content.strangers.append("\(error)")
            }
            return answer
        }
    }

    /// Seven of ten times 200. Refuses for the moment, or takes the records and does not get as far as to say so.
    private static func answer(_ random: inout SeededGenerator) -> HTTPResponse {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: HTTPResponse(503)
        case 1: HTTPResponse(503, headers: ["Retry-After": "0"])
        case 2: HTTPResponse(429, delivery: .truncated(bodyBytes: 0))
        case 3, 4: HTTPResponse(200, body: [1, 2, 3], delivery: .truncated(bodyBytes: 1))
        case 5: HTTPResponse(200, delivery: .reset)
        default: HTTPResponse(200)
        }
    }

    /// Runs `body` with a collector and the name by which a victim knows it, on a thread where it may block.
    ///
    /// - Parameter seed: of the faults; nil for none.
    static func run(
        faults seed: UInt64? = nil,
        _ body: @escaping @Sendable (_ exporter: String, NumberCollector) throws -> Void
    ) async throws {
        let collector = NumberCollector(faults: seed)
        var limits = LoopbackServer.Limits()
        limits.body = 64 << 20
        limits.idle = .seconds(300)
        limits.arrival = .seconds(300)
        limits.departure = .seconds(300)
        try await LoopbackServer.run(limits: limits, handler: collector.respond) { server in
            let exporter = "otlp:http://127.0.0.1:\(server.port)/v1/logs"
            try await onThread { try body(exporter, collector) }
        }
    }
}
