/// What happened in each session, and the way most of them went.
///
/// A session keeps the first occurrence of each of its events, at most ``maximumSteps`` of them; of more than ``maximumSessions`` sessions
/// the rest is only counted. Events below `info` are left out: they tell of the machinery.
package struct SessionPaths: Sendable {
    /// One step of the funnel.
    package struct Step: Sendable, Equatable {
        /// The event's name.
        package var event: String
        /// How many sessions came so far: they had this event after all the steps before.
        package var count: Int
    }

    /// A way that sessions went.
    package struct Path: Sendable, Equatable {
        /// The events, each at its first occurrence.
        package var events: [String]
        /// How many sessions began so.
        package var count: Int
    }

    /// The most sessions that are kept.
    package static let maximumSessions = 50_000
    /// The most events of a session that are kept.
    package static let maximumSteps = 24
    /// How many events of a session make a path.
    private static let pathLength = 5

    private var sessions: [UInt64: [(event: Int32, time: Int64)]] = [:]
    /// Records of sessions that were not kept any more.
    package private(set) var droppedRecords = 0

    /// No sessions.
    package init() {}

    /// How many sessions there are.
    package var count: Int { sessions.count }

    /// Notes an event of a session.
    package mutating func add(session: ByteSpan, event: Int, unixNanoseconds: Int64) {
        // FNV-1a: identifiers are kept as 64 bits, of which two collide among fifty thousand once in ten billion recordings.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in session { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        guard sessions[hash] != nil || sessions.count < Self.maximumSessions else {
            droppedRecords += 1
            return
        }
        let event = Int32(truncatingIfNeeded: event)
        var steps = sessions[hash] ?? []
        if let index = steps.firstIndex(where: { $0.event == event }) {
            if unixNanoseconds >= steps[index].time { return }
            steps[index].time = unixNanoseconds
        } else if steps.count < Self.maximumSteps {
            steps.append((event, unixNanoseconds))
        }
        sessions[hash] = steps
    }

    /// The events of each session in the order in which they first occurred.
    private func sequences() -> [[Int32]] {
        sessions.values.map { steps in
            steps.sorted { ($0.time, $0.event) < ($1.time, $1.event) }.map(\.event)
        }
    }

    /// The way most sessions went: the most common first event, then again and again the event that most of those that came so far had next.
    package func funnel(_ names: [String], maximumSteps: Int = 8) -> [Step] {
        let sequences = sequences()
        var steps: [Step] = []
        // Those that came so far, with the place of the last step in each.
        var reached = sequences.map { ($0, -1) }
        var used: Set<Int32> = []
        while steps.count < maximumSteps {
            var votes: [Int32: Int] = [:]
            for (sequence, place) in reached where place + 1 < sequence.count {
                votes[sequence[place + 1], default: 0] += 1
            }
            for event in used { votes[event] = nil }
            guard let next = Self.most(votes, names) else { break }
            let gone = reached.compactMap { sequence, place -> ([Int32], Int)? in
                guard let index = sequence[(place + 1)...].firstIndex(of: next) else { return nil }
                return (sequence, index)
            }
            // Where hardly anybody goes is no step any more.
            if let first = steps.first, gone.count * 50 < first.count { break }
            used.insert(next)
            steps.append(Step(event: names[Int(next)], count: gone.count))
            reached = gone
        }
        return steps
    }

    /// The ways that most sessions began, most common first.
    package func commonPaths(_ names: [String], most: Int = 6) -> [Path] {
        var counts: [[Int32]: Int] = [:]
        for sequence in sequences() { counts[Array(sequence.prefix(Self.pathLength)), default: 0] += 1 }
        let paths = counts.map { path, count in Path(events: path.map { names[Int($0)] }, count: count) }
        return Array(
            paths.sorted {
                $0.count == $1.count
                    ? $0.events.joined(separator: "\n") < $1.events.joined(separator: "\n")
                    : $0.count > $1.count
            }.prefix(most))
    }

    /// The event with the most votes; of several the first by name.
    private static func most(_ votes: [Int32: Int], _ names: [String]) -> Int32? {
        votes.min {
            $0.value == $1.value ? names[Int($0.key)] < names[Int($1.key)] : $0.value > $1.value
        }?.key
    }
}
