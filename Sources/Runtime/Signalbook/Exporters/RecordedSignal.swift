public import Foundation
public import SignalVocabulary
import SignalWire

/// An event as it was encoded, taken apart again: for tests, consoles and exporters that need values.
///
/// Decoding costs some microseconds and allocates; an exporter that only moves bytes uses ``RecordBatch/forEachRecord(_:)``.
public struct RecordedSignal: Sendable, Hashable {
    /// The event's name.
    public let name: String
    /// How bad it is; nil if the record does not say. The finer steps that OTLP has count as the step that they belong to.
    public let severity: Severity?
    /// When it happened, in nanoseconds since 1970.
    public let unixNanoseconds: UInt64
    /// The record's identifier, `log.record.uid`, by which duplicates are told.
    public let recordID: String?
    /// The catalog's name and version, as `name/version`.
    public let catalog: String?
    /// The share of such events that was kept: this one stands for `1 / sampleRate` of them.
    public let sampleRate: Double
    /// What the event violates, if it was marked instead of rejected.
    public let violations: String?
    /// Everything else: context and properties, by name. Context that is not set is ``SignalValue/null``.
    public let attributes: [String: SignalValue]
    /// The names in ``attributes`` in the order in which they were encoded: context first.
    public let attributeNames: [String]

    /// When it happened. A `Date` holds about a tenth of a microsecond; ``unixNanoseconds`` is exact.
    public var timestamp: Date { Date(timeIntervalSince1970: Double(unixNanoseconds) / 1e9) }

    /// The attribute of the given name, nil if there is none.
    public subscript(name: String) -> SignalValue? { attributes[name] }
}

extension RecordedSignal {
    /// Takes an encoded `LogRecord` apart.
    init(_ record: UnsafeBufferPointer<UInt8>) throws(WireError) {
        let head = try LogRecordHead(record)
        var attributes: [String: SignalValue] = [:]
        var names: [String] = []
        var reader = LogRecordReader(record)
        while let field = try reader.next() {
            guard case .attribute(let attribute) = field else { continue }
            let key = String(decoding: attribute.key, as: UTF8.self)
            if attributes.updateValue(try SignalValue(attribute.value), forKey: key) == nil {
                names.append(key)
            }
        }
        func take(_ field: RecordField) -> SignalValue? {
            guard let value = attributes.removeValue(forKey: field.rawValue) else { return nil }
            names.removeAll { $0 == field.rawValue }
            return value
        }
        name = String(decoding: head.eventName, as: UTF8.self)
        severity = Severity(number: Int64(clamping: head.severityNumber))
        unixNanoseconds = head.time
        recordID = take(.recordUID)?.stringValue
        catalog = take(.catalog)?.stringValue
        sampleRate = take(.sampleRate)?.doubleValue ?? 1
        violations = take(.violations)?.stringValue
        self.attributes = attributes
        attributeNames = names
    }
}

extension RecordBatch {
    /// The log records taken apart, oldest first, and how many are malformed and left out. Of a batch of another kind all are left out.
    public func decoded() -> (signals: [RecordedSignal], malformed: Int) {
        guard kind == .logs else { return ([], count) }
        var signals: [RecordedSignal] = []
        signals.reserveCapacity(count)
        forEachRecord { record in
            if let signal = try? RecordedSignal(record.assumingMemoryBound(to: UInt8.self)) {
                signals.append(signal)
            }
        }
        return (signals, count - signals.count)
    }

    /// The result of an export to which only malformed records were lost.
    func result(malformed: Int) -> ExportResult {
        malformed == 0
            ? .delivered : .delivered(rejected: malformed, reason: "\(malformed) records are malformed")
    }
}
