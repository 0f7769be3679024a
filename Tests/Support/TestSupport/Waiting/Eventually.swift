/// Waits until something holds that no one can be woken by, such as a number in a statistic. It looks again and again, so use an event
/// where there is one.
///
/// There is no limit but that of the test: throws `CancellationError` when the test's time limit cancels it.
package func eventually(_ condition: () throws -> Bool) async throws {
    while try !condition() { try await Task.sleep(for: .milliseconds(1)) }
}
