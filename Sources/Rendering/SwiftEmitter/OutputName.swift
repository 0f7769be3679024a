/// How generated files are named: after their catalog files, so that a plugin knows them before anything is parsed.
///
/// NOTE: The plugins read this file through a symbolic link, so that they and the tool cannot disagree. It needs no import
/// and must stay so.
enum OutputName {
    /// What every generated file's name ends with.
    static let suffix = ".signals.swift"

    /// How many folders deep the files of a catalog are looked for, its own folder included: enough for any catalog, and an end for a
    /// symbolic link to a folder above itself.
    static let catalogDepth = 8

    /// The name of the file made from a catalog file: `schema/http/requests.yaml` gives `http+requests.signals.swift`.
    ///
    /// - Parameter path: the catalog file's path relative to the package, with `/` between its parts. What stands
    ///   before and with its first folder called `schema` is left out, as is the extension.
    static func of(_ path: String) -> String {
        var parts = path.split(separator: "/").filter { $0 != "." }
        if let folder = parts.firstIndex(of: "schema"), folder < parts.count - 1 {
            parts.removeFirst(folder + 1)
        }
        if let last = parts.popLast() {
            let dot = last.lastIndex(of: ".") ?? last.endIndex
            parts.append(dot == last.startIndex ? last : last[..<dot])
        }
        return parts.joined(separator: "+") + suffix
    }

    /// Two catalog files that would generate one output.
    struct Collision: Equatable {
        /// The file that comes first.
        var first: String
        /// The file that comes second.
        var second: String
        /// The name they share; file systems that ignore case are why `A.yaml` and `a.yaml` share one too.
        var name: String

        /// What is wrong and what to do about it.
        var message: String {
            "\"\(second)\" and \"\(first)\" would both generate \"\(name)\"; rename one of them"
        }
    }

    /// All collisions among catalog files, in the order of `paths`.
    static func collisions(among paths: [String]) -> [Collision] {
        var owners: [String: String] = [:]
        var collisions: [Collision] = []
        for path in paths {
            let name = of(path)
            if let first = owners.updateValue(path, forKey: name.lowercased()) {
                owners[name.lowercased()] = first
                collisions.append(Collision(first: first, second: path, name: name))
            }
        }
        return collisions
    }

    /// Whether a file is a catalog file by its name.
    static func isCatalogFile(_ name: String) -> Bool {
        !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".json"))
    }
}
