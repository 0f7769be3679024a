import Dispatch

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// A thread of its own on which the tasks of one delivery run, and its timers.
///
/// So an app that keeps every thread of the concurrency pool busy does not stop a delivery, an exporter that waits for a disk holds no
/// thread of the pool, and no delivery holds up another. With this executor as a task's preference, everything in the task that is bound
/// to no other executor runs here: an exporter's `export` with all that it calls.
///
/// The thread is started by the first job, and ends after ``retire()`` once there is nothing left to do; a job that comes later starts
/// it again for as long as it takes, so that nobody waits in vain for an exporter that answers after all.
///
/// Safety: `@unchecked Sendable`. `state` is touched with the mutex held only; mutex and condition are allocated, as they must not
/// move, and freed in `deinit`, when no thread can be using them because a running one holds this object.
final class DeliveryThread: TaskExecutor, @unchecked Sendable {
    private struct Timer {
        let id: Int
        let action: @Sendable () -> Void
        /// When it was set.
        var start: UInt64
        /// After how many nanoseconds it fires.
        let delay: UInt64
    }

    private struct State {
        var jobs: [UnownedJob] = []
        var timers: [Timer] = []
        var lastTimer = 0
        var isRunning = false
        var isRetired = false
    }

    private let name: String
    private let endsWhenIdle: Bool
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>
    private var state = State()

    /// The longest time without a look at the clock, in nanoseconds: what one that jumps can cost.
    private static let longestWait: UInt64 = 60_000_000_000

    /// A thread of the given name, where the platform has names for threads. It is not started yet.
    ///
    /// - Parameter endsWhenIdle: whether it ends whenever there is nothing left to do, to be started again by what comes next: for what is
    ///   seldom needed.
    init(name: String, endsWhenIdle: Bool = false) {
        self.name = name
        self.endsWhenIdle = endsWhenIdle
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        condition = .allocate(capacity: 1)
        condition.initialize(to: pthread_cond_t())
        #if canImport(Darwin)
            pthread_cond_init(condition, nil)
        #else
            var attributes = pthread_condattr_t()
            pthread_condattr_init(&attributes)
            pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
            pthread_cond_init(condition, &attributes)
            pthread_condattr_destroy(&attributes)
        #endif
    }

    deinit {
        pthread_cond_destroy(condition)
        condition.deallocate()
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Runs a job of a task on the thread.
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        change { $0.jobs.append(job) }
    }

    /// Runs `action` on the thread after so many nanoseconds, unless it is retired by then.
    ///
    /// - Returns: what ``cancel(_:)`` takes.
    func schedule(after delay: UInt64, _ action: @escaping @Sendable () -> Void) -> Int {
        let now = monotonicClock()
        return change { state in
            state.lastTimer += 1
            guard !state.isRetired else { return state.lastTimer }
            state.timers.append(Timer(id: state.lastTimer, action: action, start: now, delay: delay))
            return state.lastTimer
        }
    }

    /// Forgets a timer, unless its action is running already.
    func cancel(_ timer: Int) {
        change { $0.timers.removeAll { $0.id == timer } }
    }

    /// Lets the thread end once there is nothing left to do; timers are dropped.
    func retire() {
        change {
            $0.isRetired = true
            $0.timers = []
        }
    }

    /// Changes the state, and sees to it that the thread notices.
    private func change<Result>(_ body: (inout State) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        let result = body(&state)
        let starts = !state.isRunning && !(state.jobs.isEmpty && state.timers.isEmpty)
        if starts { state.isRunning = true }
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
        if starts { start() }
        return result
    }

    // MARK: The thread

    private func start() {
        let context = Unmanaged.passRetained(self)
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        // musl would give 128 KiB.
        pthread_attr_setstacksize(&attributes, 1 << 20)
        defer { pthread_attr_destroy(&attributes) }
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let failure = pthread_create(&thread, &attributes, { DeliveryThread.main($0) }, context.toOpaque())
        guard failure != 0 else { return }
        // No more threads for this process, or none for us: one of Dispatch's does as well.
        context.release()
        DispatchQueue(label: "signalbook.delivery", qos: .utility).async { self.run() }
    }

    #if canImport(Darwin)
        private static func main(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
            let thread = Unmanaged<DeliveryThread>.fromOpaque(context).takeRetainedValue()
            pthread_setname_np(thread.name)
            blockSignals()
            thread.run()
            return nil
        }
    #else
        private static func main(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
            guard let context else { return nil }
            let thread = Unmanaged<DeliveryThread>.fromOpaque(context).takeRetainedValue()
            blockSignals()
            thread.run()
            return nil
        }
    #endif

    /// Leaves the app's signals to the app's threads; those that a fault of this very thread raises stay.
    private static func blockSignals() {
        var signals = sigset_t()
        sigfillset(&signals)
        for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS] {
            sigdelset(&signals, fault)
        }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    private func run() {
        while let (jobs, actions) = nextWork() {
            for action in actions { action() }
            for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
        }
    }

    /// Waits for work; nil: the thread is to end.
    private func nextWork() -> (jobs: [UnownedJob], actions: [@Sendable () -> Void])? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            let (actions, next) = takeDueTimers(at: monotonicClock())
            if !state.jobs.isEmpty || !actions.isEmpty {
                let jobs = state.jobs
                state.jobs = []
                return (jobs, actions)
            }
            if state.isRetired || endsWhenIdle, state.timers.isEmpty {
                state.isRunning = false
                return nil
            }
            wait(next.map { min($0, Self.longestWait) })
        }
    }

    /// The actions that are due, and in how many nanoseconds the next one is.
    private func takeDueTimers(at now: UInt64) -> (actions: [@Sendable () -> Void], next: UInt64?) {
        guard !state.timers.isEmpty else { return ([], nil) }
        var due: [(overdue: UInt64, action: @Sendable () -> Void)] = []
        var next: UInt64?
        state.timers = state.timers.compactMap { timer in
            var timer = timer
            // A clock that went back: counted from where it is now, so that the timer comes late but comes.
            if now < timer.start { timer.start = now }
            let passed = now - timer.start
            guard passed < timer.delay else {
                due.append((passed - timer.delay, timer.action))
                return nil
            }
            next = min(next ?? .max, timer.delay - passed)
            return timer
        }
        return (due.sorted { $0.overdue > $1.overdue }.map(\.action), next)
    }

    private func wait(_ limit: UInt64?) {
        guard let limit else {
            pthread_cond_wait(condition, mutex)
            return
        }
        #if canImport(Darwin)
            var time = timespec(tv_sec: Int(limit / 1_000_000_000), tv_nsec: Int(limit % 1_000_000_000))
            pthread_cond_timedwait_relative_np(condition, mutex, &time)
        #else
            let end = monotonicClock() &+ limit
            var time = timespec(
                tv_sec: time_t(end / 1_000_000_000), tv_nsec: Int(end % 1_000_000_000))
            pthread_cond_timedwait(condition, mutex, &time)
        #endif
    }
}
