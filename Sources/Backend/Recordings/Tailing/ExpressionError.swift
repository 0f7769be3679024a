import SignalVocabulary

/// Why a condition could not be read, and at which byte.
package struct ExpressionError: Error, Equatable, Sendable {
    /// What is wrong and what was expected: lower case, no full stop.
    package var message: String
    /// The byte of the text, counted from 0.
    package var offset: Int

    /// An error at the given byte.
    package init(_ message: String, at offset: Int) {
        self.message = message
        self.offset = offset
    }

    /// The text, and under it a caret at the place.
    package func excerpt(of text: String) -> String {
        let before = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
        return
            "  \(HiddenCharacters.escaped(text))\n  \(String(repeating: " ", count: HiddenCharacters.escaped(before).count))^\n"
    }
}
