import DocumentTools
import CatalogModel
import SignalVocabulary
import SignalWire
import Signalbook

/// What waits in a spool, as text for people and as JSON.
struct SpoolReport {
    private let inspector: SpoolInspector
    private let directory: String

    /// How many kinds of events are listed for one ring.
    private static let listedEvents = 10

    init(_ inspector: SpoolInspector, directory: String) {
        self.inspector = inspector
        self.directory = directory
    }

    /// Whether everything could be read and nothing is damaged.
    var isSound: Bool {
        inspector.rings.allSatisfy {
            $0.problem == nil && $0.corruptedRecordCount == 0 && $0.corruptedSegmentCount == 0
        }
    }

    // MARK: Text

    /// A paragraph a ring, behind one line for all.
    func text(_ style: TextStyle) -> String {
        let waiting = inspector.rings.reduce(0) { $0 + $1.recordCount }
        let bytes = inspector.rings.reduce(0) { $0 + $1.byteCount }
        var text =
            "\(directory): \(Self.count(inspector.rings.count, "ring")), \(Self.count(waiting, "event")) waiting, \(Self.size(bytes))\n"
        for ring in inspector.rings {
            text += "\n" + style.bold(ring.name) + "  " + owner(of: ring) + "\n"
            for line in lines(of: ring) { text += "  " + line + "\n" }
        }
        for name in inspector.junk { text += "\n\(Quoted.text(name)) is none of a spool's, and left alone\n" }
        return text
    }

    private func owner(of ring: SpoolInspector.Ring) -> String {
        ring.isRunning
            ? "in use by process \(ring.process) or one that took it over"
            : "left by process \(ring.process), which is gone"
    }

    private func lines(of ring: SpoolInspector.Ring) -> [String] {
        if let problem = ring.problem { return ["cannot be read: \(problem)"] }
        if let version = ring.foreignVersion {
            return ["written by another version of Signalbook (format \(version)), not read"]
        }
        var lines = [
            "\(Self.count(ring.recordCount, "event")) waiting, \(Self.size(ring.byteCount)), \(Self.age(ring.age)) old"
        ]
        if let oldest = ring.oldestTime { lines.append("oldest event  \(Self.moment(oldest))") }
        for exporter in ring.exporters {
            lines.append(
                "for \(HiddenCharacters.escaped(exporter.name))  \(Self.count(exporter.count, "event"))")
        }
        for event in ring.events.prefix(Self.listedEvents) {
            lines.append(
                "\(event.count) × \(HiddenCharacters.escaped(event.name))"
                    + (event.severity.isEmpty ? "" : " (\(event.severity))"))
        }
        if ring.events.count > Self.listedEvents {
            lines.append("and \(ring.events.count - Self.listedEvents) more kinds of events")
        }
        if ring.corruptedRecordCount > 0 {
            lines.append(
                "\(Self.count(ring.corruptedRecordCount, "damaged stretch", "damaged stretches")), skipped")
        }
        if ring.corruptedSegmentCount > 0 {
            lines.append(
                "\(Self.count(ring.corruptedSegmentCount, "segment")) with a damaged header, skipped")
        }
        return lines
    }

    private static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(number) " + (number == 1 ? noun : plural ?? noun + "s")
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 10 << 10
            ? count(bytes, "byte") : bytes < 10 << 20 ? "\(bytes >> 10) KiB" : "\(bytes >> 20) MiB"
    }

    /// A moment in UTC, as the JSON lines write it.
    private static func moment(_ unixNanoseconds: UInt64) -> String {
        String(unsafeUninitializedCapacity: RFC3339Timestamp.length) { text in
            guard let start = text.baseAddress else { return 0 }
            RFC3339Timestamp.write(unixNanoseconds: unixNanoseconds, to: start)
            return RFC3339Timestamp.length
        }
    }

    private static func age(_ seconds: Int) -> String {
        switch seconds {
        case ..<120: count(seconds, "second")
        case ..<7200: count(seconds / 60, "minute")
        case ..<172_800: count(seconds / 3600, "hour")
        default: count(seconds / 86_400, "day")
        }
    }

    // MARK: JSON

    /// `{"directory":…,"rings":[{"name":…,"process":…,"running":…,"age_seconds":…,"bytes":…,"events":…,"oldest":…,"exporters":[{"name":…,"events":…}],
    /// "kinds":[{"name":…,"severity":…,"events":…}],"damaged_stretches":…,"damaged_segments":…,"foreign_version":…,"problem":…}],"junk":[…]}`; what
    /// there is nothing to say about is left out.
    var json: String {
        JSONValue.object(
            ("directory", .string(directory)), ("rings", .array(inspector.rings.map(Self.value))),
            ("junk", .array(inspector.junk.map(JSONValue.string)))
        ).text
    }

    private static func value(of ring: SpoolInspector.Ring) -> JSONValue {
        .object(
            ("name", .string(ring.name)), ("process", .integer(Int(ring.process))),
            ("running", .bool(ring.isRunning)),
            ("age_seconds", .integer(ring.age)), ("bytes", .integer(ring.byteCount)),
            ("events", .integer(ring.recordCount)),
            ("oldest", ring.oldestTime.map { .string(Self.moment($0)) }),
            (
                "exporters",
                .array(
                    ring.exporters.map { .object(("name", .string($0.name)), ("events", .integer($0.count))) }
                )
            ),
            (
                "kinds",
                .array(
                    ring.events.map { event in
                        .object(
                            ("name", .string(event.name)),
                            ("severity", event.severity.isEmpty ? nil : .string(event.severity)),
                            ("events", .integer(event.count)))
                    })
            ),
            ("damaged_stretches", .integer(ring.corruptedRecordCount)),
            ("damaged_segments", .integer(ring.corruptedSegmentCount)),
            ("foreign_version", ring.foreignVersion.map { .integer(Int($0)) }),
            ("problem", ring.problem.map(JSONValue.string)))
    }
}
