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

/// The runtime's own voice: everything it has to say about itself goes through here, and nothing else does.
///
/// The first diagnostic of a code and subject is handed on, then the 10th, the 100th, the 1,000th and so on, so that a
/// fault on the hottest path cannot flood a log. A suppressed one costs a lock and a dictionary look-up: its message is not
/// even composed, and nothing is allocated.
///
/// Safe to use from any thread. The handler runs on the thread that reports, outside the lock, and may itself report.
public final class DiagnosticChannel: Sendable {
    /// Receives the diagnostics that are not suppressed.
    public typealias Handler = @Sendable (RuntimeDiagnostic) -> Void

    private struct Key: Hashable {
        var code: RuntimeDiagnostic.Code
        var subject: String
    }

    private struct Tally {
        var count: Int
        /// The next count that is handed on.
        var next: Int

        /// Counts one more; the new count if it is 1 or a power of ten.
        mutating func countOne() -> Int? {
            count &+= 1
            guard count == next else { return nil }
            next = next.multipliedReportingOverflow(by: 10).partialValue
            return count
        }
    }

    /// At most this many subjects are told apart; what comes after them is counted under its code alone.
    private static let maximumKeys = 1024

    private let handler: Handler
    private let tallies = Locked<[Key: Tally]>([:])

    /// A channel that hands diagnostics to `handler`; nil: one line each on standard error.
    public init(handler: Handler? = nil) {
        self.handler = handler ?? Self.writeToStandardError
    }

    /// Says something, unless the same code and subject has been heard often enough.
    ///
    /// - Parameters:
    ///   - severity: How bad it is.
    ///   - code: What kind of thing it is.
    ///   - subject: What it concerns. Diagnostics of one code but different subjects do not suppress each other.
    ///   - message: One line without secrets or personal data; composed only if it is handed on.
    public func report(
        _ severity: RuntimeDiagnostic.Severity, _ code: RuntimeDiagnostic.Code, subject: String = "",
        _ message: @autoclosure () -> String
    ) {
        guard let occurrences = count(code, subject) else { return }
        handler(
            RuntimeDiagnostic(
                severity: severity, code: code, subject: subject, message: message(), occurrences: occurrences
            ))
    }

    /// How often `code` was reported, over all subjects, suppressed ones included.
    public func occurrences(of code: RuntimeDiagnostic.Code) -> Int {
        tallies.withLock { $0.reduce(0) { $1.key.code == code ? $0 + $1.value.count : $0 } }
    }

    /// Counts one more; the new count if it is to be handed on.
    private func count(_ code: RuntimeDiagnostic.Code, _ subject: String) -> Int? {
        tallies.withLock { tallies in
            var key = Key(code: code, subject: subject)
            if tallies.count >= Self.maximumKeys, tallies[key] == nil { key.subject = "" }
            return tallies[key, default: Tally(count: 0, next: 1)].countOne()
        }
    }

    private static let writeToStandardError: Handler = { write($0, to: STDERR_FILENO) }

    /// How many milliseconds a line may wait for a reader. It is written by the thread that reports, which may be one that tracks.
    private static let patience: Int32 = 10

    /// `signalbook: warning: …`, in one `write` so that lines of several threads do not mix; but for those longer than a pipe takes at once.
    ///
    /// Neither a reader that has gone, which would raise `SIGPIPE`, nor one that does not read may do the host harm. What the descriptor does
    /// not take is lost: there is nowhere left to say so.
    static func write(_ diagnostic: RuntimeDiagnostic, to descriptor: Int32) {
        var line = Array("signalbook: \(diagnostic)".utf8)
        for index in line.indices where line[index] < 0x20 { line[index] = 0x20 }
        line.append(0x0A)
        _ = line.withUnsafeBytes { writeWithoutSignal($0, to: descriptor, patience: patience) }
    }
}
