/// What a deprecated property says to use instead.
struct RawReplacement {
    /// The property's index among those it is written with.
    var index: Int
    /// The name of the other one.
    var reference: Reference
}
