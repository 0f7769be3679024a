/// What is done to a property's value before it leaves the calling function.
public struct Handling: Sendable, Hashable {
    /// Zero: nothing is done.
    let code: UInt8

    /// The value leaves as it is.
    public static var none: Handling { Handling(code: 0) }
    /// A keyed hash in its place: HMAC-SHA-256 under the deployment's key, cut to 128 bits, as `keyID:hex`.
    public static var hash: Handling { Handling(code: 1) }
    /// `[redacted]` in its place.
    public static var redact: Handling { Handling(code: 2) }
    /// Its last four characters, after asterisks; a short value becomes asterisks alone.
    public static var mask: Handling { Handling(code: 3) }
    /// Its first characters, as many as its `max_length` (eight where it has none); of an IP address the network.
    public static var truncate: Handling { Handling(code: 4) }
    /// Nothing: the property is left out.
    public static var drop: Handling { Handling(code: 5) }
}
