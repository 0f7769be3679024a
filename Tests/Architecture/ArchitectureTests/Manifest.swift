import Foundation
import TestSupport

/// What `Package.swift` says of targets, read as text: to evaluate it would take a process of its own.
struct Manifest {
    /// The targets of this package that each target depends on.
    let dependencies: [String: Set<String>]

    static let shared: Manifest = {
        let file = Repository.folder.appending(path: "Package.swift")
        return Manifest(text: (try? String(contentsOf: file, encoding: .utf8)) ?? "")
    }()

    /// Reads a manifest that lists each target as `.target(name: "…", dependencies: […]…)`.
    init(text: String) {
        var dependencies: [String: Set<String>] = [:]
        let target = /\.(?:target|executableTarget|testTarget|systemLibrary)\(\s*name: "([^"]+)"/
        let list = /^,\s*dependencies: \[([^\]]*)\]/
        for match in text.matches(of: target) {
            let names = text[match.range.upperBound...].prefixMatch(of: list)?.1 ?? ""
            dependencies[String(match.1)] = Set(names.matches(of: /"([^"]+)"/).map { String($0.1) })
        }
        self.dependencies = dependencies
    }
}
