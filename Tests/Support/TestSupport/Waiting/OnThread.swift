import Foundation
import Synchronization

/// Runs something that blocks on its own thread, so that it holds no thread that other tests need.
///
/// If the test's time limit cancels the test, the caller goes on with a `CancellationError` and leaves the thread to itself: a test
/// that hangs fails and does not stop the run.
package func onThread<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws
    -> Result
{
    let outcome = Outcome<Result>()
    let thread = Thread { outcome.set(Swift.Result { try body() }) }
    thread.start()
    return try await outcome.value
}

/// Runs something asynchronous that may get stuck, in its own task.
///
/// As with ``onThread(_:)``, the test's time limit lets the caller go on and leaves the task to itself.
package func inTask<Result: Sendable>(_ body: @escaping @Sendable () async throws -> Result) async throws
    -> Result
{
    let outcome = Outcome<Result>()
    Task.detached {
        do {
            outcome.set(.success(try await body()))
        } catch {
            outcome.set(.failure(error))
        }
    }
    return try await outcome.value
}

/// What comes of a thread or task, once; what comes later does not count.
private final class Outcome<Value: Sendable>: Sendable {
    private enum State {
        case open
        case awaited(CheckedContinuation<Value, any Error>)
        case set(Result<Value, any Error>)
    }

    private let state = Mutex(State.open)

    func set(_ result: Result<Value, any Error>) {
        let waiter: CheckedContinuation<Value, any Error>? = state.withLock { state in
            switch state {
            case .open:
                state = .set(result)
                return nil
            case .awaited(let waiter):
                state = .set(result)
                return waiter
            case .set: return nil
            }
        }
        waiter?.resume(with: result)
    }

    var value: Value {
        get async throws {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    let result: Result<Value, any Error>? = state.withLock { state in
                        if case .set(let result) = state { return result }
                        state = .awaited(continuation)
                        return nil
                    }
                    if let result { continuation.resume(with: result) }
                }
            } onCancel: {
                set(.failure(CancellationError()))
            }
        }
    }
}
