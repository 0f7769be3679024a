#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Why an operation on a socket failed.
package struct SocketError: Error, Sendable, Hashable {
    /// What failed.
    package enum Code: Sendable, Hashable {
        case timedOut, closed, refused, addressInUse, system
    }

    /// What failed.
    package var code: Code
    /// The system's error number; 0 for a time-out.
    package var number: Int32

    init(_ code: Code, number: Int32 = 0) {
        self.code = code
        self.number = number
    }

    init(number: Int32) {
        let code: Code =
            switch number {
            case ECONNREFUSED: .refused
            case EADDRINUSE: .addressInUse
            case EPIPE, ECONNRESET, ENOTCONN, EBADF: .closed
            default: .system
            }
        self.init(code, number: number)
    }
}
