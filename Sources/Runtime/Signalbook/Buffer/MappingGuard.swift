import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Lets the process live on when somebody truncates a file that it has mapped.
///
/// The pages of a mapping that its file no longer has can be neither read nor written: the system raises `SIGBUS` at the next access,
/// which ends the process. So the first ring in files installs a handler of that signal, for the whole process and for good. It looks the
/// address up among the mappings that are watched; if it is one of them, plain memory takes the place of the mapping from there to its
/// end, and the access is repeated. Everything else goes on to the handler that was installed before, see `MappingGuard+Signal`.
///
/// Nothing is asked on the tracking path. The ring finds out by ``hitCount`` and ``Watch/intactCount`` when it is read.
///
/// NOTE: there is no way to notice a truncation in time without a handler: between any look at the file and the next access it may shrink,
/// and writing through descriptors instead of mappings costs a system call an event.
///
/// NOTE: under the thread sanitizer a fault can hang the process: that does atomic accesses under locks of its own, which the handler, being
/// watched too, would need again.
///
/// Safety: what the handler touches is raw memory and atomics which are made before it is installed and never freed. It takes no lock and
/// allocates nothing. Metadata and lazy globals that it needs are made by a rehearsal before.
enum MappingGuard {
    /// A watched mapping, as the handler sees it.
    struct Entry: ~Copyable {
        /// Where it begins; 0: the entry is free; 1: somebody is about to use it.
        let base = Atomic<UInt>(0)
        /// How many bytes it has.
        let size = Atomic<UInt>(0)
        /// How many of them, from the first on, are still those of the file.
        let intactCount = Atomic<UInt>(0)
        /// 1 while a thread puts memory in the place of pages.
        let isClaimed = Atomic<UInt>(0)
    }

    /// Some entries, and the next ones.
    private struct Chunk: ~Copyable {
        static let capacity = 128

        let entries: UnsafeMutablePointer<Entry>
        /// The address of the next chunk; 0: there is none. Nothing changes it once others see this one.
        var next: UInt = 0

        init() {
            entries = .allocate(capacity: Chunk.capacity)
            for index in 0..<Chunk.capacity { (entries + index).initialize(to: Entry()) }
        }
    }

    /// What all handlers share.
    private struct Shared: ~Copyable {
        /// The address of the newest chunk.
        let chunks = Atomic<UInt>(0)
        let hitCount = Atomic<Int>(0)
        let pageMask = UInt(max(sysconf(Int32(_SC_PAGESIZE)), 4_096)) - 1
    }

    /// Safety: `nonisolated(unsafe)`, because the pointer never changes, its memory is never freed, and it holds atomics and a constant.
    private nonisolated(unsafe) static let shared: UnsafeMutablePointer<Shared> = {
        let shared = UnsafeMutablePointer<Shared>.allocate(capacity: 1)
        shared.initialize(to: Shared())
        return shared
    }()

    /// A mapping that is watched until ``end()``.
    ///
    /// Safety: `@unchecked Sendable`, because an entry is atomics in memory that is never freed.
    struct Watch: @unchecked Sendable {
        fileprivate let entry: UnsafeMutablePointer<Entry>

        /// How many bytes, from the first on, are still those of the file; the others are memory.
        var intactCount: Int { Int(entry.pointee.intactCount.load(ordering: .relaxed)) }

        /// Watches no more; to be called before the mapping goes, when nobody uses it.
        func end() { entry.pointee.base.store(0, ordering: .releasing) }
    }

    /// How often memory took the place of a file's pages in this process.
    static var hitCount: Int { shared.pointee.hitCount.load(ordering: .acquiring) }

    /// Watches a mapping of a file from now on. Installs the handler, the first time.
    static func watch(_ base: UnsafeMutableRawPointer, size: Int) -> Watch {
        _ = isReady
        return Watch(entry: enter(base, size: size))
    }

    /// Rehearses, then installs the handler.
    private static let isReady: Bool = {
        rehearse()
        installHandler()
        return true
    }()

