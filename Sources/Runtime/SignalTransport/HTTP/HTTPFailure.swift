/// Why there is no answer.
package struct HTTPFailure: Error, Sendable, Hashable {
    /// What kind of failure it is.
    package enum Code: Sendable, Hashable {
        /// Nobody listens there.
        case refused
        /// The host's name has no address.
        case unresolved
        /// TLS could not be agreed on, or the certificate is not trusted.
        case insecure
        /// The time was up.
        case timedOut
        /// The connection ended before the answer did.
        case interrupted
        /// The machine has no network.
        case offline
        /// The answer has more bytes than are read.
        case answerTooLarge
        /// The answer is no HTTP.
        case malformedAnswer
        /// A redirect that is not followed.
        case redirectRefused
        /// The caller's task was cancelled.
        case cancelled
        /// The URL loading system does not take the request.
        case unusableRequest
        /// Something else.
        case other
    }

    /// What kind of failure it is.
    package let code: Code
    /// One line for people, of this module's own words: no URL, header or text of the server stands in it.
    package let message: String

    /// A failure of a kind, in the kind's own words if there are no others.
    package init(_ code: Code, _ message: String? = nil) {
        self.code = code
        self.message = message ?? Self.message(of: code)
    }

    /// Whether the same request may succeed later.
    package var isTransient: Bool {
        switch code {
        case .refused, .unresolved, .insecure, .timedOut, .interrupted, .offline, .malformedAnswer,
            .cancelled, .other:
            true
        case .answerTooLarge, .redirectRefused, .unusableRequest: false
        }
    }

    private static func message(of code: Code) -> String {
        switch code {
        case .refused: "the connection was refused"
        case .unresolved: "the host's name has no address"
        case .insecure: "no secure connection: TLS failed or the certificate is not trusted"
        case .timedOut: "no answer in time"
        case .interrupted: "the connection ended before the answer did"
        case .offline: "there is no network"
        case .answerTooLarge: "the answer is too large"
        case .malformedAnswer: "the answer is no HTTP"
        case .redirectRefused: "the answer is a redirect that is not followed"
        case .cancelled: "cancelled"
        case .unusableRequest: "the request cannot be sent"
        case .other: "the connection failed, or the answer cannot be read"
        }
    }
}
