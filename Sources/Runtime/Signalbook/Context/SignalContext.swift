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
/// The properties belong to the catalog that declares them. Events of another catalog, such as a library's, take from the scope the values
/// of the properties that their own catalog declares alike: with the same name, type and handling. Nothing else gets into their records.
///
/// `Task.detached` starts outside every scope; hand over what is needed there.
///
/// It sanitizes with the key of ``Telemetry/current``, and does nothing while that is switched off or was never started. An app that
/// tracks with an instance of its own opens scopes with that instance's `withContext`.
@dynamicMemberLookup
public enum SignalContext {
    /// What a task carries: where its events get their context from, and which span it is in.
    ///
    /// Safety: `@unchecked Sendable`. A scope never changes. No reference to it is counted here, because ``held`` keeps it alive: a scope is
    /// bound only inside of ``held``, and goes to other tasks only together with it. So a task that reads the scope has it until the
    /// operation ends, which is longer than any synchronous call.
    struct TaskState: @unchecked Sendable {
        /// The innermost scope.
        fileprivate(set) var scope: Unmanaged<ContextScope>?
        /// The innermost span, also while telemetry is switched off.
        fileprivate(set) var span = SpanIdentity.none
        /// Whether this is the inside of an exporter, which must not cause events.
        fileprivate(set) var isExporting = false
    }

    /// A scope that is kept alive.
    ///
    /// Safety: `@unchecked Sendable`, because a scope never changes.
    private struct HeldScope: @unchecked Sendable {
        let scope: ContextScope?
    }

    /// The task's scope, kept alive by it. It is never read: a read counts a reference and lets go of it again, two atomic operations on
    /// memory that all tasks of a scope share.
    @TaskLocal private static var held = HeldScope(scope: nil)
    /// What the task carries, for reading. A change that brings no new scope binds this alone.
    @TaskLocal private static var state = TaskState(scope: nil)

    /// What the task carries. Its scope is valid until the caller returns.
    static var current: TaskState { state }

    /// The innermost span of the task; nil if it is in none.
    package static var span: SpanIdentity? {
        let span = state.span
        return span.isValid ? span : nil
    }

    /// Runs `operation` with `scope` as the task's, and that of its child tasks.
    static func run<Result>(in scope: ContextScope, _ operation: () throws -> Result) rethrows -> Result {
        var inner = state
        inner.scope = Unmanaged.passUnretained(scope)
        return try $held.withValue(HeldScope(scope: scope)) {
            try $state.withValue(inner, operation: operation)
        }
    }

    /// Runs `operation` with `scope` as the task's, and that of its child tasks.
    nonisolated(nonsending) static func run<Result>(
        in scope: ContextScope, _ operation: nonisolated(nonsending) () async throws -> Result
    ) async rethrows -> Result {
        var inner = state
        inner.scope = Unmanaged.passUnretained(scope)
        return try await $held.withValue(HeldScope(scope: scope)) {
            try await $state.withValue(inner, operation: operation)
        }
    }

    /// Runs `operation` with `span` as the task's, and that of its child tasks, whether or not telemetry is switched on.
    package static func run<Result>(
        in span: SpanIdentity, _ operation: () throws -> Result
    ) rethrows -> Result {
        var inner = state
        inner.span = span
        return try $state.withValue(inner, operation: operation)
    }

    /// Runs `operation` with `span` as the task's, and that of its child tasks, whether or not telemetry is switched on.
    package nonisolated(nonsending) static func run<Result>(
        in span: SpanIdentity, _ operation: nonisolated(nonsending) () async throws -> Result
    ) async rethrows -> Result {
        var inner = state
        inner.span = span
        return try await $state.withValue(inner, operation: operation)
    }

    /// Runs what an exporter does: events tracked by it and its child tasks are counted and not taken, with whatever telemetry, for an
    /// export that causes events causes exports for ever.
    ///
    /// What it starts on threads of its own, such as the callbacks of a URL session, is not covered.
    nonisolated(nonsending) static func whileExporting<Result>(
        _ operation: nonisolated(nonsending) () async -> Result
    ) async -> Result {
        await $state.withValue(TaskState(scope: nil, isExporting: true), operation: operation)
    }
}
