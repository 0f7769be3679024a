import Foundation
import Signalbook

/// One line of the file, read back as an app outside of this package would: the summary says what is in the file, not what the command
/// remembers.
struct LoggedEvent {
    let name: String
    let severity: String
    let requestID: String?
    let timestamp: String
    /// Every member of the line.
    let members: [String: Any]
    /// The line itself.
    let line: String

    /// The events of the file's lines; a line that is not an event is left out and counted.
    static func read(_ bytes: [UInt8]) -> (events: [LoggedEvent], unreadable: Int) {
        var events: [LoggedEvent] = []
        var unreadable = 0
        for line in bytes.split(separator: 0x0A) {
            guard let members = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
                let name = members["event"] as? String, let severity = members["severity"] as? String,
                let timestamp = members["timestamp"] as? String
            else {
                unreadable += 1
                continue
            }
            events.append(
                LoggedEvent(
                    name: name, severity: severity, requestID: members["request_id"] as? String,
                    timestamp: timestamp,
                    members: members, line: String(decoding: line, as: UTF8.self)))
        }
        return (events, unreadable)
    }

    /// The seconds of the day at which it happened.
    var seconds: Double {
        let parts = timestamp.drop { $0 != "T" }.dropFirst().dropLast().split(separator: ":").compactMap {
            Double($0)
        }
        return parts.reduce(0) { $0 * 60 + $1 }
    }

    /// The member as text, nil where there is none.
    func text(_ name: String) -> String? {
        switch members[name] {
        case let text as String: text
        case let number as NSNumber: isBoolean(name) ? "\(number.boolValue)" : number.stringValue
        case let list as [Any]: "[\(list.map { "\($0)" }.joined(separator: ","))]"
        default: nil
        }
    }

    /// The member as a number, nil where there is none.
    func number(_ name: String) -> Double? {
        guard let number = members[name] as? NSNumber, !isBoolean(name) else { return nil }
        return number.doubleValue
    }

    /// Foundation reads `true` as a number, and tells the two apart on some systems only; the line does on all.
    private func isBoolean(_ name: String) -> Bool {
        line.contains("\"\(name)\":true") || line.contains("\"\(name)\":false")
    }

    /// The names of what the event itself has, in the order of the line: neither the record's nor the context's.
    var ownProperties: [String] {
        // The names of the record's own fields as the documentation of JSON lines has them; an app has no constants for them.
        let others: Set = [
            "timestamp", "event", "severity", "record_id", "catalog", "sample_rate", "violations",
        ]
        let context = Set(SignalCatalog.context.map(\.name.description))
        return members.keys.filter { !others.contains($0) && !context.contains($0) }
            .compactMap { name in line.range(of: "\"\(name)\":").map { (name, $0.lowerBound) } }
            .sorted { $0.1 < $1.1 }.map(\.0)
    }
}
