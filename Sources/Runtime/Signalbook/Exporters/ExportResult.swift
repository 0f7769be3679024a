/// What became of a batch.
public struct ExportResult: Sendable, Hashable {
    private enum Outcome: Sendable, Hashable {
        case delivered, retry, tooLarge, failed
    }
    private let outcome: Outcome

    /// How many records were refused for good although the batch arrived; none of a batch that did not.
    public let rejectedCount: Int

    /// The records that are to be sent again, by their place in the batch, in rising order, each once; empty where all or none are.
    public let retriedIndexes: [Int]

    /// Why not every record arrived, in one line for people; nil if all is well.
    public let reason: String?

    /// How long the exporter was asked to wait before it sends anything again; nil: it was not.
    public let retryDelay: Duration?

    /// The class of what went wrong, as OpenTelemetry's `error.type`: a status code such as `503`, `timeout`, `rejected`; nil if all
    /// is well or nobody said.
    public let errorType: String?

    private init(
        _ outcome: Outcome, rejected: Int = 0, retrying: [Int] = [], reason: String? = nil,
        after delay: Duration? = nil, errorType: String? = nil
    ) {
        self.outcome = outcome
        rejectedCount = max(rejected, 0)
        retriedIndexes = retrying
        self.reason = reason
        retryDelay = delay
        self.errorType = errorType
    }

    /// Every record arrived.
    public static let delivered = ExportResult(.delivered)

    /// Every record arrived but `rejected` ones that never will, such as those an OTLP collector names in a partial success.
    ///
    /// The batch is not tried again. A negative `rejected` counts as zero.
    public static func delivered(
        rejected: Int, reason: String, errorType: String? = "rejected"
    ) -> ExportResult {
        ExportResult(.delivered, rejected: rejected, reason: reason, errorType: errorType)
    }

    /// Some records have to be sent again, `rejected` others never, and all the rest arrived: an Application Insights 206.
    ///
    /// - Parameters:
    ///   - indexes: The places in the batch of the records to send again, in any order. Places that the batch does not have are ignored.
    ///   - rejected: How many records were refused for good.
    ///   - reason: One line for people, without secrets.
    ///   - delay: Not before this long; nil: when the retry policy says.
    ///   - errorType: The class of what went wrong.
    public static func partial(
        retrying indexes: [Int], rejected: Int, reason: String, after delay: Duration? = nil,
        errorType: String? = nil
    ) -> ExportResult {
        ExportResult(
            .delivered, rejected: rejected, retrying: Set(indexes).sorted(), reason: reason, after: delay,
            errorType: errorType)
    }

    /// Nothing arrived, or nobody knows; the batch is sent again.
    ///
    /// - Parameters:
    ///   - reason: One line for people, without secrets.
    ///   - delay: Not before this long, as a server's `Retry-After` asks; nil: when the retry policy says.
    ///   - errorType: The class of what went wrong.
    public static func retry(
        _ reason: String, after delay: Duration? = nil, errorType: String? = nil
    ) -> ExportResult {
        ExportResult(.retry, reason: reason, after: delay, errorType: errorType)
    }

    /// The batch is larger than the receiver takes (413): it is sent in halves, and a single record that is too large is dropped.
    public static func tooLarge(_ reason: String, errorType: String? = "413") -> ExportResult {
        ExportResult(.tooLarge, reason: reason, errorType: errorType)
    }

    /// Nothing arrived and never will; the batch is dropped and counted.
    ///
    /// Not for what may pass, such as a full disk or a server that is down: see ``retry(_:after:errorType:)``.
    public static func failed(_ reason: String, errorType: String? = nil) -> ExportResult {
        ExportResult(.failed, reason: reason, errorType: errorType)
    }

    /// Whether the batch arrived, but for ``rejectedCount`` records and those at ``retriedIndexes``.
    public var isDelivered: Bool { outcome == .delivered }

    /// Whether the whole batch has to be sent again.
    public var isRetryable: Bool { outcome == .retry }

    /// Whether the batch has to be sent in smaller parts.
    public var isTooLarge: Bool { outcome == .tooLarge }

    /// How many of a batch's records arrived.
    public func deliveredCount(of batch: RecordBatch) -> Int {
        guard isDelivered else { return 0 }
        return max(batch.count - rejectedCount - retriedIndexes.count { batch.indices.contains($0) }, 0)
    }
}
