import CatalogModel
import Recordings
import SignalVocabulary
import Testing

/// The catalog that most tests judge by.
let sampleCatalog = """
    catalog: { name: shop, version: 2.0.0 }
    context:
      user_id: { type: string, description: Who., role: user, default: anonymous, sensitivity: personal, handling: hash }
      session_id: { type: string, description: Which session., role: session }
    events:
      order_placed:
        description: An order was placed.
        properties:
          amount: { type: int, minimum: 1, maximum: 100, description: How many. }
          took_ms: { type: duration, unit: ms, description: How long it took. }
          method: { type: enum, values: [card, cash], description: How it was paid. }
          code: { type: string, required: false, max_length: 8, pattern: '[A-Z]+', description: A code. }
          note: { type: text, required: false, description: Words. }
          tags: { type: list, items: string, max_items: 2, required: false, description: Tags. }
          trace: { type: uuid, required: false, description: A UUID. }
          page: { type: url, required: false, description: Where. }
          peer: { type: ip, required: false, description: From where. }
          at: { type: timestamp, required: false, description: When. }
          is_gift: { type: bool, required: false, description: Whether it is a gift. }
          card: { type: string, required: false, description: A card., sensitivity: personal, handling: mask }
          password: { type: string, required: false, description: A secret., sensitivity: secret, handling: redact }
          old_code: { type: string, required: false, description: Old., deprecated: { since: 1.1.0, replaced_by: code } }
        removed:
          price: { since: 1.9.0, reason: it had no currency }
      order_failed:
        description: An order failed.
        severity: error
        properties:
          error_type: { type: string, description: The class. }
      order_lost:
        description: An order was lost.
        expires: 2026-01-31
      order_made:
        description: Old.
        deprecated: { since: 1.0.0, replaced_by: order_placed, reason: renamed }
    removed:
      order_done: { since: 1.5.0, reason: nobody looked at it }
    """

/// A catalog from its text.
func judgedCatalog(_ text: String = sampleCatalog) throws -> JudgedCatalog {
    let result = CatalogLoader.load([CatalogSource(path: "catalog.yaml", text: text)])
    return JudgedCatalog(try #require(result.catalog, "\(result.diagnostics.map(\.message))"))
}

/// A good record of `order_placed`, with members added behind the others or, where they have the same name, in their place.
func order(_ changes: [String: String?] = [:], event: String = "order_placed", head: [String: String?] = [:])
    -> String
{
    var members: [(String, String?)] = [
        ("timestamp", #""2026-01-01T10:00:00.000000Z""#), ("event", "\"\(event)\""), ("severity", #""info""#),
        ("record_id", #""r1""#), ("catalog", #""shop/2.0.0""#),
        ("user_id", #""k:0123456789abcdef0123456789abcdef""#), ("session_id", #""s-1""#),
    ]
    if event == "order_placed" { members += [("amount", "5"), ("took_ms", "1.5"), ("method", #""card""#)] }
    for (name, value) in head.merging(changes, uniquingKeysWith: { $1 }).sorted(by: { $0.key < $1.key }) {
        if let index = members.firstIndex(where: { $0.0 == name }) {
            members[index].1 = value
        } else {
            members.append((name, value))
        }
    }
    let text = members.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }.joined(separator: ",")
    return "{\(text)}\n"
}

/// Judges a recording.
func verify(
    _ text: String, by catalog: String = sampleCatalog, others: [String] = [], blocks: Int = .max
) throws -> VerificationResult {
    try verify(Array(text.utf8), by: catalog, others: others, blocks: blocks)
}

/// Judges a recording of any bytes.
func verify(
    _ bytes: [UInt8], by catalog: String = sampleCatalog, others: [String] = [], blocks: Int = .max
) throws -> VerificationResult {
    var verification = Verification(
        try judgedCatalog(catalog), others: try others.map { try judgedCatalog($0) })
    try verification.read(MemorySource(bytes, most: blocks), named: "a.jsonl")
    return verification.result()
}

extension VerificationResult {
    /// What was found, as the printer writes it, without the notes.
    var lines: [String] {
        diagnostics().map { diagnostic in
            DiagnosticPrinter().print([Diagnostic(diagnostic, notes: [])]).trimmingNewline
        }
    }

    /// The rules that found something.
    var rules: [String] { diagnostics().map(\.rule) }
}

extension Diagnostic {
    init(_ diagnostic: Diagnostic, notes: [Note]) {
        self = diagnostic
        self.notes = notes
    }
}

extension String {
    var trimmingNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}

/// What a record of a line is, as text.
struct ReadRecord: Equatable {
    var name: String?
    var time: Int64?
    var severity: Severity?
    var fields: [String]
}

/// Reads all records of a line.
func records(_ line: String) throws -> [ReadRecord] {
    var reader = RecordReader()
    var found: [ReadRecord] = []
    let bytes = Array(line.utf8)
    try bytes.withUnsafeBufferPointer { bytes in
        guard case .records = try reader.begin(bytes) else { return }
        while try reader.next() {
            let record = reader.event
            found.append(
                ReadRecord(
                    name: record.text(record.name), time: record.unixNanoseconds,
                    severity: record.severityLevel,
                    fields: record.fields.map {
                        "\(record.keyText($0)) \($0.value.kind) \(record.shownText($0.value) ?? "-")"
                    }))
        }
    }
    return found
}

/// Calls `body` with the only record of a line.
func withRecord<Result>(_ line: String, _ body: (RecordedEvent) throws -> Result) throws -> Result {
    var reader = RecordReader()
    let bytes = Array(line.utf8)
    return try bytes.withUnsafeBufferPointer { bytes in
        guard case .records = try reader.begin(bytes), try reader.next() else {
            throw RecordingError("no record in \(line)")
        }
        return try body(reader.event)
    }
}
