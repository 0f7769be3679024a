/// One value of OpenTelemetry's self-observation metrics.
///
/// Source: OpenTelemetry Semantic Conventions, `docs/otel/sdk-metrics.md` (Development).
public struct SelfObservation: Sendable, Hashable {
    /// The metric's name, such as `otel.sdk.exporter.log.exported`.
    public let name: String
    /// The metric's unit (UCUM), such as `{log_record}` or `s`.
    public let unit: String
    /// The attributes by name.
    public let attributes: [String: String]
    /// The value; of a histogram the sum of all measurements.
    public let value: Double
    /// Of a histogram how many measurements there were; nil for other metrics.
    public let count: Int?
}

extension Statistics {
    /// The account under the names that OpenTelemetry has for it, in a fixed order.
    ///
    /// The buffer counts as a processor, `batching_log_processor`; its capacity is reckoned at 1 KiB an event. An event is processed once it has
    /// left the buffer; those that failed carry the reason as `error.type`, `queue_full` where the buffer had no room. Exporters carry
    /// their names as `otel.component.name`. Values count from the start of the process.
    public var selfObservations: [SelfObservation] {
        let processor = [
            "otel.component.name": "batching_log_processor/0",
            "otel.component.type": "batching_log_processor",
        ]
        var list: [SelfObservation] = []
        func add(_ name: String, _ value: Int, _ attributes: [String: String] = [:], error: String? = nil) {
            list.append(
                SelfObservation(
                    name: name, unit: "{log_record}",
                    attributes: error.map { attributes.merging(["error.type": $0]) { $1 } } ?? attributes,
                    value: Double(value), count: nil))
        }
        add("otel.sdk.log.created", tracked)
        add("otel.sdk.processor.log.queue.size", pending, processor)
        add("otel.sdk.processor.log.queue.capacity", capacity, processor)
        add("otel.sdk.processor.log.processed", delivered, processor)
        for (reason, count) in droppedByReason.sorted(by: { $0.key.description < $1.key.description }) {
            let error = reason == .bufferFull ? "queue_full" : reason.description
            add("otel.sdk.processor.log.processed", count, processor, error: error)
        }
        for exporter in exporters {
            let component = [
                "otel.component.name": exporter.name, "otel.component.type": exporter.componentType,
            ]
            add("otel.sdk.exporter.log.inflight", exporter.inFlight, component)
            add("otel.sdk.exporter.log.exported", exporter.delivered, component)
            if exporter.rejected > 0 {
                add("otel.sdk.exporter.log.exported", exporter.rejected, component, error: "rejected")
            }
            for (reason, count) in exporter.droppedByReason.sorted(by: {
                $0.key.description < $1.key.description
            }) {
                add("otel.sdk.exporter.log.exported", count, component, error: reason.description)
            }
            list.append(
                SelfObservation(
                    name: "otel.sdk.exporter.operation.duration", unit: "s", attributes: component,
                    value: exporter.exportTime / .seconds(1), count: exporter.exports))
        }
        return list
    }
}
