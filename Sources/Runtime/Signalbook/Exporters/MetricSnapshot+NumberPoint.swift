extension MetricSnapshot {
    /// A number for one set of attributes: a data point of a sum or a gauge.
    public struct NumberPoint: Sendable, Hashable {
        /// The attributes by name.
        public var attributes: [String: SignalValue]
        /// Since when it counts, in nanoseconds since 1970; nil: since the snapshot's start. Without meaning for a gauge.
        public var startUnixNanoseconds: UInt64?
        /// The value.
        public var value: Number

        /// A data point with the given parts.
        public init(
            attributes: [String: SignalValue] = [:], startUnixNanoseconds: UInt64? = nil, value: Number
        ) {
            self.attributes = attributes
            self.startUnixNanoseconds = startUnixNanoseconds
            self.value = value
        }
    }
}
