import CatalogImport
import EventCatalog
import Foundation
import SignalPattern
import SignalWire
import SwiftEmitter
import YAMLLite

/// What is fed with bytes; the raw value is what `run.sh` calls it.
enum Fuzzer: String, CaseIterable {
    /// The text of a catalog, to nodes.
    case yaml
    /// The text of a catalog, to a model, to Swift.
    case catalog
    /// A pattern and, behind a zero byte, what it is matched with.
    case pattern
    /// An encoded log record, to a line of JSON.
    case record
    /// A file of one of the formats that are imported, chosen by the first byte.
    case `import`

    /// Feeds it; a trap, a hang or a hunger for memory is what libFuzzer looks for.
    func feed(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch self {
        case .yaml: _ = parse(bytes)
        case .catalog:
            let header = CatalogSource(path: "header.yaml", text: "catalog: { name: a, version: 1.0.0 }\n")
            let result = CatalogLoader.load([header, CatalogSource(path: "events.yaml", bytes: Array(bytes))])
            if let catalog = result.catalog { _ = SwiftEmitter.emit(catalog) }
        case .pattern:
            let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
            guard let pattern = try? Pattern(parsing: String(decoding: parts[0], as: UTF8.self)) else {
                return
            }
            _ = pattern.matches(UnsafeBufferPointer(rebasing: parts[parts.count - 1]))
        case .record:
            var writer = JSONWriter(capacity: 64)
            try? writer.line(bytes)
        case .import:
            guard let first = bytes.first else { return }
            let formats = ImportFormat.allCases
            _ = CatalogImporter.importCatalog(
                from: [CatalogSource(path: "file", bytes: Array(bytes.dropFirst()))],
                as: formats[Int(first) % formats.count], name: "a", version: "1.0.0")
        }
    }
}

/// Which one this process feeds: `SIGNALBOOK_FUZZER`.
private let chosen: Fuzzer = {
    let name = ProcessInfo.processInfo.environment["SIGNALBOOK_FUZZER"] ?? ""
    guard let fuzzer = Fuzzer(rawValue: name) else {
        print("SIGNALBOOK_FUZZER must be one of \(Fuzzer.allCases.map(\.rawValue).joined(separator: ", "))")
        exit(64)
    }
    return fuzzer
}()

/// What libFuzzer calls with each input (LLVM, "libFuzzer – a library for coverage-guided fuzz testing").
@_cdecl("LLVMFuzzerTestOneInput")
public func feedOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    chosen.feed(UnsafeBufferPointer(start: start, count: count))
    return 0
}
