/// What `swift package signals` is asked for.
struct CommandArguments {
    /// Where the Swift goes, relative to the package's folder.
    var output = "Generated/Swift"
    /// The target whose folder is looked in first for a catalog.
    var target: String?
    /// Whether to compare instead of writing.
    var checks = false

    /// What a command line comes to.
    enum Outcome {
        case generate(CommandArguments)
        /// Another subcommand, which is that of `sigbook`.
        case forward([String])
        case help
        /// A mistake, in words.
        case misuse(String)
    }

    /// What `--help` prints.
    static let help = """
        Usage: swift package [--allow-writing-to-package-directory] signals generate
                   [--output <folder>] [--target <name>] [--check]
               swift package [--allow-writing-to-package-directory] signals <command of sigbook> ...

        Writes the Swift that the package's signal catalog describes, for teams that commit it. A target with the plugin
        GenerateSignals needs none of this: it is generated as it is built.

        Options of generate:
          --output <folder>  Where the Swift goes, relative to the package. (default: Generated/Swift)
          --target <name>    Take the catalog in this target's folder, if it has one.
          --check            Write nothing; fail when what is there is not what the catalog gives.
          -h, --help         Print this.

        Every other command is done by sigbook in the package's folder; 'signals help' lists the commands. The catalog is the one that
        GenerateSignals takes: that in a target's folder, or else that of the package. Where there are several, check, diff, fmt and
        status are done for each, and other commands want to know for which:

          --target <name>    Take the catalog of this target; with init, make one in its folder.
          --catalog <path>   Take this one, whatever the targets have.

        Results and messages come out on one stream, and SwiftPM exits with 1 whenever sigbook does not with 0.

        Where SwiftPM runs plugins in a sandbox, as on macOS, commands that write files need --allow-writing-to-package-directory,
        and can write nowhere else.
        """

    private static let options = ["--output", "--target", "--check", "--help"]

    /// Reads the arguments behind `signals`.
    static func parse(_ arguments: [String]) -> Outcome {
        guard let command = arguments.first, command != "--help", command != "-h" else { return .help }
        guard command == "generate" else {
            if nearest(to: command, among: ["generate"]) != nil {
                return unknown("command", command, among: ["generate"])
            }
            return .forward(arguments)
        }
        if arguments.contains("--help") || arguments.contains("-h") { return .help }
        var result = CommandArguments()
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts.first ?? "")
            switch name {
            case "--check" where parts.count == 1:
                result.checks = true
            case "--output", "--target":
                let value = parts.count > 1 ? String(parts[1]) : rest.popFirst()
                guard let value, !value.isEmpty else { return .misuse("\(name) needs a value") }
                if name == "--output" { result.output = value } else { result.target = value }
            default:
                return unknown("option", argument, among: options)
            }
        }
        return .generate(result)
    }

    private static func unknown(_ kind: String, _ given: String, among known: [String]) -> Outcome {
        let near = nearest(to: given, among: known)
        return .misuse("unknown \(kind) \"\(given)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    }

    /// The nearest of the known words, if one is near enough to have been meant.
    static func nearest(to given: String, among known: [String]) -> String? {
        var remaining = known.count
        return NearestWord.find(given, among: known, comparing: &remaining)
    }
}
