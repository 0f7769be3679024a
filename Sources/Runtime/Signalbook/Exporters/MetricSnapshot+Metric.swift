extension MetricSnapshot {
    /// One metric.
    public struct Metric: Sendable, Hashable {
        /// The name, such as `http.server.request.duration`.
        public var name: String
        /// The unit (UCUM), such as `s`, `By` or `{request}`; empty: there is none.
        public var unit: String
        /// What is measured, for people.
        public var description: String
        /// The values.
        public var data: Data

        /// A metric with the given parts.
        public init(name: String, unit: String, description: String, data: Data) {
            self.name = name
            self.unit = unit
            self.description = description
            self.data = data
        }
    }
}
