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

/// Says at the process's exit what is lost with a buffer in memory that nobody shut down.
///
/// It must do an exiting process no harm: the look at the buffers is taken on a thread of its own, and the exit waits for it a quarter of a
/// second at most. A process that is killed, or that calls `_exit`, says nothing.
enum ExitWatch {
    private struct Member {
        weak var telemetry: Telemetry?
    }

    private static let members = Locked<[ObjectIdentifier: Member]>([:])
    /// In a child that `fork` made: the lock may be held by a thread that is not there.
    private static let isInherited = InheritanceFlag()
    private static let thread = DeliveryThread(name: "signalbook-exit", endsWhenIdle: true)
    /// How long the exit sleeps between two looks at whether the thread is done, in microseconds.
    private static let pause: UInt32 = 500
    /// How many looks it takes at most.
    private static let rounds = 500

    private static let isInstalled: Bool = {
        _ = (members, isInherited, thread)
        ForkRegistry.add(ObjectIdentifier(isInherited)) { isInherited.store(true) }
        return atexit { ExitWatch.report() } == 0
    }()

    /// Watches over a telemetry until ``remove(_:)``.
    static func add(_ telemetry: Telemetry) {
        guard isInstalled else { return }
        members.withLock { $0[ObjectIdentifier(telemetry)] = Member(telemetry: telemetry) }
    }

    /// Forgets a telemetry, which may be in its `deinit`.
    static func remove(_ id: ObjectIdentifier) {
        guard !isInherited.load() else { return }
        members.withLock { _ = $0.removeValue(forKey: id) }
    }

    private static func report() {
        guard !isInherited.load() else { return }
        let isDone = InheritanceFlag()
        _ = thread.schedule(after: 0) {
            let telemetries = members.withLock { $0.values.compactMap(\.telemetry) }
            for telemetry in telemetries { telemetry.reportExit() }
            isDone.store(true)
        }
        for _ in 0..<rounds where !isDone.load() { usleep(pause) }
    }
}
