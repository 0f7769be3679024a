/// The properties every event carries, for as long as a scope is open.
///
/// A scope is bound to the task: it holds across `await`, in child tasks and in `Task { }` started inside it, and ends when its
/// operation returns. Its properties are sanitized and encoded once, when it opens. Nested scopes add to the surrounding
/// ones and override them. Generated code adds a `with` that names the catalog's own properties:
///
/// ```swift
/// try await SignalContext.with(userID: user, requestID: id) {
///     Telemetry.track(.sessionCreated(bundleID: "b1"))
/// }
/// ```
///
/// `Task.detached` starts outside every scope; hand over what is needed there.
///
/// It sanitizes with the key of ``Telemetry/current``, and does nothing while that is switched off or was never started: who tracks with
/// an instance of their own opens scopes with that instance's `withContext`.
public enum SignalContext {
    /// What a task carries: a context, and where the events go when that is not the process-wide telemetry.
    final class Scope: Sendable {
        /// Set by ``Telemetry/with(_:operation:)-(Telemetry,()->Result)``.
        let telemetry: Telemetry?
        /// Set by ``SignalContext/with(_:operation:)-(ContextProperties,()->Result)``.
        let encoded: EncodedContext?
        /// The context as tracking reads it.
        ///
        /// Safety: `nonisolated(unsafe)`, for its bytes never change, and are there as long as this scope is, which holds ``encoded``.
        nonisolated(unsafe) let context: EncodedContext.View?

        /// Whether this is the inside of an exporter, which must not cause events.
        let isExporting: Bool

        init(telemetry: Telemetry?, context: EncodedContext?, isExporting: Bool = false) {
            self.telemetry = telemetry
            self.isExporting = isExporting
            encoded = context
            self.context = context?.view
        }
    }

    @TaskLocal static var scope: Scope?

    /// The scope of everything that exporters do.
    private static let exporting = Scope(telemetry: nil, context: nil, isExporting: true)

    /// Runs what an exporter does: events tracked by it and its child tasks are counted and not taken, with whatever telemetry, for an
    /// export that causes events causes exports for ever.
    ///
    /// What it starts on threads of its own, such as the callbacks of a URL session, is not covered.
    nonisolated(nonsending) static func whileExporting<Result>(
        _ operation: nonisolated(nonsending) () async -> Result
    ) async -> Result {
        await $scope.withValue(exporting, operation: operation)
    }

    /// Runs `operation` with these context properties on every event it and its child tasks track.
    public static func with<Result>(
        _ properties: some ContextProperties, operation: () throws -> Result
    ) rethrows -> Result {
        let scope = scope
        let telemetry = Telemetry.current(in: scope)
        guard telemetry.isEnabled else { return try operation() }
        return try $scope.withValue(telemetry.scope(adding: properties, to: scope), operation: operation)
    }

    /// Runs `operation` with these context properties on every event it and its child tasks track.
    public nonisolated(nonsending) static func with<Result>(
        _ properties: some ContextProperties, operation: nonisolated(nonsending) () async throws -> Result
    ) async rethrows -> Result {
        let scope = scope
        let telemetry = Telemetry.current(in: scope)
        guard telemetry.isEnabled else { return try await operation() }
        return try await $scope.withValue(
            telemetry.scope(adding: properties, to: scope), operation: operation)
    }
}

/// The context properties of a catalog; generated as `CatalogContext`.
public protocol ContextProperties: Sendable {
    /// Hands every property that is set to the writer; the others keep what the surrounding scope gave them.
    func record(into properties: inout PropertyWriter)
}
