import Dispatch
import Foundation

/// The standard streams, byte for byte and over interruptions by signals.
enum StandardStreams {
    /// Writes one line, in one `write` unless a signal interrupts it.
    static func say(_ line: String, to descriptor: Int32 = STDOUT_FILENO) {
        var bytes = Array((line + "\n").utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return }
            bytes = bytes.dropFirst(max(0, count))
        }
    }

    /// Reads until the next line ends; false where the input has ended.
    @discardableResult
    static func readLine() async -> Bool {
        await onThread {
            var byte: UInt8 = 0
            while byte != 10 {
                let count = read(STDIN_FILENO, &byte, 1)
                guard count == 1 || count < 0 && errno == EINTR else { return false }
            }
            return true
        }
    }

    /// Runs something that blocks where it holds up nobody.
    static func onThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: body()) }
        }
    }
}
