import SignalVocabulary

extension ExporterStatistics {
    /// What became of the records of one kind, or of the metrics' data points.
    public struct Counts: Sendable, Hashable {
        /// Those that arrived.
        public var exported = 0
        /// Those that the receiver refused for good.
        public var refused = 0
        /// Those that the exporter did not take and will not be given again, by reason; reasons without a record are left out.
        public var abandonedByReason: [DropReason: Int] = [:]
        /// Those that the exporter has in hand.
        public var inFlight = 0

        /// Nothing.
        public init() {}

        /// Those that the exporter did not take and will not be given again.
        public var abandoned: Int { abandonedByReason.values.reduce(0, +) }

        static func += (sum: inout Counts, other: Counts) {
            sum.exported += other.exported
            sum.refused += other.refused
            sum.abandonedByReason.merge(other.abandonedByReason, uniquingKeysWith: +)
            sum.inFlight += other.inFlight
        }

        /// The sum of all kinds of records.
        static func records(_ kinds: [SignalKind: Counts]) -> Counts {
            var sum = Counts()
            for (kind, counts) in kinds where kind != .metrics { sum += counts }
            return sum
        }
    }
}

extension ExporterStatistics.Counts: CustomStringConvertible {
    /// One line, for people.
    public var description: String {
        let reasons = abandonedByReason.sorted { $0.key.description < $1.key.description }
            .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return "exported \(exported), refused \(refused), abandoned \(abandoned)"
            + (reasons.isEmpty ? "" : " (\(reasons))")
    }
}
