#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Why a file could not be written, for people.
struct FileError: Error {
    var message: String
    /// Whether another try is useless until the path, its permissions or its file system change.
    var isLasting: Bool

    init(_ action: String, _ path: String, _ error: SystemError, hint: String = "") {
        isLasting = [
            ENOENT, ENOTDIR, EISDIR, EACCES, EPERM, EROFS, ELOOP, ENAMETOOLONG, EINVAL, ENXIO, ENODEV,
        ].contains(error.code)
        message = "cannot \(action) '\(path)': \(error)\(hint)"
    }
}
