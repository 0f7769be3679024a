/// What is done to a property's value before it leaves the calling function. A property without one leaves as it is.
///
/// The raw value is the word in the catalog. Later versions may add handlings: do not switch over all of them outside of this package.
public enum Handling: String, Sendable, Hashable, CaseIterable {
    /// A keyed hash takes its place: HMAC-SHA-256 under the deployment's key, cut to 128 bits, as `keyID:hex`.
    case hash
    /// `[redacted]` takes its place.
    case redact
    /// Asterisks and its last four characters take its place; a short value becomes asterisks alone.
    case mask
    /// Its first characters are kept, as many as its `max_length` (``PropertyLimits/truncatedLength`` without one); of an IP address
    /// the network.
    case truncate
    /// The property is left out.
    case drop
}
