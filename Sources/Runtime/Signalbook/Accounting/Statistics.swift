public import SignalVocabulary

/// What became of every event, at one moment: `tracked + recovered = delivered + pending + sampledOut + rejected + dropped`.
///
/// Both sides are counted separately, the left one when `track` is called, so the equation is a check and not a definition.
public struct Statistics: Sendable, Hashable, CustomStringConvertible {
    /// The account of each kind of record: of events and other log records always, of spans if there were any.
    public let kinds: [SignalKind: Counts]
    /// How many events the buffer is reckoned to hold, at 1 KiB an event; it is bounded in bytes.
    public let capacity: Int
    /// The account of each exporter on its own.
    public let exporters: [ExporterStatistics]

    /// The account of all records.
    public var records: Counts { kinds.values.reduce(into: Counts()) { $0 += $1 } }
    /// Records that were made while the telemetry was switched on: events that `track` was called with, and spans.
    public var tracked: Int { records.tracked }
    /// Records that dead processes left in the spool directory, and that this one has taken over; less those that made way for others and
    /// are taken over once more later.
    public var recovered: Int { records.recovered }
    /// Records that at least one exporter took, once every exporter is done with them; what each of them did is in ``exporters``.
    public var delivered: Int { records.delivered }
    /// Records that not every exporter is done with.
    public var pending: Int { records.pending }
    /// Records left out by sampling.
    public var sampledOut: Int { records.sampledOut }
    /// Records refused for breaking a constraint of their catalog.
    public var rejected: Int { records.rejected }
    /// Records that no exporter took, by reason; no reason has a zero.
    public var droppedByReason: [DropReason: Int] { records.droppedByReason }
    /// Records that no exporter took.
    public var dropped: Int { records.dropped }

    /// Whether events were lost, or records were that one exporter was to take.
    ///
    /// - Parameter isVolatile: whether what is pending counts as lost.
    func hasLosses(isVolatile: Bool) -> Bool {
        dropped + rejected + (isVolatile ? pending : 0) > 0
            || exporters.contains { $0.abandoned + $0.refused > 0 }
    }

    /// - Parameters:
    ///   - contended: events that found every lane held.
    ///   - suppressed: events that an exporter tracked.
    init(
        lanes: PerKind<LaneAccount>, contended: UInt64, suppressed: UInt64, settled: PerKind<StoreAccount>,
        adopted: PerKind<StoreAccount>, capacity: Int, exporters: [ExporterStatistics]
    ) {
        var kinds: [SignalKind: Counts] = [:]
        for kind in RecordKind.allCases {
            let counts = Counts(
                lanes[kind],
                besides: kind == .log ? [.contended: contended, .whileExporting: suppressed] : [:],
                settled: settled[kind], adopted: adopted[kind])
            if kind == .log || counts != Counts() { kinds[kind.signal] = counts }
        }
        self.kinds = kinds
        self.capacity = capacity
        self.exporters = exporters
    }

    /// One line, for people.
    public var description: String { records.description }
}
