import SignalVocabulary
import Signalbook

/// Shows texts that another program made, such as a server, without the secrets and the personal data that they may repeat.
package struct Redactor: Sendable, Hashable {
    /// In lower case as far as ASCII goes; the longest first, for one may be a part of another.
    private let secrets: [[UInt8]]

    /// Shorter ones are not looked for: a few letters may occur in any text.
    private static let shortestSecret = 5
    /// Authorization schemes stand before the key, and are none.
    private static let harmless: Set<String> = ["bearer", "basic"]

    /// Keeps out these texts, and each word of them, with ASCII letters in any case.
    package init(hiding texts: [String]) {
        var found: Set<[UInt8]> = []
        for text in texts {
            for word in [Substring(text)] + text.split(separator: " ") {
                guard word.utf8.count >= Self.shortestSecret, !Self.harmless.contains(word.lowercased())
                else {
                    continue
                }
                found.insert(word.utf8.map(ASCII.lowercased))
            }
        }
        secrets = found.sorted { $0.count > $1.count }
    }

    /// The text as one line that is safe to show, see ``plainLine(_:maximumLength:)``, with `<secret>` for every secret, and scrubbed like free
    /// text of an event.
    package func line(_ bytes: some Sequence<UInt8>, maximumLength: Int) -> String {
        // Before it is shortened: a secret that is cut in half would not be found.
        var rest = Array(plainLine(bytes, maximumLength: 4096).utf8)[...]
        var shown: [UInt8] = []
        while let byte = rest.first {
            if let secret = secrets.first(where: { Self.begins(rest, with: $0) }) {
                shown += Array("<secret>".utf8)
                rest = rest.dropFirst(secret.count)
            } else {
                shown.append(byte)
                rest = rest.dropFirst()
            }
        }
        return plainLine(scrubbedText(shown), maximumLength: maximumLength)
    }

    /// - Parameter secret: in lower case.
    private static func begins(_ text: ArraySlice<UInt8>, with secret: [UInt8]) -> Bool {
        text.count >= secret.count
            && zip(text, secret).allSatisfy { ASCII.lowercased($0) == $1 }
    }
}
