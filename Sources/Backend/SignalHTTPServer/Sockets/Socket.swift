import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// When a wait ends.
typealias Deadline = ContinuousClock.Instant

/// A non-blocking stream socket whose operations wait, up to a deadline.
///
/// One thread uses it and closes it; any thread may ``shutdown(_:)`` it, which wakes the one that waits.
final class Socket: Sendable {
    /// Which half of a connection is shut.
    enum Half: Sendable { case reading, writing, both }

    private let descriptor: Int32
    /// Guards against shutting a descriptor that was closed here and opened elsewhere.
    private let isOpen = Mutex(true)

    /// Takes over the descriptor.
    init(descriptor: Int32) {
        self.descriptor = descriptor
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var on: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        // Small messages go out at once: with Nagle's algorithm each answer may wait 40 ms for an acknowledgement.
        _ = setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, size)
        #if canImport(Darwin)
            _ = setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, size)
        #endif
    }

    deinit { close() }

    /// The bytes that are there, after waiting for the first; none at the end of the connection.
    func receive(until deadline: Deadline) throws(SocketError) -> [UInt8] {
        while true {
            try wait(for: Int16(POLLIN), until: deadline)
            var result = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: 16384) { buffer, count in
                result = recv(descriptor, buffer.baseAddress, buffer.count, 0)
                count = max(0, result)
            }
            if result >= 0 { return bytes }
            guard errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR else {
                throw SocketError(number: errno)
            }
        }
    }

    /// Sends all the bytes.
    func send(_ bytes: some Collection<UInt8>, until deadline: Deadline) throws(SocketError) {
        #if canImport(Darwin)
            let flags: Int32 = 0
        #else
            let flags = Int32(truncatingIfNeeded: Int(MSG_NOSIGNAL))
        #endif
        let bytes = Array(bytes)
        var sent = 0
        while sent < bytes.count {
            let result = bytes.withUnsafeBytes { buffer in
                systemSend(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent, flags)
            }
            if result >= 0 {
                sent += result
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                try wait(for: Int16(POLLOUT), until: deadline)
            } else if errno != EINTR {
                throw SocketError(number: errno)
            }
        }
    }

    /// Shuts a half of the connection; whoever waits for it on another thread is woken.
    func shutdown(_ half: Half) {
        let how: Int32 =
            switch half {
            case .reading: Int32(SHUT_RD)
            case .writing: Int32(SHUT_WR)
            case .both: Int32(SHUT_RDWR)
            }
        isOpen.withLock { if $0 { _ = systemShutdown(descriptor, how) } }
    }

    /// Closes the socket; a second time does nothing.
    func close() {
        isOpen.withLock {
            if $0 { _ = systemClose(descriptor) }
            $0 = false
        }
    }

    /// Closes the socket so that the peer sees a reset instead of an end.
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        _ = setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    private func wait(for events: Int16, until deadline: Deadline) throws(SocketError) {
        while true {
            var entry = pollfd(fd: descriptor, events: events, revents: 0)
            let result = poll(&entry, 1, deadline.pollTimeout)
            if result > 0 { return }
            if result == 0 {
                guard ContinuousClock.now < deadline else { throw SocketError(.timedOut) }
            } else if errno != EINTR {
                throw SocketError(number: errno)
            }
        }
    }
}

extension Deadline {
    /// The time left in the form of `poll`: milliseconds, rounded up, at most a minute at a time.
    fileprivate var pollTimeout: Int32 {
        let left = ContinuousClock.now.duration(to: self)
        guard left > .zero else { return 0 }
        guard left < .seconds(60) else { return 60000 }
        return Int32(left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1)
    }
}

// The methods above have the names of the functions they call.
private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int
{
    send(descriptor, bytes, count, flags)
}
private func systemShutdown(_ descriptor: Int32, _ how: Int32) -> Int32 { shutdown(descriptor, how) }
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
