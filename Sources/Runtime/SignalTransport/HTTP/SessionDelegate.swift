import Foundation
import Signalbook

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Leads what the session says to the exchange that it concerns.
final class SessionDelegate: NSObject, URLSessionDataDelegate {
    private struct Entry {
        let exchange: Exchange
        let task: URLSessionTask
    }

    private let entries = Locked<[Int: Entry]>([:])

    /// Notes whose task it is.
    func add(_ exchange: Exchange, for task: URLSessionTask) {
        entries.withLock { $0[task.taskIdentifier] = Entry(exchange: exchange, task: task) }
    }

    /// The exchange's task, while there is one.
    func task(of exchange: Exchange) -> URLSessionTask? {
        entries.withLock { $0.values.first { $0.exchange === exchange }?.task }
    }

    private func exchange(of task: URLSessionTask) -> Exchange? {
        entries.withLock { $0[task.taskIdentifier]?.exchange }
    }

    /// Redirects are the caller's to judge. Followed here, FoundationNetworking would send them without the body and report the answer to
    /// that as success.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        guard let exchange = exchange(of: dataTask), !exchange.receive(response) else {
            return completionHandler(.allow)
        }
        exchange.finish(.failure(HTTPFailure(.answerTooLarge)))
        dataTask.cancel()
        completionHandler(.cancel)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        guard let exchange = exchange(of: dataTask), !exchange.receive(data) else { return }
        exchange.finish(.failure(HTTPFailure(.answerTooLarge)))
        dataTask.cancel()
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let entry = entries.withLock { $0.removeValue(forKey: task.taskIdentifier) }
        guard let exchange = entry?.exchange else { return }
        if let error {
            exchange.finish(.failure(HTTPFailure(error)))
        } else {
            exchange.succeed(task.response)
        }
    }

    #if canImport(FoundationNetworking)
        /// A 401 is an answer like any other. FoundationNetworking would go on with credentials, and trap on all schemes but Basic.
        func urlSession(
            _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
            completionHandler:
                @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
        ) {
            exchange(of: task)?.succeed(challenge.failureResponse)
            completionHandler(.cancelAuthenticationChallenge, nil)
        }

        /// Asked for when libcurl wants to send the body again over another connection. FoundationNetworking cannot go back to the body's
        /// start, says that it did, and would send what is left of it; so this request is given up for a new one.
        func urlSession(
            _ session: URLSession, task: URLSessionTask,
            needNewBodyStream completionHandler: @escaping @Sendable (InputStream?) -> Void
        ) {
            exchange(of: task)?.becomeStale()
            completionHandler(nil)
            DispatchQueue.global(qos: .utility).async { task.cancel() }
        }
    #endif
}

extension HTTPFailure {
    /// What an error of the URL loading system comes to. Its text is not used, for it may name the URL.
    init(_ error: any Error) {
        guard let error = error as? URLError else {
            self.init(.other)
            return
        }
        switch error.code {
        case .cannotConnectToHost: self.init(.refused)
        case .cannotFindHost, .dnsLookupFailed: self.init(.unresolved)
        case .timedOut: self.init(.timedOut)
        case .cancelled: self.init(.cancelled)
        case .networkConnectionLost: self.init(.interrupted)
        case .notConnectedToInternet: self.init(.offline)
        // The URL was checked before: what libcurl does not support here is the answer's protocol.
        case .badServerResponse, .cannotParseResponse, .unsupportedURL: self.init(.malformedAnswer)
        case .badURL: self.init(.unusableRequest)
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
            .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
            .clientCertificateRequired:
            self.init(.insecure)
        default:
            // FoundationNetworking has no code for most of libcurl's errors, TLS's among them; its words tell some apart.
            let text = error.localizedDescription.lowercased()
            if ["ssl", "tls", "certificate"].contains(where: text.contains) {
                self.init(.insecure)
            } else if ["closed", "reset", "empty reply"].contains(where: text.contains) {
                self.init(.interrupted)
            } else {
                self.init(.other)
            }
        }
    }
}
