/// Why a pattern was refused, and where.
package struct PatternError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong and, where there is one, the remedy: lower case, no full stop.
    package let message: String

    /// Where the refused construct begins: UTF-8 bytes from the start of the pattern.
    package let offset: Int

    package var description: String { "\(message) (at byte \(offset) of the pattern)" }
}
