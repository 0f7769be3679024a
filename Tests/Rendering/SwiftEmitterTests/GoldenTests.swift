import CatalogModel
import Foundation
import SwiftEmitter
import TestSupport
import Testing

/// Whole generated files, as they are reviewed: `Tests/Goldens/<case>/schema` gives `Tests/Goldens/<case>/Swift`.
///
/// Run with `SIGNALBOOK_RECORD_GOLDENS=1` in the environment to write them anew; such a run always fails, so that none is
/// recorded by accident.
@Suite struct GoldenTests {
    private static let folder = Repository.folder
        .appending(path: "Tests/Goldens", directoryHint: .isDirectory)

    /// The catalog files of a golden.
    private static func sources(of name: String) throws -> [(path: String, text: String)] {
        let root = folder.appending(path: name, directoryHint: .isDirectory)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path(percentEncoded: false))
        return try paths.filter { $0.hasSuffix(".yaml") }.sorted().map { path in
            (path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
        }
    }

    @Test(arguments: ["everything", "named"])
    func `what is generated is what was reviewed`(name: String) throws {
        let root = Self.folder.appending(path: name, directoryHint: .isDirectory)
        let emission = try Emission(try Self.sources(of: name))
        let outputs = root.appending(path: "Swift", directoryHint: .isDirectory)
        if Goldens.areRecorded {
            try? FileManager.default.removeItem(at: outputs)
            try FileManager.default.createDirectory(at: outputs, withIntermediateDirectories: true)
            for file in emission.files {
                try file.text.write(to: outputs.appending(path: file.name), atomically: true, encoding: .utf8)
            }
            Issue.record(
                "recorded \(emission.files.count) files; run again without SIGNALBOOK_RECORD_GOLDENS")
            return
        }
        let golden = try FileManager.default.contentsOfDirectory(atPath: outputs.path(percentEncoded: false))
        #expect(golden.sorted() == emission.files.map(\.name).sorted())
        for file in emission.files {
            let old = try String(contentsOf: outputs.appending(path: file.name), encoding: .utf8)
            if old != file.text {
                Issue.record("\(file.name) differs:\n\(Goldens.difference(from: old, to: file.text))")
            }
        }
    }

    /// The goldens are compiled, so a method or a parameter that the runtime does not have is an error there.
    @Test func `the goldens have every type of property with every constraint that it may have`() throws {
        let sources = try Self.sources(of: "everything").map { CatalogSource(path: $0.path, text: $0.text) }
        let catalog = try #require(CatalogLoader.load(sources).catalog)
        let properties = catalog.events.flatMap(\.properties)
        for type in PropertyType.samples {
            let same = properties.filter {
                if case .list = type { $0.type == type } else { $0.type.kind == type.kind }
            }
            #expect(!same.isEmpty, "\(type.name)")
            for kind in type.traits.constraints {
                #expect(same.contains { $0.constraints[kind] != nil }, "\(kind) of \(type.name)")
            }
        }
    }
}
