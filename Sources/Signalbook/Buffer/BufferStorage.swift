#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// The memory behind a buffer: mapped files in a directory of its own, or plain memory.
///
/// Files are preallocated, so that a full disk shows here and not as a `SIGBUS` while an app tracks, and they stay mapped until
/// the storage is gone: mapping anew as segments rotate costs three to five times as much, in page faults.
///
/// Safety: `@unchecked Sendable`, for it never changes after `init`; who writes where is the buffer's business.
final class BufferStorage: @unchecked Sendable {
    /// The segments, all of one size.
    let segments: [Segment]
    /// The directory that holds the segment files, nil in plain memory.
    let directory: String?
    /// The files' paths, in the order of ``segments``; empty in plain memory.
    private let files: [String]

    private init(segments: [Segment], directory: String?, files: [String]) {
        self.segments = segments
        self.directory = directory
        self.files = files
    }

    deinit {
        for segment in segments { munmap(segment.base, segment.size) }
    }

    /// Plain memory, with as many of the segments as the system has room for; with none at all every event is dropped and counted.
    static func inMemory(segmentCount: Int, segmentSize: Int) -> BufferStorage {
        var segments: [Segment] = []
        for _ in 0..<segmentCount {
            guard let base = map(descriptor: -1, size: segmentSize) else { break }
            segments.append(Segment(base: base, size: segmentSize))
        }
        return BufferStorage(segments: segments, directory: nil, files: [])
    }

    /// Mapped files `segment-000.ring`, `segment-001.ring`, … in a new directory below `parent`.
    ///
    /// The directory is for its owner alone (0700), the files too (0600); none may exist before, and links are not followed.
    ///
    /// - Throws: ``StorageError`` with the call that failed; nothing is left behind then.
    static func mapped(
        in parent: String, name: String, segmentCount: Int, segmentSize: Int
    ) throws(StorageError) -> BufferStorage {
        if mkdir(parent, 0o700) != 0, errno != EEXIST { throw StorageError(call: "mkdir", path: parent) }
        let directory = parent + "/" + name
        guard mkdir(directory, 0o700) == 0 else { throw StorageError(call: "mkdir", path: directory) }
        var segments: [Segment] = []
        var files: [String] = []
        do throws(StorageError) {
            for number in 0..<segmentCount {
                let digits = String(number)
                let file =
                    directory + "/segment-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
                    + ".ring"
                let descriptor = open(file, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
                guard descriptor >= 0 else { throw StorageError(call: "open", path: file) }
                files.append(file)
                defer { close(descriptor) }
                try allocate(descriptor, size: segmentSize, path: file)
                guard let base = map(descriptor: descriptor, size: segmentSize) else {
                    throw StorageError(call: "mmap", path: file)
                }
                segments.append(Segment(base: base, size: segmentSize))
            }
        } catch {
            for segment in segments { munmap(segment.base, segment.size) }
            for file in files { unlink(file) }
            rmdir(directory)
            throw error
        }
        return BufferStorage(segments: segments, directory: directory, files: files)
    }

    /// Removes the files and their directory; to be called when nothing in them is wanted any more.
    func removeFiles() {
        for file in files { unlink(file) }
        if let directory { rmdir(directory) }
    }

    private static func map(descriptor: Int32, size: Int) -> UnsafeMutableRawPointer? {
        let flags = descriptor < 0 ? MAP_PRIVATE | MAP_ANON : MAP_SHARED
        let base = mmap(nil, size, PROT_READ | PROT_WRITE, flags, descriptor, 0)
        return base == MAP_FAILED ? nil : base
    }

    /// Gives the file its whole size on disk now.
    private static func allocate(_ descriptor: Int32, size: Int, path: String) throws(StorageError) {
        #if canImport(Darwin)
            var request = fstore_t(
                fst_flags: UInt32(F_ALLOCATEALL), fst_posmode: F_PEOFPOSMODE, fst_offset: 0,
                fst_length: off_t(size),
                fst_bytesalloc: 0)
            guard fcntl(descriptor, F_PREALLOCATE, &request) == 0, ftruncate(descriptor, off_t(size)) == 0
            else {
                throw StorageError(call: "fcntl(F_PREALLOCATE)", path: path)
            }
        #else
            var result = posix_fallocate(descriptor, 0, off_t(size))
            while result == EINTR { result = posix_fallocate(descriptor, 0, off_t(size)) }
            guard result == 0 else { throw StorageError(call: "posix_fallocate", path: path, number: result) }
        #endif
    }
}

/// Why a buffer could not be kept in files.
struct StorageError: Error, CustomStringConvertible {
    /// The system call that failed.
    let call: String
    /// What it was called on.
    let path: String
    /// The system's error number.
    let number: Int32

    init(call: String, path: String, number: Int32 = errno) {
        self.call = call
        self.path = path
        self.number = number
    }

    var description: String { "\(call) '\(path)': \(String(cString: strerror(number)))" }
}
