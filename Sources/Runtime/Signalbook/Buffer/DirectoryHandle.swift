#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// An open directory. What is in it is reached by names without a path, so that nobody can swap a part of the way for a link.
///
/// Safety: the descriptor is closed in `deinit` and used by calls that the system serialises.
final class DirectoryHandle: Sendable {
    /// The directory.
    let descriptor: Int32
    /// Its path, for messages.
    let path: String

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { closeDescriptor(descriptor) }

    /// Opens a directory of the user's own that nobody else may write to. Its last component is not followed if it is a link.
    static func open(_ path: String) throws(StorageError) -> DirectoryHandle {
        try checked(retrying { systemOpen(path, directoryFlags) }, path: path)
    }

    /// Opens a directory below this one, under the same conditions.
    func directory(_ name: String) throws(StorageError) -> DirectoryHandle {
        try DirectoryHandle.checked(
            retrying { openat(descriptor, name, DirectoryHandle.directoryFlags) }, path: path + "/" + name)
    }

    private static var directoryFlags: Int32 { O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK }

    private static func checked(_ descriptor: Int32, path: String) throws(StorageError) -> DirectoryHandle {
        guard descriptor >= 0 else {
            let error = StorageError(call: "open", path: path)
            throw StorageError(linkAt: path) ?? error
        }
        let handle = DirectoryHandle(descriptor: descriptor, path: path)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw StorageError(call: "fstat", path: path) }
        guard status.st_uid == geteuid() else {
            throw StorageError(path: path, problem: "it belongs to another user")
        }
        guard status.st_mode & (S_IWGRP | S_IWOTH) == 0 else {
            throw StorageError(
                path: path, problem: "others may write to it; take that right away with chmod go-w")
        }
        return handle
    }

    /// Makes a directory for its owner alone and opens it; throws `EEXIST` where there is something of that name.
    func makeDirectory(_ name: String) throws(StorageError) -> DirectoryHandle {
        guard mkdirat(descriptor, name, 0o700) == 0 else {
            throw StorageError(call: "mkdir", path: path + "/" + name)
        }
        return try directory(name)
    }

    /// Opens a regular file of the user's own.
    ///
    /// - Parameter flags: as for `open(2)`; links are not followed and the descriptor is not inherited in any case.
    func open(_ name: String, _ flags: Int32) throws(StorageError) -> Int32 {
        let path = path + "/" + name
        // `O_NONBLOCK`, so that a pipe in the file's place cannot hold us up; it means nothing to a file.
        let opened = retrying {
            openat(descriptor, name, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
        }
        guard opened >= 0 else { throw StorageError(call: "open", path: path) }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid()
        else {
            closeDescriptor(opened)
            throw StorageError(path: path, problem: "it is no regular file of this user")
        }
        return opened
    }

    /// At most `limit` bytes of a file.
    func contents(_ name: String, limit: Int) throws(StorageError) -> [UInt8] {
        let file = try open(name, O_RDONLY)
        defer { closeDescriptor(file) }
        guard let bytes = readFile(file, from: 0, count: limit) else {
            throw StorageError(call: "pread", path: path + "/" + name)
        }
        return bytes
    }

    /// Removes a file; whether it is gone.
    @discardableResult
    func remove(_ name: String) -> Bool { unlinkat(descriptor, name, 0) == 0 || errno == ENOENT }

    /// Removes an empty directory; whether it is gone.
    @discardableResult
    func removeDirectory(_ name: String) -> Bool {
        unlinkat(descriptor, name, AT_REMOVEDIR) == 0 || errno == ENOENT
    }

    /// Whether `name` is still this very directory.
    func holds(_ other: DirectoryHandle, as name: String) -> Bool {
        var (here, there) = (stat(), stat())
        return fstatat(descriptor, name, &here, AT_SYMLINK_NOFOLLOW) == 0
            && fstat(other.descriptor, &there) == 0
            && FileIdentity(here).isSameFile(as: FileIdentity(there))
    }

    /// When something in it was last written to, in nanoseconds since 1970, to the second; 0 where nobody can tell.
    func modificationTime(of name: String) -> UInt64 {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return 0 }
        #if canImport(Darwin)
            let seconds = status.st_mtimespec.tv_sec
        #else
            let seconds = status.st_mtim.tv_sec
        #endif
        return UInt64(max(seconds, 0)).multipliedReportingOverflow(by: 1_000_000_000).partialValue
    }

    /// The names in it, sorted, without `.` and `..`; at most `limit` of them.
    func names(limit: Int = 100_000) -> [String] {
        let copy = retrying { openat(descriptor, ".", DirectoryHandle.directoryFlags) }
        guard copy >= 0 else { return [] }
        guard let stream = fdopendir(copy) else {
            closeDescriptor(copy)
            return []
        }
        defer { closedir(stream) }
        var names: [String] = []
        while names.count < limit, let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}

/// Calls again while a signal interrupts.
func retrying(_ call: () -> Int32) -> Int32 {
    var result = call()
    while result < 0, errno == EINTR { result = call() }
    return result
}

/// Up to `count` bytes of a file from an offset on; nil where it cannot be read. Fewer where the file ends.
func readFile(_ descriptor: Int32, from offset: Int, count: Int) -> [UInt8]? {
    var isReadable = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        while filled < count {
            let taken = pread(
                descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
            if taken > 0 {
                filled += taken
            } else if taken < 0, errno == EINTR {
                continue
            } else {
                isReadable = taken == 0
                break
            }
        }
    }
    return isReadable ? bytes : nil
}

/// Writes bytes at an offset of a file; whether all were taken.
@discardableResult
func writeFile(_ descriptor: Int32, at offset: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    var written = 0
    while written < bytes.count {
        let taken = pwrite(
            descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written, off_t(offset + written)
        )
        if taken > 0 {
            written += taken
        } else if taken < 0, errno == EINTR {
            continue
        } else {
            return false
        }
    }
    return true
}

/// `close(2)`, under a name that no method hides.
func closeDescriptor(_ descriptor: Int32) { close(descriptor) }

private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
