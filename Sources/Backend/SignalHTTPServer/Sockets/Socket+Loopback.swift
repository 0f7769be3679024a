#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Socket {
    /// Connects to the port of 127.0.0.1.
    static func connect(port: Int) throws(SocketError) -> Socket {
        let descriptor = try open()
        // Blocking until here: on loopback a connection is there or refused at once.
        let result = withAddress(port: port) { address, size in
            #if canImport(Darwin)
                Darwin.connect(descriptor, address, size)
            #elseif canImport(Musl)
                Musl.connect(descriptor, address, size)
            #else
                Glibc.connect(descriptor, address, size)
            #endif
        }
        let number = errno
        let socket = Socket(descriptor: descriptor)
        guard result == 0 else { throw SocketError(number: number) }
        return socket
    }

    static func open() throws(SocketError) -> Int32 {
        #if os(Linux)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard descriptor >= 0 else { throw SocketError(number: errno) }
        return descriptor
    }

    /// Calls `body` with 127.0.0.1 and the port as the system wants them.
    static func withAddress<Result>(
        port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, size) }
        }
    }

    /// The port that a descriptor is bound to.
    static func port(of descriptor: Int32) -> Int {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
        }
        return Int(in_port_t(bigEndian: address.sin_port))
    }
}
