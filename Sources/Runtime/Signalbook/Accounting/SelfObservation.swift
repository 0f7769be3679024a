import SignalVocabulary

/// One value of OpenTelemetry's self-observation metrics.
///
/// Source: OpenTelemetry Semantic Conventions, `docs/otel/sdk-metrics.md` (Development).
public struct SelfObservation: Sendable, Hashable {
    /// The metric's name, such as `otel.sdk.exporter.log.exported`.
    public let name: String
    /// The metric's unit (UCUM), such as `{log_record}` or `s`.
    public let unit: String
    /// What is measured, for people.
    public var description: String { Self.descriptions[String(name.split(separator: ".").last ?? "")] ?? "" }
    /// What is measured with.
    public let instrument: Instrument
    /// The attributes by name.
    public let attributes: [String: String]
    /// The value; of a histogram the sum of all measurements.
    public let value: Double
    /// Of a histogram how many measurements there were; nil for other metrics.
    public let count: Int?

    /// What a value is measured with, as OpenTelemetry names it.
    public struct Instrument: Sendable, Hashable, CustomStringConvertible {
        /// A stable word for it.
        public let description: String

        /// A sum that only grows.
        public static var counter: Instrument { Instrument(description: "counter") }
        /// A sum that grows and shrinks.
        public static var upDownCounter: Instrument { Instrument(description: "updowncounter") }
        /// Measurements, of which the sum and the count are known.
        public static var histogram: Instrument { Instrument(description: "histogram") }
    }
}

extension Statistics {
    /// The account under the names that OpenTelemetry has for it, in a fixed order.
    ///
    /// The buffer counts as a processor for each kind of record, `batching_log_processor` and `batching_span_processor`; both share its capacity,
    /// which is reckoned at 1 KiB a record. A record is processed once it has left the buffer; those that failed carry the reason as
    /// `error.type`, `queue_full` where the buffer had no room. Exporters carry their names as `otel.component.name`. Values count from the start
    /// of the process.
    public var selfObservations: [SelfObservation] {
        var list: [SelfObservation] = []
        for kind in SignalKind.all {
            guard let counts = kinds[kind] else { continue }
            let names = SelfObservation.Names(kind)
            let processor = [
                "otel.component.name": "batching_\(names.item)_processor/0",
                "otel.component.type": "batching_\(names.item)_processor",
            ]
            func add(
                _ name: String, _ value: Int, _ attributes: [String: String] = [:],
                as instrument: SelfObservation.Instrument = .counter, error: String? = nil
            ) {
                list.append(
                    SelfObservation(
                        name: "otel.sdk.\(name)", unit: names.unit, instrument: instrument,
                        attributes: error.map { attributes.merging(["error.type": $0]) { $1 } } ?? attributes,
                        value: Double(value), count: nil))
            }
            let prefix = "processor.\(names.item)"
            add("\(names.item).\(kind == .spans ? "started" : "created")", counts.tracked)
            add("\(prefix).queue.size", counts.pending, processor, as: .upDownCounter)
            add("\(prefix).queue.capacity", capacity, processor, as: .upDownCounter)
            add("\(prefix).processed", counts.delivered, processor)
            for (reason, count) in counts.droppedByReason.sorted(by: {
                $0.key.description < $1.key.description
            }) {
                let error = reason == .bufferFull ? "queue_full" : reason.description
                add("\(prefix).processed", count, processor, error: error)
            }
        }
        for exporter in exporters { list += exporter.selfObservations }
        return list
    }
}

extension ExporterStatistics {
    /// The exporter's part of ``Statistics/selfObservations``: the same names for each kind that it takes.
    var selfObservations: [SelfObservation] {
        let component = ["otel.component.name": name, "otel.component.type": componentType]
        var list: [SelfObservation] = []
        for kind in SignalKind.all {
            guard let counts = kinds[kind] else { continue }
            let names = SelfObservation.Names(kind)
            func add(
                _ name: String, _ instrument: SelfObservation.Instrument, _ value: Int, error: String? = nil
            ) {
                list.append(
                    SelfObservation(
                        name: "otel.sdk.exporter.\(names.item).\(name)", unit: names.unit,
                        instrument: instrument,
                        attributes: error.map { component.merging(["error.type": $0]) { $1 } } ?? component,
                        value: Double(value), count: nil))
            }
            add("inflight", .upDownCounter, counts.inFlight)
            add("exported", .counter, counts.exported)
            if counts.refused > 0 { add("exported", .counter, counts.refused, error: "rejected") }
            for (reason, count) in counts.abandonedByReason.sorted(by: {
                $0.key.description < $1.key.description
            }) {
                add("exported", .counter, count, error: reason.description)
            }
        }
        list.append(
            SelfObservation(
                name: "otel.sdk.exporter.operation.duration", unit: "s", instrument: .histogram,
                attributes: component, value: exportTime / .seconds(1), count: exports))
        return list
    }
}

extension SelfObservation {
    /// By the last part of a metric's name.
    private static let descriptions = [
        "created": "Log records that were made.",
        "started": "Spans that were made.",
        "size": "Records that wait in the buffer.",
        "capacity": "Records that the buffer can hold.",
        "processed": "Records that left the buffer; with error.type, those that no exporter took.",
        "inflight": "What the exporter has in hand.",
        "exported": "What the exporter is done with; with error.type, what it did not deliver.",
        "duration": "How long calls of the exporter took.",
    ]

    /// How OpenTelemetry's names speak of a kind.
    fileprivate struct Names {
        /// The part of a metric's name.
        let item: String
        /// The unit (UCUM).
        let unit: String

        init(_ kind: SignalKind) {
            switch kind {
            case .spans: (item, unit) = ("span", "{span}")
            case .metrics: (item, unit) = ("metric_data_point", "{data_point}")
            default: (item, unit) = ("log", "{log_record}")
            }
        }
    }
}
