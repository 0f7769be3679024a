import SignalTransport
import Signalbook

/// What an answer, or none, means for the batch that was sent (opentelemetry-proto `docs/specification.md`, "OTLP/HTTP Response").
///
/// | | |
/// |---|---|
/// | any 2xx | delivered, but for the records that a partial success counts as rejected; never sent again |
/// | 413 | too large: sent in halves |
/// | 429, 502, 503, 504 | sent again, not before `Retry-After` |
/// | no connection, no answer in time, an answer that is no HTTP | sent again |
/// | every other status, an answer past 4 MiB, a redirect that is not followed | given up |
struct AnswerJudge: Sendable {
    /// Keeps out what must not be shown, though a server may repeat it.
    private let redactor: Redactor

    /// The longest text of the server's that is shown, in characters.
    private static let longestMessage = 200

    /// A judge that keeps these header fields' values and the endpoint's query out of what it says.
    init(hiding headers: [HTTPHeaderField], query: String? = nil) {
        // Of `name=value&name=value` the values, as they are sent and as they are meant.
        let values = (query ?? "").split(separator: "&").flatMap { part -> [String] in
            let value = part.split(separator: "=", maxSplits: 1).last ?? part
            let decoded = percentDecoded(value.utf8).map { String(decoding: $0, as: UTF8.self) }
            return [String(value)] + (decoded.map { [$0] } ?? [])
        }
        redactor = Redactor(hiding: headers.map(\.value) + [query ?? ""] + values)
    }

    /// What an answer means.
    ///
    /// - Parameter now: seconds since 1970.
    func judge(_ answer: HTTPAnswer, now: Int64) -> ExportResult {
        switch answer.status {
        case 200...299:
            let content = ExportAnswer.success(answer)
            guard content.rejected > 0 || !content.message.isEmpty else { return .delivered }
            let message = shown(content.message)
            if content.rejected == 0 {
                return .delivered(rejected: 0, reason: "the receiver warns\(message)", errorType: nil)
            }
            return .delivered(
                rejected: content.rejected, reason: "the receiver rejected \(content.rejected)\(message)")
        case 413: return .tooLarge(reason(answer))
        case 429, 502, 503, 504:
            let delay = answer["Retry-After"].flatMap { RetryAfter.delay($0.utf8, now: now) }
            return .retry(reason(answer), after: delay, errorType: String(answer.status))
        default: return .failed(reason(answer), errorType: String(answer.status))
        }
    }

    /// What it means that there is no answer.
    func judge(_ failure: HTTPFailure) -> ExportResult {
        let type =
            switch failure.code {
            case .timedOut: "timeout"
            case .cancelled: "cancelled"
            case .answerTooLarge: "response_too_large"
            case .redirectRefused: "redirect_refused"
            case .unusableRequest: "invalid_request"
            case .malformedAnswer: "invalid_response"
            case .refused, .unresolved, .insecure, .interrupted, .offline, .other: "connection_error"
            }
        return failure.isTransient
            ? .retry(failure.message, errorType: type) : .failed(failure.message, errorType: type)
    }

    private func reason(_ answer: HTTPAnswer) -> String {
        "status \(answer.status)" + shown(ExportAnswer.failure(answer).message)
    }

    /// A text of the server's as the end of a message: empty, or a colon and one line of it without secrets.
    private func shown(_ message: [UInt8]) -> String {
        let text = redactor.line(message, maximumLength: Self.longestMessage)
        return text.isEmpty ? "" : ": \(text)"
    }
}
