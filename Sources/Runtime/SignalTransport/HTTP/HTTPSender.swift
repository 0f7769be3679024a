import Foundation
import Signalbook

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends `POST` requests, and returns what came back: answers of any status, redirects included, as they are.
///
/// All senders of a process share one `URLSession` that is never torn down, for sessions that come and go crash on Linux
/// (swift-corelibs-foundation issues 4791, 5469, 5491). Connections are kept open and used again. Any number of requests may be under way;
/// nothing here blocks the caller's thread.
///
/// No cookies, no cache, no stored credentials. Proxies are the platform's business: on Linux libcurl honours the variables
/// `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`, on Apple's platforms the system's settings count. Certificates are checked
/// against the system's authorities. Requests carry no trace context.
///
/// NOTE: FoundationNetworking (Swift 6.3.1) works out where a redirect leads before it asks the delegate, and traps when a `Location` without
/// a scheme names an impossible host (`//[x:]`). Nothing that is called before lets a client prevent it.
package final class HTTPSender: Sendable {
    /// The process's sender.
    package static let shared = HTTPSender()

    private let session: URLSession
    private let delegate = SessionDelegate()
    /// Where tasks are made and cancelled, for both wait for the session's own queue, which a server can keep busy.
    private let queue = DispatchQueue(label: "signalbook.http", qos: .utility)
    /// Where time runs out, whatever the session does: nothing waits here.
    private let deadlines = DispatchQueue(label: "signalbook.http.deadlines", qos: .utility)

    private init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.timeoutIntervalForRequest = Self.longestTime
        configuration.timeoutIntervalForResource = Self.longestTime
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    /// A day, in seconds. The limit of a request is kept here and not by the session, which knows whole seconds only on Linux.
    private static let longestTime: TimeInterval = 86_400
    private static let longestDuration = Duration.seconds(longestTime)

    /// Sends the request and returns the answer, whatever its status.
    ///
    /// A connection that the server had closed meanwhile is replaced by a new one, once. Cancelling the caller's task ends the request.
    package func post(_ request: PostRequest) async throws(HTTPFailure) -> HTTPAnswer {
        let exchange = Exchange(answerLimit: request.maximumAnswerSize)
        let result = await run(exchange, request)
        guard exchange.isStale, !Task.isCancelled else { return try result.get() }
        return try await run(Exchange(answerLimit: request.maximumAnswerSize), request).get()
    }

    private func run(_ exchange: Exchange, _ request: PostRequest) async -> Result<HTTPAnswer, HTTPFailure> {
        guard let urlRequest = Self.urlRequest(for: request) else {
            return .failure(HTTPFailure(.unusableRequest))
        }
        let limit = min(max(request.timeout ?? Self.longestDuration, .zero), Self.longestDuration)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                exchange.begin(continuation)
                // The session itself keeps to the longest; here every request would leave something behind for a day.
                if limit < Self.longestDuration {
                    let deadline = DispatchTime.now() + .milliseconds(Int(limit / .milliseconds(1)))
                    deadlines.asyncAfter(deadline: deadline) { [weak self, weak exchange] in
                        guard let self, let exchange else { return }
                        finish(exchange, .failure(HTTPFailure(.timedOut)))
                    }
                }
                queue.async { self.start(exchange, urlRequest) }
            }
        } onCancel: {
            finish(exchange, .failure(HTTPFailure(.cancelled)))
        }
    }

    /// Makes the task and sets it going; runs on ``queue``.
    private func start(_ exchange: Exchange, _ request: URLRequest) {
        guard !exchange.isOver else { return }
        let task = session.dataTask(with: request)
        delegate.add(exchange, for: task)
        task.resume()
        // It may have been ended before there was a task to cancel.
        if exchange.isOver { task.cancel() }
    }

    /// Ends the exchange for the caller at once, and its task as soon as may be.
    private func finish(_ exchange: Exchange, _ result: Result<HTTPAnswer, HTTPFailure>) {
        exchange.finish(result)
        queue.async { [delegate] in delegate.task(of: exchange)?.cancel() }
    }

    private static func urlRequest(for request: PostRequest) -> URLRequest? {
        guard let url = request.endpoint.url else { return nil }
        var result = URLRequest(
            url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: longestTime)
        result.httpMethod = "POST"
        result.httpShouldHandleCookies = false
        if let authorization = request.endpoint.authorization {
            result.setValue(authorization.value, forHTTPHeaderField: authorization.name)
        }
        for header in request.headers { result.setValue(header.value, forHTTPHeaderField: header.name) }
        result.httpBody = request.body
        return result
    }
}
