import Foundation
import TestSupport

/// The sources of one target.
struct Target {
    let name: String
    let wing: String
    let files: [SwiftFile]

    /// All targets in `Sources`, as the folders say.
    static let all: [Target] = {
        let manager = FileManager.default
        let sources = Repository.folder.appending(path: "Sources").path(percentEncoded: false)
        func names(in folder: String) -> [String] {
            ((try? manager.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
        }
        return names(in: sources).flatMap { wing in
            names(in: "\(sources)/\(wing)").map { target in
                let folder = "\(sources)/\(wing)/\(target)"
                let paths = (try? manager.subpathsOfDirectory(atPath: folder).sorted()) ?? []
                let files = paths.filter { $0.hasSuffix(".swift") }.map { path in
                    let text = try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
                    return SwiftFile(path: path, text: text ?? "")
                }
                return Target(name: target, wing: wing, files: files)
            }
        }
    }()

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

    /// The types that should have a file with their name: those of more than a few lines that are not the file's own, and not private.
    var typesWithoutFile: [String] {
        let files = Dictionary(grouping: files) { $0.name.prefix { $0 != "+" } }
        return self.files.flatMap { file in
            file.declarations.filter { !$0.isPrivate && $0.lineCount > 12 && files[$0.name[...]] == nil }
                .map { "\(file.name).swift: \($0.name), \($0.lineCount) lines" }
        }
    }
}
