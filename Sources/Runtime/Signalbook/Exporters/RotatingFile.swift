#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// A file of lines that grows at its end and moves aside when it is full.
///
/// It holds whole lines only: what a failed write left behind is taken back, and what a crash left behind is ended with a line feed
/// before the next line. The file is opened anew after each failure, and when somebody has removed, renamed or replaced it.
///
/// Not to be shared between processes: their lines stay whole, but which of them rotates when is chance.
///
/// Safety: the descriptor belongs to this value alone, which cannot be copied, and is closed with it.
struct RotatingFile: ~Copyable {
    private let path: String
    private let maximumSize: Int
    private let keptFiles: Int
    private let write: WriteCall
    private var descriptor: Int32 = -1
    private var identity = FileIdentity()

    /// A file at `path` of at most `maximumSize` bytes, of which `keptFiles` older ones are kept. Nothing is opened yet.
    init(path: String, maximumSize: Int, keptFiles: Int, write: @escaping WriteCall) {
        self.path = path
        self.maximumSize = max(maximumSize, 1)
        self.keptFiles = min(max(keptFiles, 0), Configuration.Limits.keptFiles.upperBound)
        self.write = write
    }

    deinit { if descriptor >= 0 { _ = systemClose(descriptor) } }

    /// Closes the file; the next ``append(_:)`` opens it again.
    mutating func close() {
        if descriptor >= 0 { _ = systemClose(descriptor) }
        descriptor = -1
    }

    /// Has the system bring what was written to the disk, so that it survives the machine too.
    ///
    /// Best effort: what is in the file stays there for every reader, whatever the disk says.
    mutating func synchronize() {
        guard descriptor >= 0 else { return }
        while fsync(descriptor) != 0, errno == EINTR {}
    }

    /// Appends `lines`, which end with a line feed, with one `write` if they fit into one file.
    ///
    /// After an error none of the lines is in the file, unless they were too many for one file.
    mutating func append(_ lines: UnsafeRawBufferPointer) throws(FileError) {
        do throws(FileError) {
            var rest = lines
            while !rest.isEmpty {
                var size = try openedSize()
                if size > 0, size + rest.count > maximumSize {
                    try rotate()
                    size = try openedSize()
                }
                let chunk = rest.count <= maximumSize ? rest.count : wholeLines(rest)
                try append(UnsafeRawBufferPointer(rebasing: rest[..<chunk]), at: size)
                rest = UnsafeRawBufferPointer(rebasing: rest[chunk...])
            }
        } catch {
            close()
            throw error
        }
    }

    /// How many bytes the lines take that fit into a file; one line at least.
    private func wholeLines(_ lines: UnsafeRawBufferPointer) -> Int {
        let lineFeed = UInt8(ascii: "\n")
        if let last = lines.prefix(maximumSize).lastIndex(of: lineFeed) { return last + 1 }
        return (lines.firstIndex(of: lineFeed) ?? lines.count - 1) + 1
    }

    /// Writes at the end of the open file, which is at `size`; takes a part back if not all can be written.
    private mutating func append(_ lines: UnsafeRawBufferPointer, at size: Int) throws(FileError) {
        let (written, error) = writeAll(lines, to: descriptor, using: write)
        guard let error else { return }
        // Only if nobody else has written in the meantime: their lines must stay. What then remains of ours is ended with a line
        // feed when the file is opened the next time.
        if written > 0, FileIdentity.ofDescriptor(descriptor)?.size == size + written {
            _ = ftruncate(descriptor, off_t(size))
        }
        throw FileError("write", path, error)
    }

    /// The size of the file at ``path``, which is open afterwards, and whole up to its end.
    private mutating func openedSize() throws(FileError) -> Int {
        if descriptor >= 0, let now = FileIdentity.ofPath(path), now.isSameFile(as: identity) {
            return now.size
        }
        close()
        return try open()
    }

    /// Opens the file; its size.
    private mutating func open() throws(FileError) -> Int {
        // `O_NONBLOCK`, so that a pipe in the file's place cannot hold us up; it means nothing to a file. `O_NOFOLLOW`, so that
        // nobody else decides where events go.
        let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW
        var opened = systemOpen(path, flags)
        while opened < 0, errno == EINTR { opened = systemOpen(path, flags) }
        guard opened >= 0 else {
            let error = SystemError.current
            let hint =
                switch error.code {
                case ENOENT: "; its directory must exist"
                case ELOOP: "; it is a symbolic link, and these are not followed"
                default: ""
                }
            throw FileError("open", path, error, hint: hint)
        }
        descriptor = opened
        guard let status = FileIdentity.ofDescriptor(opened) else { throw FileError("open", path, .current) }
        guard status.isRegular else {
            throw FileError("open", path, SystemError(code: EINVAL), hint: "; it is no regular file")
        }
        identity = status
        return try endLastLine(size: status.size)
    }

    /// Ends a line that a crash or a full disk has left unfinished; the size afterwards.
    private mutating func endLastLine(size: Int) throws(FileError) -> Int {
        var last = UInt8(ascii: "\n")
        guard size > 0, pread(descriptor, &last, 1, off_t(size - 1)) == 1, last != UInt8(ascii: "\n") else {
            return size
        }
        last = UInt8(ascii: "\n")
        let result = withUnsafeBytes(of: &last) { writeAll($0, to: descriptor, using: write) }
        if let error = result.error { throw FileError("write", path, error) }
        return size + 1
    }

    /// Moves the file aside, and each older one by one; the oldest goes.
    private mutating func rotate() throws(FileError) {
        close()
        guard keptFiles > 0 else {
            guard unlink(path) == 0 || errno == ENOENT else { throw FileError("remove", path, .current) }
            return
        }
        for number in stride(from: keptFiles, through: 1, by: -1) {
            let source = number == 1 ? path : rotatedPath(path, number - 1)
            guard rename(source, rotatedPath(path, number)) != 0, errno != ENOENT else { continue }
            throw FileError("rename", source, .current)
        }
    }
}

/// The path of a file that was moved aside: `signals.jsonl` becomes `signals.1.jsonl`, and `signals` becomes `signals.1`.
func rotatedPath(_ path: String, _ number: Int) -> String {
    let nameStart = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[nameStart...].lastIndex(of: "."), dot > nameStart else { return "\(path).\(number)" }
    return "\(path[..<dot]).\(number)\(path[dot...])"
}

// Under names of their own, because the methods above hide the C functions of the same name.
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o600) }
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
