/// Looks for what must not be in the file.
enum PrivacyCheck {
    /// What was looked for, and found.
    static func text(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let secrets =
            Caller.all.flatMap { [$0.userID, $0.key] } + [
                "@example.", Customer.stolenKeyPrefix, "203.0.113.7", "4111 1111", "127.0.0.1",
            ]
        let found = secrets.filter { text.contains($0) }
        let title = Terminal.heading("Privacy") + "\n  "
        guard found.isEmpty else {
            return title + "In the file, and should not be: \(found.joined(separator: ", "))"
        }
        return title
            + "E-mail addresses, API keys, IP addresses and a card number went in; none of them is in the file.\n  "
            + "User ids and addresses became keyed hashes, free text was scrubbed: schema/ says which and how."
    }
}
