#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

extension RotatingFile {
    /// Why nothing can be written to a file at `path`, as things stand; nil if it seems to be possible. Touches nothing.
    ///
    /// For a word at the start and not at the first event; what happens then is decided by ``append(_:)``.
    static func obstacle(at path: String) -> String? {
        var status = stat()
        if lstat(path, &status) == 0 {
            switch status.st_mode & S_IFMT {
            case S_IFREG: return access(path, W_OK) == 0 ? nil : SystemError.current.description
            case S_IFLNK: return "it is a symbolic link, and these are not followed"
            case S_IFDIR: return "it is a directory"
            default: return "it is no regular file"
            }
        }
        guard errno == ENOENT else { return SystemError.current.description }
        let directory: Substring =
            switch path.lastIndex(of: "/") {
            case nil: "."
            case path.startIndex?: "/"
            case let slash?: path[..<slash]
            }
        guard access(String(directory), F_OK) == 0 else { return "its directory does not exist" }
        return access(String(directory), W_OK | X_OK) == 0 ? nil : SystemError.current.description
    }
}
