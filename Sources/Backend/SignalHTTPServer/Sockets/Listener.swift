import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A listening socket on 127.0.0.1 which one thread accepts from and any thread may stop.
final class Listener: Sendable {
    /// The port, also when the system chose it.
    let port: Int

    private let descriptor: Int32
    /// A pipe: writing to it wakes the thread in `accept`. Shutting a listening socket down does that on Linux only.
    private let wakeRead: Int32
    private let wakeWrite: Int32
    private let isOpen = Mutex(true)

    /// Listens on the port; 0: on one that the system chooses.
    init(port: Int) throws(SocketError) {
        guard (0...65535).contains(port) else { throw SocketError(.system, number: EINVAL) }
        let descriptor = try Socket.open()
        var on: Int32 = 1
        _ = setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        let bound = Socket.withAddress(port: port) { bind(descriptor, $0, $1) }
        var pipes: [Int32] = [-1, -1]
        guard bound == 0, listen(descriptor, 128) == 0, pipe(&pipes) == 0 else {
            let number = errno
            _ = systemClose(descriptor)
            throw SocketError(number: number)
        }
        for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        self.descriptor = descriptor
        self.wakeRead = pipes[0]
        self.wakeWrite = pipes[1]
        self.port = Socket.port(of: descriptor)
    }

    deinit { close() }

    /// Frees the port; connections that nobody accepted are reset. Only for the thread that accepts.
    func close() {
        isOpen.withLock { isOpen in
            guard isOpen else { return }
            isOpen = false
            for descriptor in [descriptor, wakeRead, wakeWrite] { _ = systemClose(descriptor) }
        }
    }

    /// The next connection; nil once ``stop()`` was called.
    func accept() -> Socket? {
        while true {
            var entries = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: wakeRead, events: Int16(POLLIN), revents: 0),
            ]
            let result = poll(&entries, 2, -1)
            if result < 0, errno != EINTR { return nil }
            if entries[1].revents != 0 { return nil }
            guard result > 0 else { continue }
            let accepted = systemAccept(descriptor)
            if accepted >= 0 { return Socket(descriptor: accepted) }
            // The caller may be gone again, or the process out of descriptors; the latter must not spin.
            if errno == EMFILE || errno == ENFILE { usleep(10000) }
        }
    }

    /// Makes ``accept()`` return nil, now or when it is called next.
    func stop() {
        isOpen.withLock { isOpen in
            var byte: UInt8 = 1
            if isOpen { _ = write(wakeWrite, &byte, 1) }
        }
    }
}

// The methods above have the names of the functions they call.
private func systemAccept(_ descriptor: Int32) -> Int32 { accept(descriptor, nil, nil) }
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
