import SignalHTTPServer
import Synchronization

/// Sends the service its requests, over a few connections at a time.
///
/// What is sent depends on the seed alone; the order in which the connections' requests arrive does not matter to the service.
struct Driver: Sendable {
    /// What the requests came to.
    struct Run: Sendable {
        var requests = 0
        /// How many were answered with each status.
        var statuses: [Int: Int] = [:]
        var duration: Duration = .zero
    }

    let port: Int
    let requests: Int
    let seed: UInt64

    private static let connections = 4

    /// Sends them all.
    func run() async throws -> Run {
        let start = ContinuousClock.now
        let answered = Counter()
        defer { Terminal.showProgress("") }
        var run = Run()
        run.statuses = try await withThrowingTaskGroup(of: [Int: Int].self) { group in
            for number in 0..<Self.connections {
                let share = requests / Self.connections + (number < requests % Self.connections ? 1 : 0)
                group.addTask {
                    var customer = Customer(port: port, requests: share, seed: seed &* 31 &+ UInt64(number)) {
                        let count = answered.increment()
                        if count % 10 == 0 { Terminal.showProgress("\(count) of \(requests) requests") }
                    }
                    try await customer.run()
                    return customer.statuses
                }
            }
            return try await group.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        }
        run.requests = run.statuses.values.reduce(0, +)
        run.duration = start.duration(to: .now)
        return run
    }
}

/// Counts across tasks.
private final class Counter: Sendable {
    private let count = Mutex(0)

    /// One more, and how many that makes.
    func increment() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
