import SignalTransport

/// What an answer means for the items that were sent.
///
/// The statuses are handled as Microsoft's newest exporter does (azure-sdk-for-python, `azure-monitor-opentelemetry-exporter`
/// 1.0.0b58, `export/_base.py`), with one difference: a 206 that says nothing readable is tried again rather than thrown away, for receivers
/// can recognise a duplicate by its `record_id`.
struct TrackVerdict: Sendable, Hashable {
    /// What becomes of the items.
    enum Fate: Sendable, Hashable {
        /// All arrived but those that were refused for good.
        case settled(refused: Int)
        /// These arrive perhaps later, `refused` never, all others did.
        case partial(retrying: [Int], refused: Int)
        /// None arrived; try again.
        case retry
        /// None arrived and none will.
        case refused
        /// None arrived, for they were too many at once.
        case tooLarge
    }

    /// What becomes of the items.
    var fate: Fate
    /// One line for people; nil where all is well.
    var reason: String?

    /// What a server says of items that it leaves out of a sample on purpose: neither lost nor to be sent again.
    private static let sampledOut = "Telemetry sampled out."
    /// Statuses after which an item, or all of them, may be sent again.
    private static let retryable: Set<Int> = [401, 403, 408, 429, 500, 502, 503, 504]

    /// Judges an answer to `count` items.
    ///
    /// - Parameter redactor: keeps out what must not be shown, though the server may repeat it.
    init(status: Int, body: [UInt8], count: Int, redactor: Redactor = Redactor(hiding: [])) {
        switch status {
        case 206: self.init(partial: TrackAnswer(body), count: count, redactor)
        case 200..<300: self.init(fate: .settled(refused: 0))
        case 413:
            self.init(
                fate: .tooLarge, reason: "Application Insights says that the request is too large (413)")
        case 402, 439:
            self.init(
                fate: .refused,
                reason: "the quota of the Application Insights resource is used up (\(status))")
        case 404:
            self.init(
                fate: .refused,
                reason:
                    "the endpoint does not know the path (404); is the connection string's endpoint right?")
        case let status where Self.retryable.contains(status):
            self.init(fate: .retry, reason: "Application Insights answers \(status)")
        default:
            self.init(
                fate: .refused,
                reason: "Application Insights refuses the request (\(status))" + Self.why(body, redactor))
        }
    }

    private init(fate: Fate, reason: String? = nil) {
        self.fate = fate
        self.reason = reason
    }

    private init(partial answer: TrackAnswer?, count: Int, _ redactor: Redactor) {
        guard let answer else {
            self.init(
                fate: .retry, reason: "Application Insights took some items (206), and does not say which")
            return
        }
        var retrying: Set<Int> = []
        var refused: Set<Int> = []
        var listed: Set<Int> = []
        var reason: String?
        for error in answer.errors where (0..<count).contains(error.index) {
            listed.insert(error.index)
            if error.message.hasPrefix(Self.sampledOut) { continue }
            if Self.retryable.contains(error.status) {
                retrying.insert(error.index)
            } else {
                refused.insert(error.index)
            }
            if reason == nil {
                reason =
                    "an item is refused with \(error.status): \(redactor.line(error.message.utf8, maximumLength: 200))"
            }
        }
        refused.subtract(retrying)
        // Items of which the server says neither that it took nor that it refused them did not arrive.
        let accepted = min(max(answer.accepted, 0), count)
        let missing = max(count - accepted - listed.count, 0)
        guard missing < count else {
            self.init(fate: .retry, reason: "Application Insights took no item (206), and does not say why")
            return
        }
        if missing > 0, reason == nil {
            reason = "Application Insights did not take \(missing) items (206), and does not say which"
        }
        if retrying.isEmpty {
            self.init(fate: .settled(refused: refused.count + missing), reason: reason)
        } else {
            self.init(
                fate: .partial(retrying: retrying.sorted(), refused: refused.count + missing), reason: reason)
        }
    }

    /// The first reason that the server gives, behind a colon.
    private static func why(_ body: [UInt8], _ redactor: Redactor) -> String {
        guard let error = TrackAnswer(body)?.errors.first, !error.message.isEmpty else { return "" }
        return ": " + redactor.line(error.message.utf8, maximumLength: 200)
    }
}
