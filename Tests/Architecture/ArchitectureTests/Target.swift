import Foundation
import TestSupport

/// The sources of one target.
struct Target {
    let name: String
    let wing: String
    let files: [SwiftFile]

    /// All targets in `Sources`, as the folders say.
    static let all = targets(in: "Sources")

    /// All targets in the wings of `Tests`.
    static let tests = targets(in: "Tests").filter { $0.name.hasSuffix("Tests") || $0.name == "TestSupport" }

    private static func targets(in folder: String) -> [Target] {
        let sources = Repository.folder.appending(path: folder).path(percentEncoded: false)
        return names(in: sources).flatMap { wing in
            names(in: "\(sources)/\(wing)").map { target in
                let folder = "\(sources)/\(wing)/\(target)"
                let files = paths(in: folder).filter { $0.hasSuffix(".swift") }.map { path in
                    let text = try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
                    return SwiftFile(path: path, text: text ?? "")
                }
                return Target(name: target, wing: wing, files: files)
            }
        }
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }
            .sorted()
    }

    /// Everything below a folder, by relative paths. Symbolic links are followed, as the compiler follows them.
    private static func paths(in folder: String) -> [String] {
        names(in: folder).flatMap { name in
            let below = paths(in: "\(folder)/\(name)")
            return below.isEmpty ? [name] : below.map { "\(name)/\($0)" }
        }
    }

    /// One folder's reference to a type of another folder.
    struct Reference: Hashable, CustomStringConvertible {
        let from: String
        let to: String
        let file: String
        let type: String

        var description: String { "\(from)/\(file).swift → \(to) (\(type))" }
    }

    /// The references between the target's folders. A name that two folders declare says nothing and is left out.
    var references: [Reference] {
        var owners: [String: Set<String>] = [:]
        for file in files {
            for declaration in file.declarations where !declaration.isPrivate {
                owners[declaration.name, default: []].insert(file.folder)
            }
        }
        return files.flatMap { file in
            file.words.sorted().compactMap { word in
                guard let owner = owners[word], owner.count == 1, let folder = owner.first,
                    folder != file.folder
                else { return nil }
                return Reference(from: file.folder, to: folder, file: file.name, type: word)
            }
        }
    }

    /// The references that are part of a circle of folders.
    var circles: [Reference] {
        let references = references
        var next: [String: Set<String>] = [:]
        for reference in references { next[reference.from, default: []].insert(reference.to) }
        /// The folders that can be reached from one.
        func reachable(from start: String) -> Set<String> {
            var reached: Set<String> = []
            var open = [start]
            while let folder = open.popLast() {
                for other in next[folder] ?? [] where reached.insert(other).inserted { open.append(other) }
            }
            return reached
        }
        let reach = Dictionary(uniqueKeysWithValues: next.keys.map { ($0, reachable(from: $0)) })
        return references.filter { reach[$0.to]?.contains($0.from) == true }
    }

    /// The references to a folder that comes later in the order, or is not in it.
    func references(against order: [String]) -> [Reference] {
        references.filter { reference in
            // Files of the target's own folder may know all folders, and no folder may know them.
            if reference.from == "." { return false }
            guard let from = order.firstIndex(of: reference.from), let to = order.firstIndex(of: reference.to)
            else { return true }
            return to > from
        }
    }

    /// The types that should be declared in a file with their name, `Type.swift` or `Type+Aspect.swift`: those that are not private and
    /// longer than a few lines. A type within a type is its owner's business.
    var typesWithoutFile: [String] {
        files.flatMap { file in
            file.declarations.filter { type in
                !type.isPrivate && type.lineCount > 12 && file.name.prefix { $0 != "+" } != type.name
            }
            .map { "\(file.name).swift: \($0.name), \($0.lineCount) lines" }
        }
    }

    /// The modules that its files import.
    var imports: Set<String> { files.reduce(into: []) { $0.formUnion($1.imports) } }
}
