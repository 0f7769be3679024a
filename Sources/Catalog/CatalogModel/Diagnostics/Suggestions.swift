import SignalVocabulary

/// "Did you mean": finds the candidate that a misspelt word is nearest to.
///
/// The work of a whole run is bounded, so that a hostile catalog with thousands of misspelt references to thousands of groups
/// is refused in linear time, too; the last of its diagnostics then come without a suggestion.
package struct Suggestions: Sendable {
    /// How many candidates may still be compared.
    private var remaining = 100_000

    /// For the words of one run.
    package init() {}

    /// The candidate nearest to the word, if one is near enough: a third of its letters may differ, at most three, and at least
    /// one. Of two equally near the first.
    package mutating func nearest(to word: String, among candidates: [String]) -> String? {
        guard remaining > 0, word.utf8.count <= DeclarationLimits.nameLength else { return nil }
        let letters = word.utf8.map(ASCII.lowercased)
        var limit = min(3, max(1, letters.count / 3))
        var best: String?
        for candidate in candidates where candidate != word {
            remaining -= 1
            if remaining < 0 { break }
            guard abs(candidate.utf8.count - letters.count) <= limit else { continue }
            let distance = Self.distance(letters, candidate.utf8.map(ASCII.lowercased), limit: limit)
            guard let distance else { continue }
            best = candidate
            if distance == 0 { break }
            limit = distance - 1
        }
        return best
    }

    /// How many letters must be changed, added, left out or swapped with their neighbour to make one word of the other (optimal
    /// string alignment); nil when more than `limit`.
    package static func distance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int? {
        if abs(first.count - second.count) > limit { return nil }
        if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
        var beforePrevious = [Int](repeating: 0, count: second.count + 1)
        var previous = Array(0...second.count)
        var current = previous
        for row in 1...first.count {
            current[0] = row
            var smallest = row
            for column in 1...second.count {
                let cost = first[row - 1] == second[column - 1] ? 0 : 1
                var distance = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
                if row > 1, column > 1, first[row - 1] == second[column - 2],
                    first[row - 2] == second[column - 1]
                {
                    distance = min(distance, beforePrevious[column - 2] + 1)
                }
                current[column] = distance
                smallest = min(smallest, distance)
            }
            if smallest > limit { return nil }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[second.count] <= limit ? previous[second.count] : nil
    }
}
