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
/// A file that somebody truncates while it is mapped would end the process with `SIGBUS` at the next access. ``MappingGuard`` puts memory in
/// the place of what is missing. All the same the files and their directory are for their owner alone, and a ring that a dead process left
/// is never mapped (``AdoptedSpool``).
///
/// Safety: `@unchecked Sendable`, because it never changes after `init`; the buffer decides who writes where.
final class BufferStorage: @unchecked Sendable {
    /// The segments, all of one size.
    let segments: [Segment]
    /// What was written to them.
    let index: RingIndex
    private let indexSize: Int
    private let indexWatch: MappingGuard.Watch?
    /// Where the segment files are; nil in plain memory.
    private let place: SpoolPlace?
    /// Which files they are; none in plain memory.
    private let files: [FileIdentity]
    /// One a segment where truncation is guarded against, else none.
    private let watches: [MappingGuard.Watch]

    /// The path of the directory that holds the segment files, nil in plain memory.
    var directory: String? { place?.directory.path }

    private init(
        segments: [Segment], index: UnsafeMutableRawPointer, indexSize: Int, place: SpoolPlace?,
        files: [FileIdentity] = [], isGuarded: Bool = false
    ) {
        self.segments = segments
        self.index = RingIndex(base: index)
        self.indexSize = indexSize
        indexWatch = isGuarded ? MappingGuard.watch(index, size: indexSize) : nil
        self.place = place
        self.files = files
        watches = isGuarded ? segments.map { MappingGuard.watch($0.base, size: $0.size) } : []
    }

    deinit {
        for watch in watches { watch.end() }
        indexWatch?.end()
        for segment in segments { munmap(segment.base, segment.size) }
        if indexSize > 0 { munmap(index.base, indexSize) }
    }

    /// Plain memory, with as many of the segments as the system has room for; with none at all every event is dropped and counted.
    static func inMemory(segmentCount: Int, segmentSize: Int) -> BufferStorage {
        let indexSize = RingIndex.size(segmentCount: segmentCount)
        guard let index = map(descriptor: -1, size: indexSize) else {
            // Room for the header alone, which stays for ever.
            let empty = UnsafeMutableRawPointer.allocate(byteCount: RingIndex.headerSize, alignment: 16)
            return BufferStorage(segments: [], index: empty, indexSize: 0, place: nil)
        }
        var segments: [Segment] = []
        for _ in 0..<segmentCount {
            guard let base = map(descriptor: -1, size: segmentSize) else { break }
            segments.append(Segment(base: base, size: segmentSize))
        }
        return BufferStorage(segments: segments, index: index, indexSize: indexSize, place: nil)
    }

    /// Mapped files `segment-000.ring`, `segment-001.ring`, … in a new directory below `parent`, locked for as long as this lives.
    ///
    /// The directory is for its owner alone (0700), the files too (0600); links are not followed. `parent` is made if it is missing, and
    /// must belong to this user and to nobody else to write.
    ///
    /// - Parameter isGuarded: whether memory takes the place of what somebody cuts off a file, see ``MappingGuard``.
    /// - Throws: ``StorageError`` with the call that failed; nothing is left behind then.
    static func mapped(
        in parent: String, segmentCount: Int, segmentSize: Int, isGuarded: Bool = true
    ) throws(StorageError) -> BufferStorage {
        let place = try SpoolPlace.make(in: parent)
        let indexSize = RingIndex.size(segmentCount: segmentCount)
        var index: UnsafeMutableRawPointer?
        var segments: [Segment] = []
        var files: [FileIdentity] = []
        do throws(StorageError) {
            (index, _) = try makeFile(SpoolNames.index, size: indexSize, in: place)
            for number in 0..<segmentCount {
                let name = SpoolNames.segment(number)
                let (base, file) = try makeFile(name, size: segmentSize, in: place)
                files.append(file)
                segments.append(Segment(base: base, size: segmentSize))
            }
        } catch {
            for segment in segments { munmap(segment.base, segment.size) }
            if let index { munmap(index, indexSize) }
            place.remove(segmentCount: segmentCount)
            throw error
        }
        guard let index else { throw StorageError(path: place.directory.path, problem: "it has no index") }
        return BufferStorage(
            segments: segments, index: index, indexSize: indexSize, place: place, files: files,
            isGuarded: isGuarded)
    }

    /// Makes and maps a file of the given size.
    private static func makeFile(
        _ name: String, size: Int, in place: SpoolPlace
    ) throws(StorageError) -> (base: UnsafeMutableRawPointer, file: FileIdentity) {
        let path = place.directory.path + "/" + name
        let descriptor = try place.directory.open(name, O_RDWR | O_CREAT | O_EXCL)
        defer { closeDescriptor(descriptor) }
        try allocate(descriptor, size: size, path: path)
        guard let file = FileIdentity.ofDescriptor(descriptor) else {
            throw StorageError(call: "fstat", path: path)
        }
        guard let base = map(descriptor: descriptor, size: size) else {
            throw StorageError(call: "mmap", path: path)
        }
        return (base, file)
    }

    /// How many bytes of a segment, from the first on, are still those of its file: all of them unless somebody has truncated it.
    func intactCount(of segment: Int) -> Int {
        watches.isEmpty ? segments[segment].size : watches[segment].intactCount
    }

    /// Whether what a file no longer has can be looked at, for memory takes its place.
    var isGuarded: Bool { !watches.isEmpty }

    /// How many bytes of a segment its file has now: none where that is gone or another one has its name, all where nobody can tell.
    func fileLength(of segment: Int) -> Int {
        guard let directory = place?.directory else { return segments[segment].size }
        var status = stat()
        guard fstatat(directory.descriptor, SpoolNames.segment(segment), &status, AT_SYMLINK_NOFOLLOW) == 0
        else { return errno == ENOENT ? 0 : segments[segment].size }
        let file = FileIdentity(status)
        return file.isSameFile(as: files[segment]) ? min(file.size, segments[segment].size) : 0
    }

    /// The segments of which a part is in memory although they have files.
    var truncatedSegments: [Int] { segments.indices.filter { intactCount(of: $0) < segments[$0].size } }

    /// The path of a segment's file, nil in plain memory.
    func path(of segment: Int) -> String? { directory.map { $0 + "/" + SpoolNames.segment(segment) } }

    /// Gives a file the time of day as the time at which it was last written to; nothing in plain memory.
    func touch() {
        guard let directory = place?.directory else { return }
        utimensat(directory.descriptor, SpoolNames.segment(0), nil, AT_SYMLINK_NOFOLLOW)
    }

    /// Says in the directory which exporter has which slot; nothing in plain memory.
    func write(_ exporters: ExporterNames) {
        guard let directory = place?.directory,
            let file = try? directory.open(SpoolNames.exporters, O_WRONLY | O_CREAT | O_TRUNC)
        else { return }
        defer { closeDescriptor(file) }
        // Should it fail, nobody finds the last line, and everything goes to every exporter: twice rather than never.
        exporters.bytes.withUnsafeBytes { _ = writeFile(file, at: 0, $0) }
    }

    /// Gives up the lock, so that another process can adopt what is in the files; nobody may write to the segments after this.
    func release() { place?.release() }

    /// Removes the files and their directory; to be called when nothing in them is wanted any more.
    func removeFiles() { place?.remove(segmentCount: segments.count) }

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
