#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Why a buffer could not be kept in files.
struct StorageError: Error, CustomStringConvertible {
    /// The system's error number; 0 if what failed is not a system call.
    let number: Int32

    /// What was wrong, for people.
    let description: String

    /// A system call failed.
    init(call: String, path: String, number: Int32 = errno) {
        self.number = number
        description = "\(call) '\(path)': \(SystemError(code: number))"
    }

    /// Something is not as it has to be.
    init(path: String, problem: String) {
        number = 0
        description = "'\(path)': \(problem)"
    }
}
