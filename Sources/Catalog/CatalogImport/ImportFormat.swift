/// What a catalog can be imported from; the raw value is what the command line calls it.
package enum ImportFormat: String, Sendable, CaseIterable {
    /// OpenTelemetry semantic conventions, in the `groups:` form and in `definition/2`.
    case semanticConventions = "otel"
    /// Mozilla Glean's `metrics.yaml`.
    case glean
    /// A Segment tracking plan as JSON.
    case segment
    /// JSON Schema, one event a file or a definition.
    case jsonSchema = "jsonschema"

    /// What is read and what becomes of it, in one sentence.
    package var summary: String {
        switch self {
        case .semanticConventions:
            "OpenTelemetry semantic conventions (YAML): events with the attributes they refer to"
        case .glean: "Glean metrics.yaml: metrics of type event with their extra keys"
        case .segment: "Segment tracking plan (JSON): track events with their properties"
        case .jsonSchema: "JSON Schema: an event for every schema of an object"
        }
    }
}
