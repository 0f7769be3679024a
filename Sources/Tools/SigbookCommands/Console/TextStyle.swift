/// Colours and weights for a terminal (ECMA-48, "select graphic rendition"); plain text where they are off.
package struct TextStyle: Sendable, Hashable {
    /// Whether anything is coloured at all.
    package var isEnabled: Bool

    /// A style that is on or off.
    package init(isEnabled: Bool) { self.isEnabled = isEnabled }

    /// The text in bold.
    package func bold(_ text: String) -> String { wrap(text, "1") }
    /// The text fainter than others.
    package func dim(_ text: String) -> String { wrap(text, "2") }
    /// The text underlined.
    package func underline(_ text: String) -> String { wrap(text, "4") }
    /// The text in red.
    package func red(_ text: String) -> String { wrap(text, "31") }
    /// The text in green.
    package func green(_ text: String) -> String { wrap(text, "32") }
    /// The text in yellow.
    package func yellow(_ text: String) -> String { wrap(text, "33") }

    private func wrap(_ text: String, _ code: String) -> String {
        isEnabled && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
