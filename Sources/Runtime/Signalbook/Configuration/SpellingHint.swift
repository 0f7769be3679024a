/// The one of `candidates` that is most like `word`, if any is near enough to have been meant.
///
/// Near enough is an edit distance (insert, delete, replace, swap neighbours) of at most a third of the shorter's length and of 3.
/// Candidates and words longer than 64 bytes are left out, so the cost is bounded.
func spellingHint(for word: String, among candidates: some Sequence<String>) -> String? {
    let word = Array(word.utf8)
    guard word.count <= 64 else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
        let other = Array(candidate.utf8)
        let limit = min(3, min(word.count, other.count) / 3)
        guard other.count <= 64, abs(word.count - other.count) <= limit else { continue }
        let distance = editDistance(word, other)
        if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
}

/// The optimal string alignment distance of two words.
private func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    for (row, byte) in first.enumerated() {
        var current = [row + 1]
        for (column, other) in second.enumerated() {
            var distance = min(
                last[column + 1] + 1, current[column] + 1, last[column] + (byte == other ? 0 : 1))
            if row > 0, column > 0, byte == second[column - 1], first[row - 1] == other {
                distance = min(distance, beforeLast[column - 1] + 1)
            }
            current.append(distance)
        }
        (beforeLast, last) = (last, current)
    }
    return last[second.count]
}
