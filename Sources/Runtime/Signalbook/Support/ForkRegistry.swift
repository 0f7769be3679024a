#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Switches off, in a child that `fork` made, what belongs to the parent: rings, locks and telemetries.
///
/// The tracking path asks nothing: the child's copies are switched off before `fork` returns in it.
///
/// NOTE: a raw mutex instead of ``Locked``, because `fork` holds it from its first handler to its last, so that the child finds a whole list.
enum ForkRegistry {
    /// Safety: the list is reached only while the mutex is held; the mutex is made once and never freed.
    private nonisolated(unsafe) static var members: [(id: ObjectIdentifier, inChild: @Sendable () -> Void)] =
        []
    private nonisolated(unsafe) static let mutex: UnsafeMutablePointer<pthread_mutex_t> = {
        let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        return mutex
    }()

    /// Installs the handlers, at the first use.
    private static let isInstalled: Bool = {
        _ = mutex
        return pthread_atfork(
            { pthread_mutex_lock(ForkRegistry.mutex) },
            { pthread_mutex_unlock(ForkRegistry.mutex) },
            {
                for member in ForkRegistry.members { member.inChild() }
                pthread_mutex_unlock(ForkRegistry.mutex)
            }) == 0
    }()

    /// Calls `inChild` in every child from now on. It runs in what is left of a process: it may store to atomics and close descriptors,
    /// and neither lock nor allocate.
    static func add(_ id: ObjectIdentifier, _ inChild: @escaping @Sendable () -> Void) {
        guard isInstalled else { return }
        pthread_mutex_lock(mutex)
        members.append((id, inChild))
        pthread_mutex_unlock(mutex)
    }

    /// Forgets a member.
    static func remove(_ id: ObjectIdentifier) {
        // What is let go of may have members of its own, so not under the lock.
        pthread_mutex_lock(mutex)
        let removed = members.filter { $0.id == id }
        members.removeAll { $0.id == id }
        pthread_mutex_unlock(mutex)
        withExtendedLifetime(removed) {}
    }
}
