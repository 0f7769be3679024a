import Synchronization

/// What became of the records that left the buffer.
final class ShippingAccount: Sendable {
    /// The counts.
    struct Value: Sendable {
        /// Taken by at least one exporter.
        var delivered: UInt64 = 0
        /// Refused by all of them.
        var failed: UInt64 = 0
        /// Thrown away because there is no exporter.
        var withoutExporter: UInt64 = 0

        /// All that left the buffer.
        var settled: UInt64 { delivered + failed + withoutExporter }
    }

    private let counts = Locked(Value())

    /// The counts now.
    var value: Value { counts.withLock { $0 } }

    /// Changes the counts.
    func update(_ body: (inout Value) -> Void) { counts.withLock { body(&$0) } }
}
