/// The runtime's own version.
package enum SignalbookVersion {
    /// The version, as exporters name it to those they send to; the generator's is the same.
    package static let current = "0.1.0"
}
