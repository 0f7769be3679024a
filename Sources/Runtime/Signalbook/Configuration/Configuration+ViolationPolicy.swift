extension Configuration {
    /// What to do with an event that violates its catalog's constraints.
    public struct ViolationPolicy: Sendable, Hashable, CustomStringConvertible {
        private enum Backing {
            case reject, mark
        }
        private let backing: Backing

        /// Drop it and count it as rejected.
        public static let reject = ViolationPolicy(backing: .reject)
        /// Ship it, with what it violates in the attribute `violations`.
        public static let mark = ViolationPolicy(backing: .mark)

        /// The word that the variable takes.
        public var description: String { "\(backing)" }
    }
}
