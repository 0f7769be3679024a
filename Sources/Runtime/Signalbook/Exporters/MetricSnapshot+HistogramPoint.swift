extension MetricSnapshot {
    /// How measurements with one set of attributes are spread over buckets with given bounds.
    public struct HistogramPoint: Sendable, Hashable {
        /// The attributes by name.
        public var attributes: [String: SignalValue]
        /// Since when it counts, in nanoseconds since 1970; nil: since the snapshot's start.
        public var startUnixNanoseconds: UInt64?
        /// The sum of all measurements; nil if some were negative.
        public var sum: Double?
        /// The least measurement; nil if it is not known.
        public var minimum: Double?
        /// The greatest measurement; nil if it is not known.
        public var maximum: Double?
        /// The upper bounds of the buckets, each included in its bucket, rising; the last bucket has none.
        public var bounds: [Double]
        /// How many measurements each bucket has: one more than there are ``bounds``.
        public var bucketCounts: [UInt64]

        /// How many measurements there were: by construction the sum of the buckets.
        public var count: UInt64 { bucketCounts.reduce(0, &+) }

        /// A data point with the given parts.
        public init(
            attributes: [String: SignalValue] = [:], startUnixNanoseconds: UInt64? = nil, sum: Double?,
            minimum: Double? = nil, maximum: Double? = nil, bounds: [Double], bucketCounts: [UInt64]
        ) {
            self.attributes = attributes
            self.startUnixNanoseconds = startUnixNanoseconds
            self.sum = sum
            self.minimum = minimum
            self.maximum = maximum
            self.bounds = bounds
            self.bucketCounts = bucketCounts
        }
    }
}