    /// Does once what the handler does, so that it finds everything made.
    private static func rehearse() {
        let size = Int(shared.pointee.pageMask) + 1
        guard let page = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0),
            page != MAP_FAILED
        else { return }
        let entry = enter(page, size: size)
        _ = replacePages(at: UInt(bitPattern: page))
        _ = replacePages(at: 0)
        entry.pointee.base.store(0, ordering: .releasing)
        munmap(page, size)
    }

    /// Makes an entry for a mapping: a free one, or one of a new chunk. Chunks stay for ever, for a handler may be looking at them.
    private static func enter(_ base: UnsafeMutableRawPointer, size: Int) -> UnsafeMutablePointer<Entry> {
        let entry = reserveEntry()
        entry.pointee.size.store(UInt(size), ordering: .relaxed)
        entry.pointee.intactCount.store(UInt(size), ordering: .relaxed)
        // A child that `fork` made may find a claim of a thread that it does not have.
        entry.pointee.isClaimed.store(0, ordering: .relaxed)
        entry.pointee.base.store(UInt(bitPattern: base), ordering: .releasing)
        return entry
    }

    private static func reserveEntry() -> UnsafeMutablePointer<Entry> {
        var address = shared.pointee.chunks.load(ordering: .acquiring)
        while let chunk = UnsafeMutablePointer<Chunk>(bitPattern: address) {
            for index in 0..<Chunk.capacity {
                let entry = chunk.pointee.entries + index
                if entry.pointee.base.compareExchange(expected: 0, desired: 1, ordering: .acquiring).exchanged
                {
                    return entry
                }
            }
            address = chunk.pointee.next
        }
        let chunk = UnsafeMutablePointer<Chunk>.allocate(capacity: 1)
        chunk.initialize(to: Chunk())
        let entry = chunk.pointee.entries
        entry.pointee.base.store(1, ordering: .relaxed)
        var isEntered = false
        while !isEntered {
            let next = shared.pointee.chunks.load(ordering: .relaxed)
            chunk.pointee.next = next
            isEntered =
                shared.pointee.chunks.compareExchange(
                    expected: next, desired: UInt(bitPattern: chunk), ordering: .acquiringAndReleasing
                ).exchanged
        }
        return entry
    }

    /// Puts memory in the place of what a mapping's file no longer has; whether the fault at this address is dealt with, so that the access
    /// can be repeated. For the handler.
    ///
    /// From the page of the fault to what is memory already: what stands behind the end of a file is gone, and what was written to memory
    /// since stays.
    static func replacePages(at address: UInt) -> Bool {
        var next = shared.pointee.chunks.load(ordering: .acquiring)
        while let chunk = UnsafeMutablePointer<Chunk>(bitPattern: next) {
            var index = 0
            while index < Chunk.capacity {
                let entry = chunk.pointee.entries + index
                let base = entry.pointee.base.load(ordering: .acquiring)
                if base > 1, address >= base, address - base < entry.pointee.size.load(ordering: .relaxed) {
                    return replacePages(at: address - base, of: entry, base: base)
                }
                index += 1
            }
            next = chunk.pointee.next
        }
        return false
    }

    private static func replacePages(
        at offset: UInt, of entry: UnsafeMutablePointer<Entry>, base: UInt
    ) -> Bool {
        // Where another thread is at it the access is repeated, and fails, until it is done.
        guard
            entry.pointee.isClaimed.compareExchange(expected: 0, desired: 1, ordering: .acquiring).exchanged
        else { return true }
        defer { entry.pointee.isClaimed.store(0, ordering: .releasing) }
        guard entry.pointee.base.load(ordering: .relaxed) == base else { return true }
        let first = offset & ~shared.pointee.pageMask
        let end = entry.pointee.intactCount.load(ordering: .relaxed)
        guard first < end else { return true }
        let place = UnsafeMutableRawPointer(bitPattern: base + first)
        let memory = mmap(
            place, Int(end - first), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON | MAP_FIXED, -1, 0)
        guard memory != MAP_FAILED else { return false }
        entry.pointee.intactCount.store(first, ordering: .relaxed)
        shared.pointee.hitCount.add(1, ordering: .releasing)
        return true
    }
}
