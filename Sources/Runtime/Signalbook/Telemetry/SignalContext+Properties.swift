extension SignalContext {
    /// Runs `operation` with these context properties on every event it and its child tasks track.
    public static func run<Result>(
        with properties: some ContextProperties, operation: () throws -> Result
    ) rethrows -> Result {
        let state = current
        let telemetry = Telemetry.current(in: state)
        guard telemetry.isEnabled else { return try operation() }
        return try run(in: telemetry.scope(adding: properties, to: state), operation)
    }

    /// Runs `operation` with these context properties on every event it and its child tasks track.
    public nonisolated(nonsending) static func run<Result>(
        with properties: some ContextProperties,
        operation: nonisolated(nonsending) () async throws -> Result
    ) async rethrows -> Result {
        let state = current
        let telemetry = Telemetry.current(in: state)
        guard telemetry.isEnabled else { return try await operation() }
        return try await run(in: telemetry.scope(adding: properties, to: state), operation)
    }
}
