// What the ring can have to say.
extension DiagnosticChannel {
    /// Records were dropped because the ring is full.
    func reportFullBuffer() {
        report(
            .warning, .eventDropped,
            "the event buffer is full and events are dropped, the oldest first and errors last; raise TELEMETRY_BUFFER_SIZE_MB or see why exporters are slow"
        )
    }
}

extension RuntimeDiagnostic.Code {
    /// An event was lost on its way into the buffer, or in it.
    public static let eventDropped = RuntimeDiagnostic.Code(rawValue: "event-dropped")
}
