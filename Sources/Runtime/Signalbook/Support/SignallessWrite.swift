#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Writes to a terminal or pipe without ever raising `SIGPIPE`, which would end the host, or waiting for long.
///
/// - Parameter patience: how many milliseconds it may be, at a time, before the descriptor takes more.
func writeWithoutSignal(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, patience: Int32
) -> SystemError? {
    var pipeSignal = sigset_t()
    var previous = sigset_t()
    var pending = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    sigemptyset(&pending)
    sigpending(&pending)
    let wasPending = sigismember(&pending, SIGPIPE) == 1
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &previous)
    let result = writeAll(bytes, to: descriptor, using: patientWrite(patience))
    // The signal of a failed write is pending for this thread. It is taken here, so that it does not arrive when the mask is restored.
    sigpending(&pending)
    if result.error?.code == EPIPE, !wasPending, sigismember(&pending, SIGPIPE) == 1 {
        var signal: Int32 = 0
        sigwait(&pipeSignal, &signal)
    }
    pthread_sigmask(SIG_SETMASK, &previous, nil)
    return result.error
}

/// Writes at most as much as a pipe that is ready takes at once, when it is ready.
private func patientWrite(_ patience: Int32) -> WriteCall {
    { descriptor, bytes in
        var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        let ready = poll(&entry, 1, patience)
        if ready == 0 { errno = ETIMEDOUT }
        guard ready > 0 else { return -1 }
        return systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(pipeRoom)))
    }
}

/// How many bytes a ready pipe has room for: `PIPE_BUF`, which is 512 at least (POSIX) and a page on Linux.
#if os(Linux) || os(Android)
    private let pipeRoom = 4_096
#else
    private let pipeRoom = 512
#endif
