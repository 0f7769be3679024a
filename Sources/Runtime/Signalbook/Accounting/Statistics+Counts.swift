extension Statistics {
    /// What became of the records of one kind, or of several: `tracked + recovered = delivered + pending + sampledOut + rejected + dropped`.
    public struct Counts: Sendable, Hashable {
        /// Records that were made while the telemetry was switched on.
        public var tracked = 0
        /// Records that dead processes left in the spool directory, and that this one has taken over.
        public var recovered = 0
        /// Records that at least one exporter took, once every exporter is done with them.
        public var delivered = 0
        /// Records that not every exporter is done with.
        public var pending = 0
        /// Records left out by sampling.
        public var sampledOut = 0
        /// Records refused for breaking a constraint of their catalog.
        public var rejected = 0
        /// Records that no exporter took, by reason; no reason has a zero.
        public var droppedByReason: [DropReason: Int] = [:]

        /// Records that no exporter took.
        public var dropped: Int { droppedByReason.values.reduce(0, +) }

        /// Nothing.
        public init() {}

        /// - Parameter lost: records that were lost before they came to a lane.
        init(
            _ lanes: LaneAccount, besides lost: [DropReason: UInt64], settled: StoreAccount,
            adopted: StoreAccount
        ) {
            let all = settled + adopted
            let reasons: [(DropReason, UInt64)] =
                [
                    (.bufferFull, lanes.bufferFull), (.tooLarge, lanes.tooLarge),
                    (.afterShutdown, lanes.afterShutdown),
                ] + lost.map { ($0.key, $0.value) } + all.dropped.map { ($0.key, $0.value) }
            tracked = Int(lost.values.reduce(lanes.tracked, +))
            recovered = Int(adopted.recovered)
            delivered = Int(all.delivered)
            pending = Int(lanes.written) + Int(adopted.recovered) - Int(all.settled)
            sampledOut = Int(lanes.sampledOut)
            rejected = Int(lanes.rejected)
            droppedByReason = Dictionary(
                reasons.filter { $0.1 > 0 }.map { ($0.0, Int($0.1)) }, uniquingKeysWith: +)
        }

        static func += (sum: inout Counts, other: Counts) {
            sum.tracked += other.tracked
            sum.recovered += other.recovered
            sum.delivered += other.delivered
            sum.pending += other.pending
            sum.sampledOut += other.sampledOut
            sum.rejected += other.rejected
            sum.droppedByReason.merge(other.droppedByReason, uniquingKeysWith: +)
        }
    }
}

extension Statistics.Counts: CustomStringConvertible {
    /// One line, for people.
    public var description: String {
        let reasons = droppedByReason.sorted { $0.key.description < $1.key.description }
            .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return "tracked \(tracked)" + (recovered > 0 ? " + recovered \(recovered)" : "")
            + " = delivered \(delivered) + pending \(pending) + sampled out \(sampledOut)"
            + " + rejected \(rejected) + dropped \(dropped)" + (reasons.isEmpty ? "" : " (\(reasons))")
    }
}
