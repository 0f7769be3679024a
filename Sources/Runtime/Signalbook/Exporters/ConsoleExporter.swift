import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Prints events on standard output, one a line, for people.
///
///     10:00:00.123 INFO  request_completed         endpoint=/api/v1/sessions status_code=200 duration_ms=45.25
///
/// Times are UTC. In colour on a terminal, unless `NO_COLOR` is set or the terminal is `dumb`. Control characters in values are escaped, so no
/// event can command a terminal. Not for programs to read: the format may change; ``JSONLinesExporter``'s does not.
public final class ConsoleExporter: Exporter {
    /// `console`.
    public let name = "console"
    private let descriptor: Int32
    private let patience: Int32
    private let state: Locked<SignalFormatter>

    /// An exporter to standard output.
    public convenience init() {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let isColoured =
            isTerminal && getenv("NO_COLOR") == nil && getenv("TERM").map { strcmp($0, "dumb") != 0 } ?? false
        self.init(descriptor: STDOUT_FILENO, isColoured: isColoured)
    }

    /// An exporter to an open descriptor, which stays the caller's.
    ///
    /// - Parameter patience: how many milliseconds a reader may take until there is room again.
    init(descriptor: Int32, isColoured: Bool, patience: Int32 = 2_000) {
        self.descriptor = descriptor
        self.patience = patience
        state = Locked(SignalFormatter(isColoured: isColoured))
    }

    /// Prints the batch. Fails when nobody reads for two seconds; what was not printed then is not printed later.
    public func export(_ batch: RecordBatch) async -> ExportResult {
        let (signals, malformed) = batch.decoded()
        let error = state.withLock { formatter in
            var text = ""
            for signal in signals { formatter.append(signal, to: &text) }
            return text.withUTF8 {
                writeWithoutSignal(UnsafeRawBufferPointer($0), to: descriptor, patience: patience)
            }
        }
        if let error { return .failed("cannot write to standard output: \(error)") }
        return batch.result(malformed: malformed)
    }
}
