extension MetricSnapshot {
    /// The values of a metric: data points of one shape, one for each set of attributes.
    ///
    /// Of the properties below exactly one is not nil.
    public struct Data: Sendable, Hashable {
        private enum Backing: Sendable, Hashable {
            case sum([NumberPoint], isMonotonic: Bool)
            case gauge([NumberPoint])
            case histogram([HistogramPoint])
            case exponentialHistogram([ExponentialHistogramPoint])
        }
        private let backing: Backing

        /// A sum of everything that was added since the start.
        ///
        /// - Parameter isMonotonic: whether it never falls.
        public static func sum(_ points: [NumberPoint], isMonotonic: Bool) -> Data {
            Data(backing: .sum(points, isMonotonic: isMonotonic))
        }
        /// The last values; they add up to nothing.
        public static func gauge(_ points: [NumberPoint]) -> Data { Data(backing: .gauge(points)) }
        /// How measurements are spread over buckets with given bounds.
        public static func histogram(_ points: [HistogramPoint]) -> Data { Data(backing: .histogram(points)) }
        /// How measurements are spread over buckets whose bounds are powers of a base.
        public static func exponentialHistogram(_ points: [ExponentialHistogramPoint]) -> Data {
            Data(backing: .exponentialHistogram(points))
        }

        /// The data points of a sum, and whether it never falls.
        public var sum: (points: [NumberPoint], isMonotonic: Bool)? {
            if case .sum(let points, let isMonotonic) = backing { (points, isMonotonic) } else { nil }
        }
        /// The data points of a gauge.
        public var gauge: [NumberPoint]? { if case .gauge(let points) = backing { points } else { nil } }
        /// The data points of a histogram.
        public var histogram: [HistogramPoint]? {
            if case .histogram(let points) = backing { points } else { nil }
        }
        /// The data points of an exponential histogram.
        public var exponentialHistogram: [ExponentialHistogramPoint]? {
            if case .exponentialHistogram(let points) = backing { points } else { nil }
        }

        /// How many data points there are.
        public var pointCount: Int {
            switch backing {
            case .sum(let points, _), .gauge(let points): points.count
            case .histogram(let points): points.count
            case .exponentialHistogram(let points): points.count
            }
        }
    }
}
