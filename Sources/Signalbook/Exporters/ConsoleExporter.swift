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
    private let state: Locked<SignalFormatter>

    /// An exporter to standard output.
    public convenience init() {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let isColoured =
            isTerminal && getenv("NO_COLOR") == nil && getenv("TERM").map { strcmp($0, "dumb") != 0 } ?? false
        self.init(descriptor: STDOUT_FILENO, isColoured: isColoured)
    }

    /// An exporter to an open descriptor, which stays the caller's.
    init(descriptor: Int32, isColoured: Bool) {
        self.descriptor = descriptor
        state = Locked(SignalFormatter(isColoured: isColoured))
    }

    /// Prints the batch. Fails when nobody reads for two seconds; what was not printed then is not printed later.
    public func export(_ batch: RecordBatch) async -> ExportResult {
        let (signals, malformed) = batch.decoded()
        let error = state.withLock { formatter in
            var text = ""
            for signal in signals { formatter.append(signal, to: &text) }
            return text.withUTF8 { writeWithoutSignal(UnsafeRawBufferPointer($0), to: descriptor) }
        }
        if let error { return .failed("cannot write to standard output: \(error)") }
        return batch.result(malformed: malformed)
    }
}

/// Writes to a terminal or pipe without ever raising `SIGPIPE`, which would end the host, or waiting more than two seconds at a time.
private func writeWithoutSignal(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> SystemError? {
    var pipeSignal = sigset_t()
    var previous = sigset_t()
    var pending = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    sigemptyset(&pending)
    sigpending(&pending)
    let wasPending = sigismember(&pending, SIGPIPE) == 1
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &previous)
    let result = writeAll(bytes, to: descriptor, using: patientWrite)
    // The signal of a failed write waits for this very thread; taken away here, it does not come when the mask goes back.
    sigpending(&pending)
    if result.error?.code == EPIPE, !wasPending, sigismember(&pending, SIGPIPE) == 1 {
        var signal: Int32 = 0
        sigwait(&pipeSignal, &signal)
    }
    pthread_sigmask(SIG_SETMASK, &previous, nil)
    return result.error
}

/// Writes at most as much as a pipe that is ready takes at once, when it is ready.
private let patientWrite: WriteCall = { descriptor, bytes in
    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    let ready = poll(&entry, 1, 2000)
    if ready == 0 { errno = ETIMEDOUT }
    guard ready > 0 else { return -1 }
    // A ready pipe has room for `PIPE_BUF` bytes, 512 at least (POSIX).
    return systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(512)))
}
