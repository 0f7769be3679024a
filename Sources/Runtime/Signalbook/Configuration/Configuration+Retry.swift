extension Configuration {
    /// What happens when a backend does not take a batch. Each exporter is on its own: one that is down holds up no other.
    ///
    /// Nothing is tried again for ever: events wait until they are delivered, too old (``Buffer``) or in the way of newer ones, and a
    /// record that fails while others of its batch arrive is given up after ``maximumAttempts``.
    public struct Retry: Sendable, Hashable {
        /// The longest wait after the first failure; it doubles with every failure in a row. The wait is chosen at random between zero and
        /// that (full jitter).
        ///
        /// No variable; default 1 s, from 1 ms to 1 h.
        public var initialDelay: Duration = .seconds(1)

        /// What the longest wait grows to.
        ///
        /// No variable; default 60 s, from 1 ms to 1 h.
        public var maximumDelay: Duration = .seconds(60)

        /// The longest wait that a server can ask for with `Retry-After`; a longer one counts as this.
        ///
        /// No variable; default 1 h, from 0 to 24 h.
        public var maximumServerDelay: Duration = .seconds(3600)

        /// After how many failures in a row no more batches are sent, but single records to see whether the backend is back. Then batches
        /// grow from 2 records up, with pauses that shrink, so that a backend that comes back is not knocked over.
        ///
        /// No variable; default 5, from 1 to 100.
        public var failuresUntilSuspended = 5

        /// How often a single record is tried that fails while others of its batch arrive, before it is dropped and counted as
        /// ``DropReason/retriesExhausted``.
        ///
        /// No variable; default 10, from 1 to 1,000.
        public var maximumAttempts = 10

        /// The defaults.
        public init() {}
    }
}
