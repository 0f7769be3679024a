#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Why a system call failed.
struct SystemError: Error, Hashable, CustomStringConvertible {
    /// The call's `errno`.
    var code: Int32

    /// The failure that `errno` holds now.
    static var current: SystemError { SystemError(code: errno) }

    /// What the system says about it, such as `No space left on device`.
    var description: String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let base = buffer.baseAddress else { return "error \(code)" }
            base.initialize(repeating: 0, count: buffer.count)
            guard strerror_r(code, base, buffer.count) == 0 else { return "error \(code)" }
            return String(cString: base)
        }
    }
}
