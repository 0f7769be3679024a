/// The position automaton of a pattern (Glushkov 1961): a state is the set of byte places just matched.
///
/// Has no empty moves, so one byte costs at most `positions * wordCount` word operations, whatever the pattern.
struct PatternAutomaton: Sendable {
    /// 64-bit words in one set of positions.
    private let wordCount: Int
    private let acceptsEmpty: Bool
    /// The positions a match may begin with.
    private let first: [UInt64]
    /// The positions a match may end with.
    private let last: [UInt64]
    /// For each position, the positions that may come next: `positions * wordCount` words.
    private let follow: [UInt64]
    /// For each byte value, the positions that take it: `256 * wordCount` words.
    private let takers: [UInt64]

    init(_ syntax: PatternSyntax) {
        var builder = Builder(positions: syntax.positionCount)
        let fragment = builder.add(syntax)
        wordCount = builder.wordCount
        acceptsEmpty = fragment.acceptsEmpty
        first = fragment.first
        last = fragment.last
        follow = builder.follow
        takers = builder.takers
    }

    /// Whether all of `bytes`, read once, match. Does not allocate.
    @inline(__always)
    func matches(_ bytes: some Sequence<UInt8>) -> Bool {
        wordCount == 1 ? matchesInOneWord(bytes) : matchesInWords(bytes)
    }

    @inline(__always)
    private func matchesInOneWord(_ bytes: some Sequence<UInt8>) -> Bool {
        var iterator = bytes.makeIterator()
        guard let byte = iterator.next() else { return acceptsEmpty }
        var state = first[0] & takers[Int(byte)]
        while state != 0, let byte = iterator.next() {
            var next: UInt64 = 0
            while state != 0 {
                next |= follow[state.trailingZeroBitCount]
                state &= state - 1
            }
            state = next & takers[Int(byte)]
        }
        // No position of the last byte is left when the loop ended early: the state is empty then.
        return state & last[0] != 0
    }

    @inline(__always)
    private func matchesInWords(_ bytes: some Sequence<UInt8>) -> Bool {
        var iterator = bytes.makeIterator()
        guard let byte = iterator.next() else { return acceptsEmpty }
        // At most 2 * 8 words (PatternLimits.positions), which are on the stack. Both halves are initialised
        // before they are read, every index is below 2 * wordCount, and the buffer does not leave the closure.
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * wordCount) { scratch in
            scratch.initialize(repeating: 0)
            var alive: UInt64 = 0
            for word in 0..<wordCount {
                scratch[word] = first[word] & takers[Int(byte) * wordCount + word]
                alive |= scratch[word]
            }
            while alive != 0, let byte = iterator.next() {
                for word in 0..<wordCount { scratch[wordCount + word] = 0 }
                for word in 0..<wordCount {
                    var bits = scratch[word]
                    while bits != 0 {
                        let row = (word * 64 + bits.trailingZeroBitCount) * wordCount
                        for target in 0..<wordCount { scratch[wordCount + target] |= follow[row + target] }
                        bits &= bits - 1
                    }
                }
                alive = 0
                for word in 0..<wordCount {
                    scratch[word] = scratch[wordCount + word] & takers[Int(byte) * wordCount + word]
                    alive |= scratch[word]
                }
            }
            for word in 0..<wordCount where scratch[word] & last[word] != 0 { return true }
            return false
        }
    }
}

extension PatternAutomaton {
    /// What a part of the pattern offers to its neighbours.
    fileprivate struct Fragment {
        var acceptsEmpty: Bool
        var first: [UInt64]
        var last: [UInt64]
    }

    /// Numbers the positions from left to right and collects which may follow which.
    fileprivate struct Builder {
        let wordCount: Int
        var follow: [UInt64]
        var takers: [UInt64]
        private var count = 0

        init(positions: Int) {
            wordCount = max(1, (positions + 63) / 64)
            follow = Array(repeating: 0, count: positions * wordCount)
            takers = Array(repeating: 0, count: 256 * wordCount)
        }

        private func none(acceptsEmpty: Bool) -> Fragment {
            let zeros = [UInt64](repeating: 0, count: wordCount)
            return Fragment(acceptsEmpty: acceptsEmpty, first: zeros, last: zeros)
        }

        mutating func add(_ syntax: PatternSyntax) -> Fragment {
            switch syntax {
            case .empty:
                return none(acceptsEmpty: true)
            case .byte(let set):
                return add(set)
            case .sequence(let parts):
                var result = none(acceptsEmpty: true)
                for part in parts { append(add(part), to: &result) }
                return result
            case .alternatives(let parts):
                var result = none(acceptsEmpty: false)
                for part in parts {
                    let fragment = add(part)
                    result.acceptsEmpty = result.acceptsEmpty || fragment.acceptsEmpty
                    Self.unite(fragment.first, into: &result.first)
                    Self.unite(fragment.last, into: &result.last)
                }
                return result
            case .repetition(let body, let minimum, let maximum):
                return add(body, minimum: minimum, maximum: maximum)
            }
        }

        private mutating func add(_ set: ByteSet) -> Fragment {
            let (word, bit) = (count / 64, UInt64(1) << UInt64(count % 64))
            count += 1
            for byte in 0..<256 where set.contains(UInt8(byte)) {
                takers[byte * wordCount + word] |= bit
            }
            var result = none(acceptsEmpty: false)
            result.first[word] = bit
            result.last[word] = bit
            return result
        }

        /// Writes the copies out: those that must be, then those that may be; without end, the last copy loops.
        private mutating func add(_ body: PatternSyntax, minimum: Int, maximum: Int?) -> Fragment {
            var result = none(acceptsEmpty: true)
            let copies = maximum ?? max(minimum, 1)
            for copy in 1...copies {
                var fragment = add(body)
                if copy == copies, maximum == nil { connect(fragment.last, to: fragment.first) }
                if copy > minimum { fragment.acceptsEmpty = true }
                append(fragment, to: &result)
            }
            return result
        }

        private mutating func append(_ right: Fragment, to left: inout Fragment) {
            connect(left.last, to: right.first)
            if left.acceptsEmpty { Self.unite(right.first, into: &left.first) }
            if right.acceptsEmpty { Self.unite(right.last, into: &left.last) } else { left.last = right.last }
            left.acceptsEmpty = left.acceptsEmpty && right.acceptsEmpty
        }

        private mutating func connect(_ from: [UInt64], to targets: [UInt64]) {
            for (word, bits) in from.enumerated() {
                var bits = bits
                while bits != 0 {
                    let row = (word * 64 + bits.trailingZeroBitCount) * wordCount
                    for target in 0..<wordCount { follow[row + target] |= targets[target] }
                    bits &= bits - 1
                }
            }
        }

        private static func unite(_ other: [UInt64], into set: inout [UInt64]) {
            for word in set.indices { set[word] |= other[word] }
        }
    }
}
