/// What a pattern is compiled to: tables only, read without locks or allocation.
///
/// Scalars that no position tells apart form one class. Where the position sets that can occur are few, they are
/// numbered beforehand and matching is one table look-up a scalar; where they are too many (`(a|b)*a(a|b){20}`),
/// the set is computed as the value is read, at most ``Pattern/maximumPositions`` steps a scalar.
final class Program: Sendable {
    static let maximumStates = 512
    static let maximumTransitions = 32_768

    /// The class of each ASCII scalar.
    private let asciiClasses: [UInt16]
    /// The first scalar of each run of scalars of one class, ascending, and that class.
    private let runStarts: [UInt32]
    private let runClasses: [UInt16]
    private let classCount: Int

    /// `transitions[state * classCount + class]`; state 0 is failure, 1 the start. Empty: see `automaton`.
    private let transitions: [UInt16]
    private let accepting: [Bool]

    private let automaton: PositionAutomaton
    /// The positions that take a scalar of each class.
    private let acceptance: [PositionSet]

    init(_ automaton: PositionAutomaton) {
        self.automaton = automaton

        // Between two neighbouring bounds no set changes, so all scalars there are alike.
        var numbers: [ScalarSet: Int] = [:]
        var positionsOfSet: [PositionSet] = []
        for (position, set) in automaton.sets.enumerated() {
            if let number = numbers[set] {
                positionsOfSet[number].insert(position)
            } else {
                numbers[set] = positionsOfSet.count
                positionsOfSet.append(PositionSet(position))
            }
        }
        var changes: [(at: UInt32, set: Int)] = [(0, -1), (0x80, -1)]
        for (set, number) in numbers {
            for range in set.ranges {
                changes.append((range.lowerBound, number))
                if range.upperBound < 0x10FFFF { changes.append((range.upperBound + 1, number)) }
            }
        }
        changes.sort { ($0.at, $0.set) < ($1.at, $1.set) }

        var isInside = [Bool](repeating: false, count: positionsOfSet.count)
        var classOfPositions: [PositionSet: UInt16] = [:]
        var acceptance: [PositionSet] = []
        var runStarts: [UInt32] = []
        var runClasses: [UInt16] = []
        var index = 0
        while index < changes.count {
            let start = changes[index].at
            while index < changes.count, changes[index].at == start {
                if changes[index].set >= 0 { isInside[changes[index].set].toggle() }
                index += 1
            }
            var positions = PositionSet()
            for (number, inside) in isInside.enumerated() where inside {
                positions.formUnion(positionsOfSet[number])
            }
            let number = classOfPositions[positions] ?? UInt16(acceptance.count)
            if classOfPositions[positions] == nil {
                classOfPositions[positions] = number
                acceptance.append(positions)
            }
            runStarts.append(start)
            runClasses.append(number)
        }
        var asciiClasses: [UInt16] = []
        var run = 0
        for scalar in UInt32(0)..<0x80 {
            while run + 1 < runStarts.count, runStarts[run + 1] <= scalar { run += 1 }
            asciiClasses.append(runClasses[run])
        }
        self.asciiClasses = asciiClasses
        self.runStarts = runStarts
        self.runClasses = runClasses
        self.acceptance = acceptance
        classCount = acceptance.count
        (transitions, accepting) = Self.determinize(automaton, acceptance)
    }

    /// The subset construction; empty tables when there are too many states.
    private static func determinize(
        _ automaton: PositionAutomaton, _ acceptance: [PositionSet]
    ) -> ([UInt16], [Bool]) {
        let classCount = acceptance.count
        var numbers: [PositionSet: UInt16] = [:]
        var accepting = [false, automaton.isNullable]
        var transitions = [UInt16](repeating: 0, count: classCount)
        // The positions that may come next, for each state that has no row of transitions yet.
        var pending = [automaton.first]
        var next = 0
        while next < pending.count {
            let following = pending[next]
            next += 1
            for taken in acceptance {
                let positions = following.intersection(taken)
                if positions.isEmpty {
                    transitions.append(0)
                } else if let number = numbers[positions] {
                    transitions.append(number)
                } else {
                    let number = accepting.count
                    guard number < maximumStates, (number + 1) * classCount <= maximumTransitions else {
                        return ([], [])
                    }
                    numbers[positions] = UInt16(number)
                    accepting.append(!positions.intersection(automaton.last).isEmpty)
                    var successors = PositionSet()
                    positions.forEach { successors.formUnion(automaton.follow[$0]) }
                    pending.append(successors)
                    transitions.append(UInt16(number))
                }
            }
        }
        return (transitions, accepting)
    }

    /// How many states the table has, failure and the start among them; 0 without a table.
    var stateCount: Int { transitions.isEmpty ? 0 : accepting.count }

    /// Whether matching is one table look-up a scalar.
    var isDeterministic: Bool { !transitions.isEmpty }

    /// Whether the whole of `bytes` matches.
    ///
    /// - Parameter steps: Raised by the table entries read and the positions visited, which is what the time goes
    ///   into. A caller that does not read it pays nothing: the compiler drops it.
    @inline(__always)
    func matches(_ bytes: UnsafeBufferPointer<UInt8>, steps: inout Int) -> Bool {
        isDeterministic ? matchesByTable(bytes, &steps) : matchesByPositions(bytes, &steps)
    }

    @inline(__always)
    func matchesByTable(_ bytes: UnsafeBufferPointer<UInt8>, _ steps: inout Int) -> Bool {
        transitions.withUnsafeBufferPointer { transitions in
            asciiClasses.withUnsafeBufferPointer { asciiClasses in
                var state = 1
                var index = 0
                while index < bytes.count {
                    guard let number = nextClass(bytes, &index, asciiClasses) else { return false }
                    steps += 1
                    state = Int(transitions[state * classCount + number])
                    if state == 0 { return false }
                }
                return accepting[state]
            }
        }
    }

    @inline(__always)
    func matchesByPositions(_ bytes: UnsafeBufferPointer<UInt8>, _ steps: inout Int) -> Bool {
        asciiClasses.withUnsafeBufferPointer { asciiClasses in
            var following = automaton.first
            var isAccepting = automaton.isNullable
            var index = 0
            while index < bytes.count {
                guard let number = nextClass(bytes, &index, asciiClasses) else { return false }
                let positions = following.intersection(acceptance[number])
                if positions.isEmpty { return false }
                isAccepting = !positions.intersection(automaton.last).isEmpty
                following = PositionSet()
                positions.forEach {
                    steps += 1
                    following.formUnion(automaton.follow[$0])
                }
            }
            return isAccepting
        }
    }

    /// The class of the scalar at `index`, which is moved behind it; nil for ill-formed UTF-8.
    @inline(__always)
    private func nextClass(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ asciiClasses: UnsafeBufferPointer<UInt16>
    ) -> Int? {
        let byte = bytes[index]
        if byte < 0x80 {
            index += 1
            return Int(asciiClasses[Int(byte)])
        }
        guard let scalar = decodeScalar(bytes, &index) else { return nil }
        return classOf(scalar)
    }

    /// The class of a scalar beyond ASCII: the last run that does not start after it.
    private func classOf(_ scalar: UInt32) -> Int {
        var low = 0
        var high = runStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runStarts[middle] <= scalar { low = middle } else { high = middle }
        }
        return Int(runClasses[low])
    }
}
