import Foundation
import Synchronization

/// Signals that interrupt every thread of the program again and again, as the profiler or the timers of a host do.
///
/// The handlers do nothing, and are installed without `SA_RESTART`: so whatever call can be interrupted is.
enum SignalStorm {
    private static let count = Atomic<Int>(0)

    /// How many signals were handled.
    static var handledCount: Int { count.load(ordering: .relaxed) }

    /// Lets them come, for as long as the program runs.
    static func start() {
        // Made here, and not in a handler.
        _ = handledCount
        for number in [SIGUSR1, SIGALRM] { install(number) }
        Thread { while true { signalAll() } }.start()
    }

    private static func install(_ number: Int32) {
        var action = sigaction()
        #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = { _ in SignalStorm.note() }
        #else
            action.__sigaction_handler.sa_handler = { _ in SignalStorm.note() }
        #endif
        sigaction(number, &action, nil)
    }

    private static func note() { count.add(1, ordering: .relaxed) }

    private typealias ThreadKill = @convention(c) (pid_t, pid_t, Int32) -> Int32
    /// `tgkill`, which Swift does not import; nil where there is none.
    private static let threadKill = dlsym(nil, "tgkill").map { unsafeBitCast($0, to: ThreadKill.self) }

    /// Sends one to each thread, and rests for a moment.
    private static func signalAll() {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        for thread in threads.compactMap({ pid_t($0) }) { _ = threadKill?(getpid(), thread, SIGUSR1) }
        if threads.isEmpty || threadKill == nil { kill(getpid(), SIGUSR1) }
        // Of these the system chooses the thread, as of a timer's.
        kill(getpid(), SIGALRM)
        usleep(500)
    }
}
