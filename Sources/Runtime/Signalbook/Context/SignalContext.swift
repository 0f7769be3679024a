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
/// It sanitizes with the key of ``Telemetry/current``, and does nothing while that is switched off or was never started. An app that
/// tracks with an instance of its own opens scopes with that instance's `withContext`.
public enum SignalContext {
    /// What a task carries: a context, and where the events go when that is not the process-wide telemetry.
    final class Scope: Sendable {
        /// The ``Telemetry`` that ``Telemetry/with(_:operation:)-(Telemetry,()->Result)`` set.
        let telemetry: (any TaskTelemetry)?
        /// The same object for tracking, which counts no references to it.
        ///
        /// Safety: `nonisolated(unsafe)`, because it never changes, and what it points to is there as long as this scope, which holds
        /// ``telemetry``. It is nil or a reference to a ``Telemetry``, because ``init(telemetry:context:isExporting:)`` alone sets it, from
        /// a ``TaskTelemetry``, which nothing but ``Telemetry`` is.
        nonisolated(unsafe) let borrowedTelemetry: UnsafeRawPointer?
        /// Set by ``SignalContext/with(_:operation:)-(ContextProperties,()->Result)``.
        let encoded: EncodedContext?
        /// The context as tracking reads it.
        ///
        /// Safety: `nonisolated(unsafe)`, because its bytes never change, and they are there as long as this scope, which holds ``encoded``.
        nonisolated(unsafe) let context: EncodedContext.View?

        /// Whether this is the inside of an exporter, which must not cause events.
        let isExporting: Bool

        init(telemetry: (any TaskTelemetry)?, context: EncodedContext?, isExporting: Bool = false) {
            self.telemetry = telemetry
            borrowedTelemetry = telemetry?.untypedReference
            self.isExporting = isExporting
            encoded = context
            self.context = context?.view
        }
    }

    /// A scope that ``held`` keeps alive.
    ///
    /// Safety: it is bound inside of ``held`` only and goes to other tasks only together with it. A task that reads it from ``borrowed``
    /// therefore has its scope until the operation ends, which is longer than any synchronous call.
    private struct BorrowedScope: Sendable {
        let scope: Unmanaged<Scope>?
    }

    /// The task's scope, kept alive by it. It is never read: a read counts a reference and lets go of it again, two atomic operations on
    /// memory that all tasks of a scope share.
    @TaskLocal private static var held: Scope?
    /// The same scope, for reading.
    @TaskLocal private static var borrowed = BorrowedScope(scope: nil)

    /// The task's scope.
    static var scope: Scope? { borrowed.scope?.takeUnretainedValue() }

    /// The task's scope, for callers that do not count references to it. Valid until the caller returns.
    @inline(__always)
    static var borrowedScope: Unmanaged<Scope>? { borrowed.scope }

    /// Runs `operation` with `scope` as the task's, and that of its child tasks.
    static func run<Result>(in scope: Scope, _ operation: () throws -> Result) rethrows -> Result {
        try $held.withValue(scope) {
            try $borrowed.withValue(
                BorrowedScope(scope: Unmanaged.passUnretained(scope)), operation: operation)
        }
    }

    /// Runs `operation` with `scope` as the task's, and that of its child tasks.
    nonisolated(nonsending) static func run<Result>(
        in scope: Scope, _ operation: nonisolated(nonsending) () async throws -> Result
    ) async rethrows -> Result {
        try await $held.withValue(scope) {
            try await $borrowed.withValue(
                BorrowedScope(scope: Unmanaged.passUnretained(scope)), operation: operation)
        }
    }

    /// The scope of everything that exporters do.
    private static let exporting = Scope(telemetry: nil, context: nil, isExporting: true)

    /// Runs what an exporter does: events tracked by it and its child tasks are counted and not taken, with whatever telemetry, for an
    /// export that causes events causes exports for ever.
    ///
    /// What it starts on threads of its own, such as the callbacks of a URL session, is not covered.
    nonisolated(nonsending) static func whileExporting<Result>(
        _ operation: nonisolated(nonsending) () async -> Result
    ) async -> Result {
        await run(in: exporting, operation)
    }
}
