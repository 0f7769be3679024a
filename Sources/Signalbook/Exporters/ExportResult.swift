/// What became of a batch.
public struct ExportResult: Sendable, Hashable {
    private enum Backing: Sendable, Hashable {
        case delivered(rejected: Int, reason: String?)
        case failed(reason: String)
    }
    private let backing: Backing

    /// Every record arrived.
    public static let delivered = ExportResult(backing: .delivered(rejected: 0, reason: nil))

    /// Every record arrived but `rejected` ones that never will, such as those an OTLP collector names in a partial success.
    ///
    /// The batch is not tried again. A negative `rejected` counts as zero.
    public static func delivered(rejected: Int, reason: String) -> ExportResult {
        ExportResult(backing: .delivered(rejected: max(rejected, 0), reason: reason))
    }

    /// Nothing arrived, or nobody knows.
    ///
    /// - Parameter reason: One line for people, without secrets.
    public static func failed(_ reason: String) -> ExportResult {
        ExportResult(backing: .failed(reason: reason))
    }

    /// Whether the batch is done with, so that it must not be tried again.
    public var isDelivered: Bool {
        if case .delivered = backing { true } else { false }
    }

    /// How many records were refused for good. Zero for a failure: that decides nothing about its records.
    public var rejectedCount: Int {
        if case .delivered(let rejected, _) = backing { rejected } else { 0 }
    }

    /// Why the batch failed or records were rejected; nil if all is well.
    public var reason: String? {
        switch backing {
        case .delivered(_, let reason): reason
        case .failed(let reason): reason
        }
    }

    /// How many of a batch's records arrived.
    public func deliveredCount(of batch: RecordBatch) -> Int {
        isDelivered ? max(batch.count - rejectedCount, 0) : 0
    }
}
