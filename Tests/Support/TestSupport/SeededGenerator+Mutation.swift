extension SeededGenerator {
    /// Makes one change: a range of bytes taken out, doubled, moved, or replaced by a piece.
    package mutating func mutate(_ bytes: inout [UInt8], with pieces: [[UInt8]]) {
        let start = next(below: bytes.count + 1)
        let range = start..<min(bytes.count, start + next(below: 24))
        switch next(below: 4) {
        case 0: bytes.removeSubrange(range)
        case 1: bytes.insert(contentsOf: Array(bytes[range]), at: start)
        case 2: bytes.replaceSubrange(range, with: pieces[next(below: pieces.count)])
        default:
            let moved = Array(bytes[range])
            bytes.removeSubrange(range)
            bytes.insert(contentsOf: moved, at: next(below: bytes.count + 1))
        }
    }
}
