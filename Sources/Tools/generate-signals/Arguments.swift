import CatalogModel
import SignalVocabulary

/// What the command line asks for.
struct Arguments {
    /// Where the Swift goes.
    var output = ""
    /// The folder that paths in generated code are relative to; nil: they stay as given.
    var root: String?
    /// The folder of which every catalog file has to be among ``files``; nil: none.
    var complete: String?
    /// Whether to compare instead of writing.
    var checks = false
    /// The catalog files.
    var files: [String] = []

    /// What a command line comes to.
    enum Outcome {
        case run(Arguments)
        case help
        case version
        /// A mistake, in words.
        case misuse(String)
    }

    /// What `--help` prints.
    static let help = """
        Usage: generate-signals --output <folder> [--root <folder>] [--complete <folder>] [--check] <catalog file> ...

        Writes the Swift that a signal catalog describes: one file for each catalog file, written only when it changes.

        Options:
          --output <folder>  Where the Swift goes. Files this tool once wrote there and would not write now are removed.
          --root <folder>    The package's folder: paths in the generated code are relative to it. (default: as given)
          --complete <folder>  Fail when a catalog file below the folder is not among those given.
          --check            Write nothing; exit with 1 when what is in the folder is not what the catalog gives.
          --version          Print the version.
          -h, --help         Print this.

        Exits with 0 when all is well, 1 when the catalog has errors or --check finds a difference, 64 when the command
        line makes no sense.

        """

    /// Reads the arguments behind the command's own name.
    static func parse(_ arguments: [String]) -> Outcome {
        var result = Arguments()
        var index = 0
        var onlyFiles = false
        while index < arguments.count {
            let argument = arguments[index]
            index += 1
            if onlyFiles || !argument.hasPrefix("-") || argument == "-" {
                result.files.append(argument)
                continue
            }
            let equals = argument.firstIndex(of: "=")
            let name = equals.map { String(argument[..<$0]) } ?? argument
            switch name {
            case "--": onlyFiles = true
            case "-h", "--help": return .help
            case "--version": return .version
            case "--check":
                if equals != nil { return .misuse("--check takes no value") }
                result.checks = true
            case "--output", "--root", "--complete":
                var value: String?
                if let equals {
                    value = String(argument[argument.index(after: equals)...])
                } else if index < arguments.count {
                    value = arguments[index]
                    index += 1
                }
                guard let value, !value.isEmpty else { return .misuse("\(name) needs a folder") }
                switch name {
                case "--output": result.output = Files.withoutEndSlashes(value)
                case "--root": result.root = Files.withoutEndSlashes(value)
                default: result.complete = Files.withoutEndSlashes(value)
                }
            default:
                let near = ["--output", "--root", "--complete", "--check", "--version", "--help"].first {
                    isNear(name, $0)
                }
                return .misuse(
                    "unknown option \"\(name)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
            }
        }
        if result.output.isEmpty { return .misuse("--output is missing: it says where the Swift goes") }
        if result.files.isEmpty { return .misuse("there are no catalog files to read") }
        return .run(result)
    }

    /// Whether two options differ by at most two letters, or the known one begins with the given one.
    private static func isNear(_ given: String, _ known: String) -> Bool {
        if given.utf8.count > 3, known.hasPrefix(given) { return true }
        return Suggestions.distance(Array(given.utf8), Array(known.utf8), limit: 2) != nil
    }
}
