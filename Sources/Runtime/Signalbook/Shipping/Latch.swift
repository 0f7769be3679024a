/// Something that happens once, and that one waits for until then or until the time is up.
final class Latch: Sendable {
    private struct State {
        var waiter: CheckedContinuation<Void, Never>?
        var isOpen = false
    }

    private let state = Locked(State())

    /// Whether it has happened, or nobody waits for it any more.
    var isOpen: Bool { state.withLock { $0.isOpen } }

    /// Says that it has happened.
    func open() {
        let waiter = state.withLock { state in
            state.isOpen = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Waits until it is open, and opens it after so many nanoseconds. To be called once.
    ///
    /// - Parameter thread: on which the time runs out.
    ///
    /// NOTE: the caller goes on where its task runs. If that is a thread pool whose every thread is blocked, it has to wait for one of them;
    /// nothing here can help that.
    func wait(atMost limit: UInt64, limitedBy thread: DeliveryThread) async {
        var timer: Int?
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiter = continuation }
                return state.isOpen
            }
            guard !isOpen else { return continuation.resume() }
            timer = thread.schedule(after: limit) { [weak self] in self?.open() }
        }
        if let timer { thread.cancel(timer) }
    }
}
