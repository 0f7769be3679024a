extension Configuration {
    /// What is done to personal data beyond what the catalog asks for.
    ///
    /// The handling that a catalog declares for a property (`hash`, `redact`, `mask`, `truncate`, `drop`) always applies; no
    /// setting turns it off.
    public struct Privacy: Sendable, Hashable {
        /// Whether free text (type `text`) is searched for e-mail addresses, tokens, keys, UUIDs, IP addresses and card numbers,
        /// which are then replaced.
        ///
        /// Variable `TELEMETRY_SANITIZE_PII`, default true. False turns off this search only: declared handling still applies.
        public var scrubsText = true

        /// Whether IP addresses are hashed: properties of type `ip` without a handling of their own, and addresses found in free text.
        ///
        /// False: the former leave as they are, the latter become `[ip]`. Variable `TELEMETRY_HASH_IP_ADDRESSES`, default true.
        public var hashesIPAddresses = true

        /// Whether text longer than ``maximumPayloadSize`` is cut.
        ///
        /// Variable `TELEMETRY_TRUNCATE_LARGE_PAYLOADS`, default true.
        public var truncatesLargePayloads = true

        /// The most characters of a text, unless the catalog's `max_length` is less.
        ///
        /// Variable `TELEMETRY_MAX_PAYLOAD_SIZE`, in characters; default 10,000, from 16 to 1,000,000.
        public var maximumPayloadSize = 10_000

        /// The key of hashed values; nil: a random one a process, so that hashes can be compared within it only.
        ///
        /// Variables `TELEMETRY_HASH_KEY` (at least 32 bytes, as ``HashKey/init(text:id:)`` reads them) and
        /// `TELEMETRY_HASH_KEY_ID` (default `default`); default nil. Never printed.
        public var hashKey: HashKey?

        /// The defaults.
        public init() {}
    }
}
