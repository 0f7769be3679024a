extension MetricSnapshot {
    /// How measurements with one set of attributes are spread over buckets whose bounds are powers of `2^(2^-scale)`.
    public struct ExponentialHistogramPoint: Sendable, Hashable {
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
        /// How fine the buckets are, from -10 to 20: bucket `i` holds what is above `base^i` up to `base^(i+1)`, where `base` is `2^(2^-scale)`.
        public var scale: Int32
        /// How many measurements were zero, or nearer to it than ``zeroThreshold``.
        public var zeroCount: UInt64
        /// Up to which absolute value a measurement counts as zero.
        public var zeroThreshold: Double
        /// The buckets of positive measurements.
        public var positive: Buckets
        /// The buckets of negative measurements, by their absolute values.
        public var negative: Buckets

        /// How many measurements there were: by construction the sum of the buckets.
        public var count: UInt64 { zeroCount &+ positive.count &+ negative.count }

        /// A data point with the given parts.
        public init(
            attributes: [String: SignalValue] = [:], startUnixNanoseconds: UInt64? = nil, sum: Double?,
            minimum: Double? = nil, maximum: Double? = nil, scale: Int32, zeroCount: UInt64 = 0,
            zeroThreshold: Double = 0, positive: Buckets = Buckets(), negative: Buckets = Buckets()
        ) {
            self.attributes = attributes
            self.startUnixNanoseconds = startUnixNanoseconds
            self.sum = sum
            self.minimum = minimum
            self.maximum = maximum
            self.scale = scale
            self.zeroCount = zeroCount
            self.zeroThreshold = zeroThreshold
            self.positive = positive
            self.negative = negative
        }

        /// Adjacent buckets.
        public struct Buckets: Sendable, Hashable {
            /// The index of the first bucket.
            public var offset: Int32
            /// How many measurements each bucket has.
            public var counts: [UInt64]

            /// Buckets with the given parts; none by default.
            public init(offset: Int32 = 0, counts: [UInt64] = []) {
                self.offset = offset
                self.counts = counts
            }

            /// How many measurements there are together.
            var count: UInt64 { counts.reduce(0, &+) }
        }
    }
}
