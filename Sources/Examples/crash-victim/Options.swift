/// What the command line asks for.
struct Options {
    /// The spool directory.
    var spool = ""
    /// How many threads track.
    var threads = 1
    /// Where events go; see ``CrashVictim``.
    var exporter = "none"
    /// The first number to track.
    var first = 0
    /// How many numbers to track in all; then it waits to be killed, or to be told to end.
    var limit = 20_000
    /// Whether to call `fork` when half the numbers are tracked.
    var forks = false
    /// Whether there is no descriptor to be had while the telemetry starts.
    var exhaustsDescriptors = false
    /// The size of the buffer in MB.
    var bufferMB = 8
    /// What handler of `SIGBUS` the host has, see ``BusErrors``; empty: the one that is there, which may be Swift's own.
    var bus = ""
    /// Whether truncated files are to end the process.
    var isUnguarded = false
    /// What is to happen once all is tracked: `fault` or `send` for each time that the host gets `SIGBUS`.
    var then: [String] = []
    /// What goes wrong with the spool; see ``SpoolFaults``.
    var faults = ""
    /// How many signals are to interrupt it before it is done; 0 for none at all.
    var signals = 0
    /// Whether each tenth number is an error.
    var fails = false
    /// Whether it waits for a line before it starts.
    var waits = false
    /// For how long it stays at most until it has taken over, and delivered, what dead processes left.
    var lingerMilliseconds = 0
    /// How long its shutdown may take.
    var deadlineMilliseconds = 60_000
    /// How much dead processes may leave, in MB.
    var spoolMB = 256

    /// The options that `--name value` pairs give; nil where one is unknown or has a value that makes no sense.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            if let flag = Options.flags[name] {
                self[keyPath: flag] = true
                continue
            }
            guard let value = rest.popFirst() else { return nil }
            switch name {
            case "--spool": spool = value
            case "--exporter": exporter = value
            case "--bus": bus = value
            case "--then": then = value.split(separator: ",").map(String.init)
            case "--faults": faults = value
            case "--signals": guard Options.set(&signals, value) else { return nil }
            case "--threads": guard Options.set(&threads, value) else { return nil }
            case "--first": guard Options.set(&first, value) else { return nil }
            case "--limit": guard Options.set(&limit, value) else { return nil }
            case "--buffer-mb": guard Options.set(&bufferMB, value) else { return nil }
            case "--lingers": guard Options.set(&lingerMilliseconds, value) else { return nil }
            case "--deadline": guard Options.set(&deadlineMilliseconds, value) else { return nil }
            case "--spool-mb": guard Options.set(&spoolMB, value) else { return nil }
            default: return nil
            }
        }
        guard !spool.isEmpty, (1...64).contains(threads) else { return nil }
    }

    private static var flags: [String: WritableKeyPath<Options, Bool>] {
        [
            "--forks": \.forks, "--exhaust-descriptors": \.exhaustsDescriptors, "--waits": \.waits,
            "--fails": \.fails, "--unguarded": \.isUnguarded,
        ]
    }

    private static func set(_ target: inout Int, _ value: String) -> Bool {
        guard let number = Int(value), number >= 0 else { return false }
        target = number
        return true
    }
}
