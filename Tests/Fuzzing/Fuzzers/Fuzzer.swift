import CatalogFormatting
import CatalogImport
import CatalogRules
import CatalogModel
import Foundation
import Recordings
import SignalPattern
import SignalTransport
import SignalWire
import SwiftEmitter
import YAMLLite

@testable import Signalbook
@testable import SignalbookApplicationInsights
@testable import SignalbookOTLP
@testable import SwiftSources

/// What is fed with bytes; the raw value is what `run.sh` calls it.
enum Fuzzer: String, CaseIterable {
    /// The text of a catalog, to nodes.
    case yaml
    /// The text of a catalog, to a model, to Swift.
    case catalog
    /// The text of a catalog, to findings of all rules.
    case rules
    /// The text of a catalog, to its canonical form.
    case format
    /// A pattern and, behind a zero byte, what it is matched with.
    case pattern
    /// An encoded log record, to a line of JSON.
    case record
    /// A file of one of the formats that are imported, chosen by the first byte.
    case `import`
    /// A recording, held against a catalog.
    case recording
    /// A text in which personal data and secrets are looked for.
    case scan
    /// A filter of `tail`.
    case expression
    /// Swift source, to tokens.
    case lexer
    /// A segment file of a ring that a dead process left.
    case segment
    /// A collector's answer; the first byte says whether it is JSON and whether it is good news.
    case answer

    /// Feeds it; a trap, a hang or a hunger for memory is what libFuzzer looks for.
    func feed(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch self {
        case .yaml: _ = parse(bytes)
        case .catalog:
            let result = CatalogLoader.load(catalog(bytes))
            if let catalog = result.catalog { _ = SwiftEmitter.emit(catalog) }
        case .rules: _ = CatalogChecker(today: Day("2027-01-01")).check(catalog(bytes))
        case .format: _ = CatalogFormatter.format(CatalogSource(path: "events.yaml", bytes: Array(bytes)))
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
        case .recording:
            var verification = Verification(recorded, maximumLineLength: 4096)
            try? verification.read(Memory(bytes), named: "recording")
            _ = verification.result().diagnostics()
        case .scan: _ = PersonalDataScan.find(in: bytes)
        case .lexer:
            var lexer = SwiftLexer(Array(bytes))
            while lexer.next() != nil {}
        case .expression: _ = try? Recordings.Expression(parsing: String(decoding: bytes, as: UTF8.self))
        case .segment:
            let bytes = UnsafeRawBufferPointer(bytes)
            guard let header = try? SegmentHeader(bytes) else { return }
            let records = UnsafeRawBufferPointer(
                rebasing: bytes[Segment.headerSize..<min(bytes.count, header.size)])
            _ = SegmentScan(records, committed: header.committed, seed: header.seed)
        case .answer:
            guard let first = bytes.first else { return }
            let answer = HTTPAnswer(
                status: 200, headers: first & 1 == 0 ? ["Content-Type": "application/json"] : [:],
                body: Array(bytes.dropFirst()))
            _ = first & 2 == 0 ? ExportAnswer.success(answer) : ExportAnswer.failure(answer)
            _ = TrackVerdict(status: 206, body: answer.body, count: 7)
        }
    }

    private func catalog(_ bytes: UnsafeBufferPointer<UInt8>) -> [CatalogSource] {
        let header = CatalogSource(path: "header.yaml", text: "catalog: { name: a, version: 1.0.0 }\n")
        return [header, CatalogSource(path: "events.yaml", bytes: Array(bytes))]
    }
}

/// Bytes in memory as a recording.
private struct Memory: ByteSource {
    private var left: ArraySlice<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { left = Array(bytes)[...] }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordingError) -> Int {
        let part = left.prefix(buffer.count)
        buffer.copyBytes(from: part)
        left = left.dropFirst(part.count)
        return part.count
    }
}

/// What recordings are held against.
private let recorded: JudgedCatalog = {
    let text = """
        catalog: { name: a, version: 1.0.0 }
        context: { session_id: { type: string, description: A., role: session } }
        events:
          b:
            description: B.
            properties:
              c: { type: int, minimum: 1, description: C. }
              d: { type: string, pattern: "[a-z]+", required: false, description: D. }
              e: { type: enum, values: [f, g], required: false, description: E. }
              h: { type: list, items: double, required: false, description: H. }
              i: { type: timestamp, required: false, description: I. }
              j: { type: ip, sensitivity: personal, handling: hash, required: false, description: J. }
        """
    guard let catalog = CatalogLoader.load([CatalogSource(path: "a.yaml", text: text)]).catalog else {
        print("the catalog of the fuzzer has errors")
        exit(70)
    }
    return JudgedCatalog(catalog)
}()

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
