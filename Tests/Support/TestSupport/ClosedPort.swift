import Foundation

/// A port of 127.0.0.1 that refuses connections: it is taken, and no one listens.
///
/// The port of a server that has stopped is not such a port, because the system may give it to the next server.
package final class ClosedPort: Sendable {
    /// Its number. It refuses connections as long as this value exists.
    package let number: Int
    private let descriptor: Int32

    /// Takes a port that the system chooses.
    package init() throws {
        #if canImport(Glibc)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard descriptor >= 0 else { throw POSIXError(.EMFILE) }
        // Not in a child process that some test may start meanwhile.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard isBound else {
            close(descriptor)
            throw POSIXError(.EADDRNOTAVAIL)
        }
        self.descriptor = descriptor
        number = Int(in_port_t(bigEndian: address.sin_port))
    }

    deinit { close(descriptor) }

    /// Runs `body` while the port is taken.
    package static func run(body: (_ port: Int) async throws -> Void) async throws {
        let port = try ClosedPort()
        try await body(port.number)
        withExtendedLifetime(port) {}
    }
}
