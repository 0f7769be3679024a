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

/// Numbers threads in the order in which they first ask.
///
/// So that as many threads as there are lanes, begun one after the other, have a lane each. A hash of their identities spreads some
/// threads of a kind as well, but not the main thread among them, nor as many as there are lanes; and who finds its lane held asks for it
/// again with every event, and takes the cache line away from the one who holds it.
final class ThreadNumbers: Sendable {
    /// The numbers that all buffers go by.
    static let shared = ThreadNumbers()

    private let last = Atomic<UInt>(0)
    /// Where a thread finds its number; nil where the process has no more keys.
    private let key: pthread_key_t?

    init() {
        var key = pthread_key_t()
        self.key = pthread_key_create(&key, nil) == 0 ? key : nil
    }

    deinit {
        if let key { pthread_key_delete(key) }
    }

    /// The calling thread's number, from 1 on, the same with every call. A thread's first call costs more than the others, and may allocate.
    @inline(__always)
    var current: UInt {
        guard let key else { return hashedIdentity }
        return pthread_getspecific(key).map { UInt(bitPattern: $0) } ?? assign(key)
    }

    @inline(never)
    private func assign(_ key: pthread_key_t) -> UInt {
        let number = last.add(1, ordering: .relaxed).newValue
        // Should it fail, the thread has another number the next time, which does no harm.
        pthread_setspecific(key, UnsafeRawPointer(bitPattern: number))
        return number
    }

    /// What there is without a key: threads' control blocks are megabytes apart, so the middle bits tell them from each other.
    private var hashedIdentity: UInt {
        #if canImport(Darwin)
            let thread = UInt64(UInt(bitPattern: pthread_self()))
        #else
            let thread = UInt64(pthread_self())
        #endif
        return UInt(truncatingIfNeeded: ((thread >> 12) &* 0x9E37_79B9_7F4A_7C15) >> 56)
    }
}
