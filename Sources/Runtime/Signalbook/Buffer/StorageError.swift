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

    /// There is a symbolic link in the place of a directory; nil if there is none.
    ///
    /// Links are not followed: one that another user can change would decide where events are written.
    init?(linkAt path: String) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return nil }
        var advice = "name the directory itself"
        if let target = realpath(path, nil) {
            advice += ", '\(String(cString: target))'"
            free(target)
        }
        self.init(path: path, problem: "it is a symbolic link, and these are not followed; \(advice)")
    }

    /// Something is not as it has to be.
    init(path: String, problem: String) {
        number = 0
        description = "'\(path)': \(problem)"
    }
}
