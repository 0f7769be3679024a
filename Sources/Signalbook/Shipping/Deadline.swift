import Dispatch

/// Where limits run out.
private let deadlines = DispatchQueue(label: "signalbook.deadlines")

/// Runs `operation`, and returns true once it is done or false once the time is up; it goes on in the background then.
func finishes(within limit: Duration, _ operation: @escaping @Sendable () async -> Void) async -> Bool {
    await withCheckedContinuation { (continuation: CheckedContinuation<Bool, Never>) in
        let waiter = Waiter(continuation)
        // On a queue of its own: an app may keep every thread of the concurrency pool busy, and `Task.sleep` traps on extremes.
        let timer = DispatchWorkItem { waiter.resume(false) }
        deadlines.asyncAfter(deadline: .now() + .nanoseconds(limit.wholeNanoseconds), execute: timer)
        Task {
            await operation()
            waiter.resume(true)
            timer.cancel()
        }
    }
}

/// A continuation that is resumed by whoever comes first.
private final class Waiter: Sendable {
    private let continuation: Locked<CheckedContinuation<Bool, Never>?>

    init(_ continuation: CheckedContinuation<Bool, Never>) { self.continuation = Locked(continuation) }

    func resume(_ value: Bool) {
        let waiting = continuation.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        waiting?.resume(returning: value)
    }
}
