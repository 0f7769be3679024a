/// Why a text is no pattern of the supported subset, and where.
package struct PatternError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, with the offending text in quotes; lower case, no full stop.
    package let message: String

    /// Where it is wrong: UTF-8 bytes from the start of the pattern's text.
    package let offset: Int

    /// The message and the place.
    package var description: String { "\(message) (at byte \(offset) of the pattern)" }

    init(_ message: String, at offset: Int) {
        self.message = message
        self.offset = offset
    }
}
