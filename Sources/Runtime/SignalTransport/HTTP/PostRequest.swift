package import Foundation

/// One `POST`.
package struct PostRequest: Sendable {
    /// Where it goes.
    package var endpoint: HTTPEndpoint
    /// Its header fields. `Host` and `Content-Length` are the sender's business.
    package var headers: [HTTPHeaderField]
    /// Its body.
    package var body: Data
    /// How long everything may take, from the first look at the host's name to the last byte of the answer; nil: a day.
    package var timeout: Duration?
    /// The most bytes of an answer that are read; one with more is a failure, ``HTTPFailure/Code/answerTooLarge``.
    package var maximumAnswerSize: Int

    /// A request with the given parts.
    package init(
        to endpoint: HTTPEndpoint, headers: [HTTPHeaderField] = [], body: Data,
        timeout: Duration? = .seconds(10),
        maximumAnswerSize: Int = 4 << 20
    ) {
        self.endpoint = endpoint
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.maximumAnswerSize = maximumAnswerSize
    }
}
