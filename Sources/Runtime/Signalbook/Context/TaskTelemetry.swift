/// The telemetry that a task carries in its ``ContextScope``.
///
/// ``Telemetry`` adopts it, and nothing else may. Contexts do not name that type, because a telemetry is built on contexts and not the
/// other way round.
protocol TaskTelemetry: AnyObject, Sendable {
    /// A reference to this very object, of which tracking makes an unretained ``Telemetry``. It is read once, when a scope is made.
    var untypedReference: UnsafeRawPointer { get }
}
