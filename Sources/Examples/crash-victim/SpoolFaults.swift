import Dispatch
import Foundation
import Synchronization

/// What file operations upon the spool come to instead of being done; see `FileOperations`.
enum SpoolFaults {
    /// What happens to a call.
    enum Effect: Sendable {
        /// It fails with this error number.
        case error(Int32)
        /// It takes two milliseconds longer.
        case delay
        /// It waits for ``release()``.
        case stall
    }

    /// Which calls of all that are meant.
    enum Selection: Sendable {
        /// From the first of these on to the last, counted from 1.
        case range(ClosedRange<Int>)
        /// About one in so many, the same ones in every run.
        case oneIn(Int)
    }

    /// One thing that goes wrong.
    fileprivate struct Fault {
        /// The names of the calls; empty for all.
        var calls: Set<String>
        var effect: Effect
        var selection: Selection
        /// Whether only rings of other processes are meant.
        var sparesOwn: Bool
        /// How many there were so far.
        var count = 0
    }

    private struct State {
        var directory = ""
        var faults: [Fault] = []
        var isReleased = false
        var injectedCount = 0
    }

    private static let state = Mutex(State())
    /// Read first, for these calls are everybody's.
    private static let isArmed = Atomic<Bool>(false)
    private static let released = DispatchSemaphore(value: 0)

    /// From now on calls upon what is below `directory` go wrong as `text` says.
    ///
    /// That is faults with a comma between them, each `CALL+CALL:EFFECT:SELECTION`, with `:others` at its end where it spares the process's own
    /// ring. No call stands for all of them, an effect is an error number, `delay` or `stall`, and a selection is `3`, `3-5`, `3-` or `~7` for
    /// about one in seven.
    ///
    /// - Returns: whether that makes sense.
    static func arm(_ text: String, directory: String) -> Bool {
        var faults: [Fault] = []
        for part in text.split(separator: ",") {
            let words = part.split(separator: ":", omittingEmptySubsequences: false)
            guard words.count == 3 || words.count == 4 && words[3] == "others",
                let effect = effect(words[1]), let selection = selection(words[2])
            else { return false }
            faults.append(
                Fault(
                    calls: Set(words[0].split(separator: "+").map(String.init)), effect: effect,
                    selection: selection, sparesOwn: words.count == 4))
        }
        state.withLock {
            $0.directory = directory
            $0.faults = faults
        }
        isArmed.store(true, ordering: .sequentiallyConsistent)
        return true
    }

    private static func effect(_ text: Substring) -> Effect? {
        switch text {
        case "delay": .delay
        case "stall": .stall
        default: Int32(text).map { .error($0) }
        }
    }

    private static func selection(_ text: Substring) -> Selection? {
        if text.hasPrefix("~") { return Int(text.dropFirst()).flatMap { $0 > 0 ? .oneIn($0) : nil } }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = Int(ends[0]), ends.count <= 2 else { return nil }
        let last = ends.count == 1 ? first : ends[1].isEmpty ? Int.max : Int(ends[1])
        return last.flatMap { first <= $0 ? .range(first...$0) : nil }
    }

    /// Lets all calls go on that wait, and those that are to come.
    static func release() {
        state.withLock { $0.isReleased = true }
        released.signal()
    }

    /// How many calls something happened to.
    static var injectedCount: Int { state.withLock { $0.injectedCount } }

    /// What happens to a call upon `path`, which begins at the directory of the descriptor if there is one: the error number that it fails
    /// with; nil where it is to be done.
    static func intercept(_ call: String, descriptor: Int32? = nil, path: UnsafePointer<CChar>? = nil)
        -> Int32?
    {
        guard isArmed.load(ordering: .relaxed) else { return nil }
        let saved = errno
        defer { errno = saved }
        let place = [descriptor.map(self.path), path.map { String(cString: $0) }].compactMap { $0 }
            .joined(separator: "/")
        let isOwn = place.contains("/\(getpid())-")
        let effect: Effect? = state.withLock { state in
            guard place.hasPrefix(state.directory) else { return nil }
            for index in state.faults.indices {
                guard state.faults[index].concerns(call, isOwn: isOwn) else { continue }
                state.faults[index].count += 1
                guard state.faults[index].hits else { continue }
                state.injectedCount += 1
                return state.faults[index].effect
            }
            return nil
        }
        switch effect {
        case .error(let number): return number
        case .delay: usleep(2_000)
        case .stall:
            guard !state.withLock({ $0.isReleased }) else { break }
            StandardStreams.say("stalled")
            released.wait()
            released.signal()
        case nil: break
        }
        return nil
    }

    /// What is open under a descriptor; nothing where that cannot be told.
    private static func path(of descriptor: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 4_097)
        let count = readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count - 1)
        return String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

extension SpoolFaults.Fault {
    /// Whether it is about this call, wherever that is in the count.
    fileprivate func concerns(_ call: String, isOwn: Bool) -> Bool {
        (calls.isEmpty || calls.contains(call)) && !(sparesOwn && isOwn)
    }

    /// Whether this one, by its count, is meant.
    fileprivate var hits: Bool {
        switch selection {
        case .range(let range): range.contains(count)
        case .oneIn(let share): (UInt64(count) &* 0x9E37_79B9_7F4A_7C15) >> 32 % UInt64(share) == 0
        }
    }
}
