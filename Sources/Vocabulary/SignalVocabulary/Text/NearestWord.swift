/// Which known word a misspelt one was meant to be.
///
/// NOTE: The command plugin reads this file through a symbolic link, so that it suggests what the tools suggest. The file needs no
/// import and no other file, and must stay so.
enum NearestWord {
    /// The candidate nearest to the word; nil if none is near enough.
    ///
    /// A third of the word's letters may differ, at least one and at most three. Upper and lower case are the same. Of two candidates
    /// that are equally near it is the first.
    ///
    /// - Parameter remaining: how many candidates may be compared. It is less by those that were.
    static func find(_ word: String, among candidates: [String], comparing remaining: inout Int) -> String? {
        guard remaining > 0 else { return nil }
        let letters = word.utf8.map(lowercased)
        var limit = min(3, max(1, letters.count / 3))
        var best: String?
        for candidate in candidates where candidate != word {
            remaining -= 1
            if remaining < 0 { break }
            guard abs(candidate.utf8.count - letters.count) <= limit,
                let distance = distance(letters, candidate.utf8.map(lowercased), limit: limit)
            else { continue }
            best = candidate
            if distance == 0 { break }
            limit = distance - 1
        }
        return best
    }

    /// How many letters must be changed, added, left out or swapped with their neighbour to make one word of the other (optimal
    /// string alignment); nil if more than `limit`.
    static func distance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int? {
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

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
    }
}
