import CatalogModel
import SignalVocabulary

/// Finds names that are nearly the same, in time linear in their length altogether.
enum SimilarNames {
    /// How many hashes are kept at most, which bounds memory; names beyond that are compared by their words alone.
    private static let maximumHashes = 4_000_000

    /// With how many names one name is compared at most. More than that only happens among names made to be alike.
    private static let maximumComparisons = 4

    /// Two names that are hard to tell apart.
    struct Pair {
        /// The index of the name that came first.
        var first: Int
        /// The index of the one that is like it.
        var second: Int
        /// What makes them alike, to be put behind "which".
        var reason: String
    }

    /// Pairs of like names, each name with the first one that it is like, in the order of the second ones.
    ///
    /// - Parameter names: different names with their words.
    static func pairs(_ names: [(name: String, words: [String])]) -> [Pair] {
        var pairs: [Pair] = []
        var byWords: [[String]: Int] = [:]
        byWords.reserveCapacity(names.count)
        // Two names that differ in one letter are equal with that letter left out, or one is the other with a letter left out.
        // Only the first name of each hash is compared, which bounds the work whatever the names are.
        var byHash: [UInt64: Int32] = [:]
        var hashes: [UInt64] = []
        for (index, entry) in names.enumerated() {
            let key = entry.words.map(NameWords.singular).sorted()
            if let first = byWords[key] {
                pairs.append(Pair(first: first, second: index, reason: "has the same words"))
                continue
            }
            byWords[key] = index
            guard entry.name.utf8.count >= 6, byHash.count < maximumHashes else { continue }
            hashesWithoutOneByte(entry.name, &hashes)
            var like: Int?
            var comparisons = 0
            for hash in hashes {
                if let first = keep(Int32(clamping: index), for: hash, in: &byHash) {
                    guard like == nil, comparisons < maximumComparisons else { continue }
                    comparisons += 1
                    if isMisspelling(names[Int(first)], entry) { like = Int(first) }
                }
            }
            if let like {
                pairs.append(Pair(first: like, second: index, reason: "differs in one letter"))
            }
        }
        return pairs
    }

    /// The index that was kept for a hash before. If there was none, this one is kept, and nil is the answer.
    private static func keep(_ index: Int32, for hash: UInt64, in table: inout [UInt64: Int32]) -> Int32? {
        func exchange(_ kept: inout Int32) -> Int32? {
            if kept >= 0 { return kept }
            kept = index
            return nil
        }
        // One access: to look up and then insert would hash twice.
        return exchange(&table[hash, default: -1])
    }

    /// The hashes of a name, and of it without each of its letters in turn.
    private static func hashesWithoutOneByte(_ name: String, _ hashes: inout [UInt64]) {
        hashes.removeAll(keepingCapacity: true)
        let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
        let bytes = Array(name.utf8)
        // Polynomial hashes: of what stands behind each byte, and the powers by which what stands before it is moved up.
        var suffixes = [UInt64](repeating: 0, count: bytes.count + 1)
        var powers = [UInt64](repeating: 1, count: bytes.count + 1)
        for index in bytes.indices { powers[index + 1] = powers[index] &* factor }
        for index in bytes.indices.reversed() {
            suffixes[index] = suffixes[index + 1] &+ UInt64(bytes[index]) &* powers[bytes.count - 1 - index]
        }
        hashes.append(suffixes[0])
        var prefix: UInt64 = 0
        for index in bytes.indices {
            if !ASCII.isDigit(bytes[index]) {
                hashes.append(prefix &* powers[bytes.count - 1 - index] &+ suffixes[index + 1])
            }
            prefix = prefix &* factor &+ UInt64(bytes[index])
        }
    }

    /// Whether the names differ in one word only, and that in one letter, which is no digit, and both words have four letters.
    private static func isMisspelling(
        _ first: (name: String, words: [String]), _ second: (name: String, words: [String])
    ) -> Bool {
        guard first.words.count == second.words.count else { return false }
        var difference: (String, String)?
        for (one, other) in zip(first.words, second.words) where one != other {
            if difference != nil { return false }
            difference = (one, other)
        }
        guard let (one, other) = difference, one.utf8.count >= 4, other.utf8.count >= 4,
            Suggestions.distance(Array(one.utf8), Array(other.utf8), limit: 1) == 1
        else { return false }
        // Numbered names are meant to differ in their numbers.
        return one.utf8.filter { ASCII.isDigit($0) } == other.utf8.filter { ASCII.isDigit($0) }
    }
}
