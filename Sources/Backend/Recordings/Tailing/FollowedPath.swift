#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// A file of the file system.
///
/// Safety: only this object uses the descriptor, and closes it when it ends.
package final class FollowedPath: FollowedFile {
    private let path: String
    private let name: String
    private var descriptor: Int32 = -1

    /// A file at a path that need not be there yet.
    ///
    /// - Parameter name: What to call it in messages.
    package init(_ path: String, named name: String) {
        self.path = path
        self.name = name
    }

    deinit { if descriptor >= 0 { _ = close(descriptor) } }

    package func atPath() -> FollowedIdentity? {
        var status = stat()
        return stat(path, &status) == 0 ? identity(status) : nil
    }

    package func open() throws(RecordingError) -> FollowedIdentity? {
        if descriptor >= 0 { _ = close(descriptor) }
        descriptor = -1
        // `O_NONBLOCK`, so that opening a pipe in the file's place does not wait.
        let opened = systemOpen(path)
        guard opened >= 0 else {
            if errno == ENOENT { return nil }
            throw RecordingError("open", name, code: errno)
        }
        descriptor = opened
        var status = stat()
        guard fstat(opened, &status) == 0 else { throw RecordingError("open", name, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw RecordingError("cannot follow \"\(name)\": it is no regular file")
        }
        return identity(status)
    }

    package func size() -> Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(RecordingError)
        -> Int
    {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            if errno != EINTR { throw RecordingError("read", name, code: errno) }
        }
    }

    private func identity(_ status: stat) -> FollowedIdentity {
        FollowedIdentity(
            number: [UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino)],
            size: Int(status.st_size))
    }
}

private func systemOpen(_ path: String) -> Int32 {
    var opened: Int32
    repeat { opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) } while opened < 0 && errno == EINTR
    return opened
}
