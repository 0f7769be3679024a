import Foundation
import Signalbook

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request on its way, from the caller's wait to the answer; ends once, whoever comes first.
final class Exchange: Sendable {
    private struct State {
        var continuation: CheckedContinuation<Result<HTTPAnswer, HTTPFailure>, Never>?
        var result: Result<HTTPAnswer, HTTPFailure>?
        var status = 0
        var headers: [String: String] = [:]
        var body: [UInt8] = []
        var isStale = false

        mutating func take(_ response: HTTPURLResponse) {
            status = response.statusCode
            for (name, value) in response.allHeaderFields {
                guard let name = name as? String, let value = value as? String else { continue }
                headers[name] = value
            }
        }
    }

    private let answerLimit: Int
    private let state = Locked(State())

    /// An exchange whose answer may have that many bytes.
    init(answerLimit: Int) { self.answerLimit = max(answerLimit, 0) }

    /// Whether it has ended.
    var isOver: Bool { state.withLock { $0.result != nil } }

    /// Whether the request failed for a connection that the server had closed before it came.
    var isStale: Bool { state.withLock { $0.isStale } }

    /// Resumes the continuation when the exchange ends, which may be now.
    func begin(_ continuation: CheckedContinuation<Result<HTTPAnswer, HTTPFailure>, Never>) {
        let result = state.withLock { state in
            if state.result == nil { state.continuation = continuation }
            return state.result
        }
        if let result { continuation.resume(returning: result) }
    }

    /// Ends it, unless it has ended.
    func finish(_ result: Result<HTTPAnswer, HTTPFailure>) {
        let continuation = state.withLock {
            state -> CheckedContinuation<Result<HTTPAnswer, HTTPFailure>, Never>? in
            guard state.result == nil else { return nil }
            state.result = result
            state.body = []
            defer { state.continuation = nil }
            return state.continuation
        }
        continuation?.resume(returning: result)
    }

    /// Takes the head of the answer; false: the body will be too large.
    func receive(_ response: URLResponse) -> Bool {
        guard let response = response as? HTTPURLResponse else { return true }
        state.withLock { $0.take(response) }
        return response.expectedContentLength <= Int64(answerLimit)
    }

    /// Takes a part of the body; false: it is too large.
    func receive(_ data: Data) -> Bool {
        state.withLock { state in
            guard state.result == nil else { return true }
            guard data.count <= answerLimit - state.body.count else { return false }
            state.body.append(contentsOf: data)
            return true
        }
    }

    /// Ends it with the answer that was received.
    ///
    /// - Parameter response: the answer's head, where nobody has given it to ``receive(_:)-(URLResponse)`` yet.
    func succeed(_ response: URLResponse?) {
        let answer = state.withLock { state -> HTTPAnswer? in
            if state.status == 0, let response = response as? HTTPURLResponse { state.take(response) }
            guard (100...599).contains(state.status) else { return nil }
            return HTTPAnswer(status: state.status, headers: state.headers, body: state.body)
        }
        finish(answer.map { .success($0) } ?? .failure(HTTPFailure(.malformedAnswer)))
    }

    /// Ends it because the request would have to be sent again over another connection.
    func becomeStale() {
        state.withLock { $0.isStale = $0.result == nil }
        finish(.failure(HTTPFailure(.interrupted)))
    }
}
