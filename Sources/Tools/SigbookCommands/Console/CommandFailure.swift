import CatalogModel
import SignalVocabulary

/// Why a command failed; printed as `sigbook: error: message; hint`.
package struct CommandFailure: Error, Hashable {
    /// What is wrong: lower case, no full stop, offending text in quotes.
    package var message: String
    /// What to do about it.
    package var hint: String?
    /// What the process ends with.
    package var status: ExitStatus

    /// A failure with the given parts.
    package init(_ message: String, hint: String? = nil, status: ExitStatus = .usage) {
        self.message = message
        self.hint = hint
        self.status = status
    }

    /// A word that is not known, with the nearest known word as a hint.
    ///
    /// - Parameters:
    ///   - owner: what the word would belong to, such as the command of an option.
    ///   - lists: whether the hint lists all known words when none is near.
    package static func unknown(
        _ kind: String, _ word: String, of owner: String? = nil, among known: [String], lists: Bool = false
    ) -> CommandFailure {
        var suggestions = Suggestions()
        let nearest = suggestions.nearest(to: word, among: known)
        return CommandFailure(
            "unknown \(kind) \(Quoted.text(word))" + (owner.map { " of \($0)" } ?? ""),
            hint: nearest.map { "did you mean \(Quoted.text($0))?" }
                ?? (lists ? "expected \(Quoted.list(known))" : nil))
    }
}
