import YAMLLite

extension CatalogReader {
    /// The key of an entry. One that the mapping does not have is reported, and nil.
    ///
    /// - Parameter owner: what has the entry, for the message: `of the event "a"`.
    mutating func key<Key: CatalogKey>(
        _ entry: Entry, among _: Key.Type, _ owner: @autoclosure () -> String
    ) -> Key? {
        if let key = Key.table[entry.keyText] { return key }
        report(entry, notAmong: Key.self, owner())
        return nil
    }

    /// Reports the key of an entry that the mapping does not have.
    mutating func report<Key: CatalogKey>(_ entry: Entry, notAmong _: Key.Type, _ owner: String) {
        let text = entry.keyText
        let meaning = Key.table.meaning(of: text)
        let others = meaning == nil ? CatalogMapping.having(text) : []
        if others.isEmpty {
            findings.misspelt(
                .unknownKey, "unknown key \(Quoted.text(text)) \(owner)", word: reference(entry.key),
                meaning: meaning, candidates: Key.table.names)
        } else {
            let advice = others.lazy.flatMap(\.definitions).first { $0.name == text }?.elsewhere
            findings.error(
                .misplacedKey, "the key \(Quoted.text(text)) does not belong to \(Key.mapping.title)",
                at: location(of: entry.key),
                hint: "it is a key of \(Self.alternatives(others))" + (advice.map { "; " + $0 } ?? ""))
        }
    }

    /// The mappings in words: `an event, a property or an approval`.
    private static func alternatives(_ mappings: [CatalogMapping]) -> String {
        let titles = mappings.map(\.title)
        guard titles.count > 1, let last = titles.last else { return titles.first ?? "" }
        return titles.dropLast().joined(separator: ", ") + " or " + last
    }

    /// Reports a key that must be there.
    mutating func missingKey(_ key: String, of what: String, at place: SourceLocation, hint: String? = nil) {
        findings.error(.missingKey, "\(what) has no \(Quoted.text(key))", at: place, hint: hint)
    }

    /// Reports a key that means something, but not together with the type.
    mutating func misplaced(_ entry: Entry, _ message: String, hint: String? = nil) {
        findings.error(.misplacedKey, message, at: location(of: entry.key), hint: hint)
    }
}
