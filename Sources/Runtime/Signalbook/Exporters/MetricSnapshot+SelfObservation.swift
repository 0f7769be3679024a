extension MetricSnapshot {
    /// Adds the runtime's account of itself: one metric a name, one data point a set of attributes.
    mutating func add(_ observations: [SelfObservation]) {
        var names: [String] = []
        var grouped: [String: [SelfObservation]] = [:]
        for observation in observations {
            if grouped[observation.name] == nil { names.append(observation.name) }
            grouped[observation.name, default: []].append(observation)
        }
        for name in names {
            guard let group = grouped[name], let first = group.first else { continue }
            metrics.append(
                Metric(
                    name: name, unit: first.unit, description: first.description,
                    data: Self.data(of: group, first.instrument)))
        }
    }

    private static func values(_ attributes: [String: String]) -> [String: SignalValue] {
        attributes.mapValues(SignalValue.string)
    }

    private static func data(of group: [SelfObservation], _ instrument: SelfObservation.Instrument) -> Data {
        guard instrument != .histogram else {
            // Only sum and count are known, so there is one bucket for all.
            return .histogram(
                group.map {
                    HistogramPoint(
                        attributes: values($0.attributes), sum: $0.value, bounds: [],
                        bucketCounts: [UInt64(max($0.count ?? 0, 0))])
                })
        }
        return .sum(
            group.map { NumberPoint(attributes: values($0.attributes), value: .integer(Int64($0.value))) },
            isMonotonic: instrument == .counter)
    }
}
