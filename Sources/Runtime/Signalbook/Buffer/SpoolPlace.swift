#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// A ring's directory and the lock that says whose it is.
///
/// Whoever holds the lock owns the ring: the process that made it, or after its death one that adopts it. The lock is the system's
/// (`flock`), so it goes with its process, however that ends, and tells two holders within one process apart too.
///
/// Nothing in it changes but in a child made by `fork`, before that runs.
final class SpoolPlace: Sendable {
    /// The directory of all rings.
    let parent: DirectoryHandle
    /// The ring's.
    let directory: DirectoryHandle
    /// The ring's name in ``parent``.
    let name: String
    private let lock: Int32
    private let isInherited = InheritanceFlag()

    private init(parent: DirectoryHandle, directory: DirectoryHandle, name: String, lock: Int32) {
        self.parent = parent
        self.directory = directory
        self.name = name
        self.lock = lock
        // A lock is held until its last copy is closed, and the child's must not outlive the parent.
        let isInherited = isInherited
        ForkRegistry.add(ObjectIdentifier(self)) {
            closeDescriptor(lock)
            isInherited.store(true)
        }
    }

    deinit {
        ForkRegistry.remove(ObjectIdentifier(self))
        guard !isInherited.load() else { return }
        // Not by closing alone: a program that is just being started has a copy of the descriptor for a moment, and the lock with it.
        flock(lock, LOCK_UN)
        closeDescriptor(lock)
    }

    /// A new place below `path`, which is made if it is missing.
    static func make(in path: String) throws(StorageError) -> SpoolPlace {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw StorageError(call: "mkdir", path: path) }
        let parent = try DirectoryHandle.open(path)
        var failure: StorageError?
        // Somebody who adopts may take an empty directory for that of a dead process before it is locked; so once more then.
        for _ in 0..<8 {
            let name = SpoolNames.directory(
                process: getpid(), identifier: UInt64.random(in: 1...UInt64.max))
            do throws(StorageError) {
                let directory = try parent.makeDirectory(name)
                let lock = try directory.open(SpoolNames.lock, O_RDWR | O_CREAT | O_EXCL)
                if isLocked(lock) {
                    return SpoolPlace(parent: parent, directory: directory, name: name, lock: lock)
                }
                closeDescriptor(lock)
            } catch {
                failure = error
                if error.number != EEXIST, error.number != ENOENT {
                    parent.removeDirectory(name)
                    throw error
                }
            }
        }
        throw failure ?? StorageError(path: path, problem: "no directory in it could be locked")
    }

    /// The place of a dead process; nil where the process lives, another one was first, or the directory is gone.
    static func adopt(_ name: String, in parent: DirectoryHandle) throws(StorageError) -> SpoolPlace? {
        let directory: DirectoryHandle
        let lock: Int32
        do throws(StorageError) {
            directory = try parent.directory(name)
            // Made if it is missing: its owner died before it made it, or is about to find out that it was too slow.
            lock = try directory.open(SpoolNames.lock, O_RDWR | O_CREAT)
        } catch {
            if error.number == ENOENT { return nil }
            throw error
        }
        guard isLocked(lock), parent.holds(directory, as: name) else {
            closeDescriptor(lock)
            return nil
        }
        return SpoolPlace(parent: parent, directory: directory, name: name, lock: lock)
    }

    /// Whether somebody holds the lock of a place. Takes it for a moment, shared, where nobody does.
    static func isOwned(_ directory: DirectoryHandle) -> Bool {
        guard let lock = try? directory.open(SpoolNames.lock, O_RDONLY) else { return false }
        defer { closeDescriptor(lock) }
        return retrying { flock(lock, LOCK_SH | LOCK_NB) } != 0
    }

    /// Takes the lock without waiting; false where another has it, or had it and has removed the file.
    private static func isLocked(_ lock: Int32) -> Bool {
        guard retrying({ flock(lock, LOCK_EX | LOCK_NB) }) == 0 else { return false }
        var status = stat()
        return fstat(lock, &status) == 0 && status.st_nlink > 0
    }

    /// Lets another one have the ring while this object lives on: for an owner that will never touch the files again.
    ///
    /// The descriptor stays open until the end, for a child that `fork` makes closes it by its number.
    func release() {
        guard !isInherited.load() else { return }
        flock(lock, LOCK_UN)
    }

    /// Removes what is ours in it, and it.
    ///
    /// - Returns: whether it is gone; not where there is something in it that is none of ours.
    @discardableResult
    func remove(segmentCount: Int) -> Bool {
        // First, or what is removed after it would be taken for lost.
        directory.remove(SpoolNames.index)
        for number in 0..<segmentCount { directory.remove(SpoolNames.segment(number)) }
        directory.remove(SpoolNames.exporters)
        // Last, for it keeps others away.
        directory.remove(SpoolNames.lock)
        return parent.removeDirectory(name)
    }
}
