package import Foundation
import Signalbook

/// An endpoint with its redirects: sends to it, sends again where a redirect points if that may be trusted, and remembers the way.
///
/// * 307 and 308 are sent again with method and body, as RFC 9110 (sections 15.4.8 and 15.4.9) demands. So are 301 and 302: their sections
///   only *allow* to change `POST` into `GET`, for history's sake, and a `GET` without the body would lose what it holds. 303 asks for
///   a `GET` on purpose; it and all other 3xx are returned as they are.
/// * Only to the same host, or to one that the owner trusts; never from `https` to `http`; never with user information; five times at most.
/// * 301 and 308 are permanent and remembered until a request to the new place fails; 302 and 307 only if the owner says so.
///
/// Safe to use from several tasks at a time.
package final class HTTPDestination: Sendable {
    /// Where requests go first.
    package let endpoint: HTTPEndpoint

    private let trusts: @Sendable (HTTPEndpoint) -> Bool
    private let remembersTemporary: Bool
    private let sender: HTTPSender
    private let remembered = Locked<HTTPEndpoint?>(nil)

    /// How many redirects one request may go through.
    package static let maximumRedirects = 5

    /// A destination.
    ///
    /// - Parameters:
    ///   - endpoint: where requests go first.
    ///   - remembersTemporary: whether 302 and 307 are remembered too, as Application Insights wants it.
    ///   - sender: what sends.
    ///   - trusts: whether a redirect to another host may be followed: it is given the body and every header, keys included.
    package init(
        _ endpoint: HTTPEndpoint, remembersTemporary: Bool = false, sender: HTTPSender = .shared,
        trusts: @escaping @Sendable (HTTPEndpoint) -> Bool = { _ in false }
    ) {
        self.endpoint = endpoint
        self.remembersTemporary = remembersTemporary
        self.sender = sender
        self.trusts = trusts
    }

    /// Where the next request goes first: the endpoint, or where it was redirected to for good.
    package var current: HTTPEndpoint { remembered.withLock { $0 } ?? endpoint }

    /// Sends the body, and returns the first answer that is no redirect to be followed.
    ///
    /// - Parameter timeout: for everything together, redirects included; nil: a day.
    package func post(
        headers: [HTTPHeaderField], body: Data, timeout: Duration?, maximumAnswerSize: Int = 4 << 20
    ) async throws(HTTPFailure) -> HTTPAnswer {
        let start = ContinuousClock.now
        var request = PostRequest(
            to: current, headers: headers, body: body, timeout: timeout, maximumAnswerSize: maximumAnswerSize)
        if let authorization = endpoint.authorization { request.headers.append(authorization) }
        var isPermanent = true
        for _ in 0...Self.maximumRedirects {
            if let timeout { request.timeout = max(timeout - (ContinuousClock.now - start), .zero) }
            let answer: HTTPAnswer
            do throws(HTTPFailure) {
                answer = try await sender.post(request)
            } catch {
                remembered.withLock { $0 = nil }
                throw error
            }
            guard [301, 302, 307, 308].contains(answer.status), let location = answer["Location"] else {
                if (300..<400).contains(answer.status) || answer.status == 404 || answer.status == 410 {
                    remembered.withLock { $0 = nil }
                }
                return answer
            }
            isPermanent = isPermanent && (remembersTemporary || answer.status == 301 || answer.status == 308)
            do throws(HTTPFailure) {
                request.endpoint = try target(of: location, from: request.endpoint)
            } catch {
                remembered.withLock { $0 = nil }
                throw error
            }
            if isPermanent {
                let target = request.endpoint
                remembered.withLock { $0 = target }
            }
        }
        remembered.withLock { $0 = nil }
        throw HTTPFailure(.redirectRefused, "more than \(Self.maximumRedirects) redirects")
    }

    /// Where a redirect points, if it may be followed.
    func target(of location: String, from source: HTTPEndpoint) throws(HTTPFailure) -> HTTPEndpoint {
        let target: HTTPEndpoint
        do throws(InvalidEndpoint) {
            target = try source.resolving(location)
        } catch {
            throw HTTPFailure(.redirectRefused, "the redirect's target \(error.reason)")
        }
        guard target.authorization == nil else {
            throw HTTPFailure(.redirectRefused, "the redirect's target has user information")
        }
        guard target.isSecure || !source.isSecure, target.isSecure || !endpoint.isSecure else {
            throw HTTPFailure(.redirectRefused, "the redirect leads from https to http")
        }
        guard target.host == endpoint.host || trusts(target) else {
            throw HTTPFailure(
                .redirectRefused, "the redirect leads to another host, \(target.host), which is not trusted")
        }
        return target
    }
}

extension HTTPEndpoint {
    /// The endpoint that a reference means here (RFC 3986, section 5.2): an absolute URL, or one without scheme, host or whole path.
    package func resolving(_ reference: String) throws(InvalidEndpoint) -> HTTPEndpoint {
        let colon = reference.utf8.firstIndex { ":/?#".utf8.contains($0) }
        if let colon, reference.utf8[colon] == UInt8(ascii: ":") { return try HTTPEndpoint(reference) }
        if reference.hasPrefix("//") { return try HTTPEndpoint((isSecure ? "https:" : "http:") + reference) }
        if reference.hasPrefix("/") { return try HTTPEndpoint(origin + reference) }
        if reference.hasPrefix("?") { return try HTTPEndpoint(origin + path + reference) }
        let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
        return try HTTPEndpoint(origin + folder + reference)
    }
}
