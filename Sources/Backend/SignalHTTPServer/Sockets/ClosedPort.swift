#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A port of 127.0.0.1 that refuses connections: it is taken, and nobody listens.
///
/// The port of a server that has stopped is no such port, for the system may give it to the next server.
package enum ClosedPort {
    /// Runs `body` while the port is taken.
    package static func run(body: (_ port: Int) async throws -> Void) async throws {
        let descriptor = try Socket.open()
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        defer { _ = close(descriptor) }
        guard Socket.withAddress(port: 0, { bind(descriptor, $0, $1) }) == 0 else {
            throw SocketError(number: errno)
        }
        try await body(Socket.port(of: descriptor))
    }
}
