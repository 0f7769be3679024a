/// What became of every event, at one moment: `tracked + recovered = delivered + pending + sampledOut + rejected + dropped`.
///
/// Both sides are counted separately, the left one when `track` is called, so the equation is a check and not a definition.
public struct Statistics: Sendable, Hashable, CustomStringConvertible {
    /// Events that `track` was called with while the telemetry was switched on.
    public let tracked: Int
    /// Events that dead processes left in the spool directory, and that this one has taken over; less those that made way for others and
    /// are taken over once more later.
    public let recovered: Int
    /// Events that at least one exporter took, once every exporter is done with them; what each of them did is in ``exporters``.
    public let delivered: Int
    /// Events that not every exporter is done with.
    public let pending: Int
    /// Events left out by sampling.
    public let sampledOut: Int
    /// Events refused for breaking a constraint of their catalog.
    public let rejected: Int
    /// Events that no exporter took, by reason; no reason has a zero.
    public let droppedByReason: [DropReason: Int]
    /// How many events the buffer is reckoned to hold, at 1 KiB an event; it is bounded in bytes.
    public let capacity: Int
    /// The account of each exporter on its own.
    public let exporters: [ExporterStatistics]

    /// Events that no exporter took.
    public var dropped: Int { droppedByReason.values.reduce(0, +) }

    /// Whether events were lost, or records were that one exporter was to take.
    ///
    /// - Parameter isVolatile: whether what is pending counts as lost.
    func hasLosses(isVolatile: Bool) -> Bool {
        dropped + rejected + (isVolatile ? pending : 0) > 0
            || exporters.contains { $0.abandoned + $0.refused > 0 }
    }

    init(
        lanes: LaneAccount, contended: UInt64, suppressed: UInt64, settled: StoreAccount,
        adopted: StoreAccount,
        capacity: Int, exporters: [ExporterStatistics]
    ) {
        let settled = settled + adopted
        let reasons: [(DropReason, UInt64)] =
            [
                (.bufferFull, lanes.bufferFull), (.tooLarge, lanes.tooLarge),
                (.afterShutdown, lanes.afterShutdown),
                (.contended, contended), (.whileExporting, suppressed),
            ] + settled.dropped.map { ($0.key, $0.value) }
        tracked = Int(lanes.tracked + contended + suppressed)
        self.capacity = capacity
        self.exporters = exporters
        recovered = Int(adopted.recovered)
        delivered = Int(settled.delivered)
        pending = Int(lanes.written) + Int(adopted.recovered) - Int(settled.settled)
        sampledOut = Int(lanes.sampledOut)
        rejected = Int(lanes.rejected)
        droppedByReason = Dictionary(
            reasons.filter { $0.1 > 0 }.map { ($0.0, Int($0.1)) }, uniquingKeysWith: +)
    }

    /// One line, for people.
    public var description: String {
        let reasons = droppedByReason.sorted { $0.key.description < $1.key.description }
            .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return "tracked \(tracked)" + (recovered > 0 ? " + recovered \(recovered)" : "")
            + " = delivered \(delivered) + pending \(pending) + sampled out \(sampledOut)"
            + " + rejected \(rejected) + dropped \(dropped)" + (reasons.isEmpty ? "" : " (\(reasons))")
    }
}
