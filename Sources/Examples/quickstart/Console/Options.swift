/// What the command line asks for.
struct Options {
    /// Where the events go: a file, or a directory for `signals.jsonl`.
    var output = "."
    /// How many requests the command sends to the service.
    var requests = 300
    /// What the requests are chosen by; the same seed gives the same requests.
    var seed: UInt64 = 1
    /// Whether the service goes on running when they are done.
    var serves = false
    /// Where the service listens; 0: wherever is free.
    var port = 0

    /// What a command line comes to.
    enum Outcome {
        case run(Options)
        case help
        /// A mistake, in words.
        case misuse(String)
    }

    /// What `--help` prints.
    static let help = """
        Usage: swift run quickstart [--output <file or directory>] [--requests <number>] [--serve [--port <number>]]

        Starts a small session service on 127.0.0.1, sends it a few hundred requests, and shows the events that it tracked.
        Every event is described in schema/, typed by the compiler, and written to signals.jsonl.

        Options:
          --output <path>      Where the events go: a file, or a directory for signals.jsonl. (default: here)
          --requests <number>  How many requests to send, 0 to 1000000. (default: 300)
          --seed <number>      What the requests are chosen by. (default: 1)
          --serve              Keep the service running afterwards, for curl; Ctrl-C ends it.
          --port <number>      Where the service listens. (default: wherever is free)
          -h, --help           Print this.

        The service reads the TELEMETRY_… and OTEL_… variables and the file .env, for example TELEMETRY_SAMPLE_RATE=0.1,
        TELEMETRY_CONSOLE=true, or OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318 where there is a collector.
        """

    /// Reads the arguments behind the command's own name.
    static func parse(_ arguments: [String]) -> Outcome {
        var options = Options()
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
            let isOption = argument.hasPrefix("--")
            let name = isOption ? parts[0] : argument
            switch name {
            case "-h", "--help": return .help
            case "--serve":
                guard parts.count == 1 else { return .misuse("--serve takes no value") }
                options.serves = true
            case "--output", "--requests", "--port", "--seed":
                // The value is behind the equals sign, else it is the next argument.
                let next = rest.first.flatMap { $0.hasPrefix("--") ? nil : $0 }
                if let mistake = options.set(name, parts.count == 2 ? parts[1] : next) {
                    return .misuse(mistake)
                }
                if parts.count == 1 { rest = rest.dropFirst() }
            default:
                let what = argument.hasPrefix("-") ? "unknown option" : "unexpected argument"
                return .misuse(
                    "\(what) \"\(name)\"" + (suggestion(for: name).map { "; did you mean \"\($0)\"?" } ?? ""))
            }
        }
        return .run(options)
    }

    /// Takes an option's value; what is wrong with it otherwise.
    private mutating func set(_ name: String, _ value: String?) -> String? {
        switch name {
        case "--output":
            guard let value, !value.isEmpty else { return "--output needs a file or a directory" }
            output = value
        case "--requests":
            guard let count = value.flatMap({ Int($0) }), (0...1_000_000).contains(count) else {
                return "--requests needs a number from 0 to 1000000"
            }
            requests = count
        case "--port":
            guard let number = value.flatMap({ Int($0) }), (0...65535).contains(number) else {
                return "--port needs a number from 0 to 65535"
            }
            port = number
        default:
            guard let number = value.flatMap({ UInt64($0) }) else { return "\(name) needs a whole number" }
            seed = number
        }
        return nil
    }

    private static func suggestion(for name: String) -> String? {
        let known = ["--output", "--requests", "--seed", "--serve", "--port", "--help"]
        let word = name.drop { $0 == "-" }.lowercased()
        guard !word.isEmpty else { return nil }
        return known.map { ($0, distance(word, String($0.dropFirst(2)))) }.filter { $0.1 <= 2 }.min {
            $0.1 < $1.1
        }?.0
    }

    /// How many letters are to be put in, taken out, changed or swapped with their neighbour to make one word of the other.
    private static func distance(_ one: String, _ other: String) -> Int {
        let (a, b) = (Array(one.utf8), Array(other.utf8))
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, rows[i - 1][j - 1] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
