extension MetricSnapshot {
    /// An integer or a floating-point number.
    public struct Number: Sendable, Hashable, CustomStringConvertible {
        private enum Backing: Sendable, Hashable {
            case integer(Int64)
            case double(Double)
        }
        private let backing: Backing

        /// An integer.
        public static func integer(_ value: Int64) -> Number { Number(backing: .integer(value)) }
        /// A floating-point number.
        public static func double(_ value: Double) -> Number { Number(backing: .double(value)) }

        /// The integer; nil if it is a floating-point number.
        public var integerValue: Int64? { if case .integer(let value) = backing { value } else { nil } }

        /// The number, rounded if it is an integer that a `Double` cannot hold.
        public var doubleValue: Double {
            switch backing {
            case .integer(let value): Double(value)
            case .double(let value): value
            }
        }

        /// The number in decimal notation.
        public var description: String {
            switch backing {
            case .integer(let value): "\(value)"
            case .double(let value): "\(value)"
            }
        }
    }
}
