import SignalVocabulary

extension SwiftNames {
    /// What several names have in common, in lower camel case: `sessionID` and `requestID` give `id`.
    ///
    /// The words that all of them end with; if there are none, the words that all of them begin with. The order of the names makes
    /// no difference.
    ///
    /// - Returns: nil if they have no word in common that can begin an identifier.
    package static func commonName(of names: [String]) -> String? {
        let words = names.map(words(of:))
        let ending = commonPrefix(of: words.map { Array($0.reversed()) }).reversed()
        let shared = ending.drop { !beginsIdentifier($0) }
        let chosen = shared.isEmpty ? commonPrefix(of: words)[...] : Array(shared)[...]
        guard let first = chosen.first, beginsIdentifier(first) else { return nil }
        return camelCase(chosen.joined(separator: "_"), capitalized: false)
    }

    /// The words of a name, in lower case.
    private static func words(of name: String) -> [String] {
        var words: [String] = []
        var name = name
        name.withUTF8 { bytes in
            guard let source = bytes.baseAddress else { return }
            var index = 0
            while index < bytes.count {
                guard ASCII.isAlphanumeric(source[index]) else {
                    index += 1
                    continue
                }
                let end = endOfWord(source, from: index, bytes.count)
                words.append(String(decoding: bytes[index..<end].map(ASCII.lowercased), as: UTF8.self))
                index = end
            }
        }
        return words
    }

    private static func commonPrefix(of lists: [[String]]) -> [String] {
        guard var common = lists.first else { return [] }
        for list in lists.dropFirst() {
            let count = zip(common, list).prefix { $0 == $1 }.count
            common.removeLast(common.count - count)
        }
        return common
    }

    private static func beginsIdentifier(_ word: String) -> Bool {
        word.utf8.first.map(ASCII.isLetter) ?? false
    }
}
