#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif
import SwiftEmitter

/// What the tools do with files. They use only the C library, because loading Foundation takes longer than generating most
/// catalogs.
enum Files {
    /// What went wrong with a file, as the system says it.
    struct Failure: Error {
        /// What was tried, such as `cannot read`.
        var action: String
        /// The file or folder.
        var path: String
        /// The system's words.
        var reason: String

        /// A failure for a reason of ours.
        init(_ action: String, _ path: String, reason: String) {
            self.action = action
            self.path = path
            self.reason = reason
        }

        /// The failure of the system call just made.
        init(_ action: String, _ path: String, code: Int32 = errno) {
            self.action = action
            self.path = path
            reason = String(cString: strerror(code))
        }
    }

    /// The most bytes of a file that are read; a catalog that people edit is far smaller.
    private static let readLimit = 64 << 20

    /// All bytes of a file.
    static func contents(of path: String) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure("cannot read", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure("cannot read", path) }
        if status.st_mode & S_IFMT == S_IFDIR { throw Failure("cannot read", path, code: EISDIR) }
        var bytes: [UInt8] = []
        var isAtEnd = false
        // One byte more than the size distinguishes a file of that size from one that grows.
        var chunk = max(Int(status.st_size) + 1, 4096)
        while !isAtEnd {
            guard bytes.count + chunk <= readLimit else { throw Failure("cannot read", path, code: EFBIG) }
            var count = 0
            let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
                repeat {
                    count = read(descriptor, buffer.baseAddress, chunk)
                } while count < 0 && errno == EINTR
                initialized = max(count, 0)
            }
            if count < 0 { throw Failure("cannot read", path) }
            isAtEnd = count == 0
            if bytes.isEmpty { bytes = part } else { bytes += part }
            chunk = 1 << 16
        }
        return bytes
    }

    /// Makes a folder and those above it, where they are not there yet.
    static func makeFolder(_ path: String) throws(Failure) {
        if isFolder(path) { return }
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try makeFolder(String(path[..<slash]))
        }
        if mkdir(path, 0o777) != 0, errno != EEXIST || !isFolder(path) {
            throw Failure("cannot make the folder", path)
        }
    }

    /// Whether there is a folder of that name.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Puts a whole file in place: a program that reads it meanwhile sees the old file or the new one. The permissions of the file
    /// stay.
    static func replace(_ name: String, in folder: String, with bytes: [UInt8]) throws(Failure) {
        try prepare(name, in: folder, with: bytes).putInPlace()
    }

    /// A file that is written next to its place and not in place yet.
    struct Prepared {
        fileprivate let path: String
        fileprivate let temporary: String

        /// Puts it in place, which takes no space on the disk.
        func putInPlace() throws(Failure) {
            if rename(temporary, path) == 0 { return }
            let code = errno
            discard()
            throw Failure("cannot write", path, code: code)
        }

        /// Removes it; the file in its place stays.
        func discard() { unlink(temporary) }
    }

    /// Writes a file next to its place. Almost everything that can fail, fails here and not in ``Prepared/putInPlace()``.
    static func prepare(
        _ name: String, in folder: String, with bytes: [UInt8]
    ) throws(Failure) -> Prepared {
        let path = folder + "/" + name
        let temporary = folder + "/." + name + "." + String(getpid()) + ".tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard descriptor >= 0 else { throw Failure("cannot write", path) }
        var status = stat()
        if stat(path, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
        let writeCode = bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
        let closeCode = close(descriptor) == 0 ? nil : errno
        let prepared = Prepared(path: path, temporary: temporary)
        guard let code = writeCode ?? closeCode else { return prepared }
        prepared.discard()
        throw Failure("cannot write", path, code: code)
    }

    /// Writes all of the bytes to an open file.
    ///
    /// - Returns: the system's number for what went wrong; nil when all of them are written.
    static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
        var offset = 0
        while offset < bytes.count {
            let count = write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return errno }
            offset += count
        }
        return nil
    }

    /// Removes a file.
    static func remove(_ path: String) throws(Failure) {
        if unlink(path) != 0, errno != ENOENT { throw Failure("cannot remove", path) }
    }

    /// The names of the files in a folder, sorted; none when there is no such folder.
    static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                    tuple.withMemoryRebound(
                        to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)
                    ) {
                        String(cString: $0)
                    }
                })
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The catalog files below a folder, as the plugins look for them: no hidden ones, and not too deep.
    static func catalogFiles(below folder: String, depth: Int = 0) -> [String] {
        guard depth < SwiftEmitter.catalogDepth else { return [] }
        return names(in: folder).filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
            let path = folder + "/" + name
            if isFolder(path) { return catalogFiles(below: path, depth: depth + 1) }
            return SwiftEmitter.isCatalogFile(name) ? [path] : []
        }
    }
}
