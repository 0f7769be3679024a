package import SignalVocabulary

/// Turns records into lines for people: time, severity, event and properties in columns.
package struct RecordFormatter {
    /// How a part of the line is shown.
    package enum Part: Sendable {
        case time, name, key, value, context
        case severity(Severity?)
        case problem
    }

    /// The longest name that still moves the columns.
    private static let maximumNameWidth = 40

    /// The names of the properties that every event carries; they come last, and those that are null are left out.
    private let context: Set<String>
    /// The most columns of a line; nil: as many as it takes.
    private let width: Int?
    private let paint: (String, Part) -> String
    private var nameWidth = 16
    private var lastDay = ""

    /// A formatter.
    ///
    /// - Parameters:
    ///   - context: The names of context properties, as far as they are known.
    ///   - width: The most columns of a line; what is left out shows as an ellipsis.
    ///   - paint: Colours a part of the line.
    package init(context: Set<String>, width: Int?, paint: @escaping (String, Part) -> String) {
        self.context = context
        self.width = width
        self.paint = paint
    }

    /// The line of a record, with a line feed at its end, and a line with the day before it when that is another than before.
    package mutating func line(_ record: RecordedEvent) -> String {
        var text = ""
        var line = Line(width: width, paint: paint)
        if let time = record.unixNanoseconds {
            let (day, clock) = Timestamp.civil(time)
            if day != lastDay { text += paint("── \(day) UTC", .time) + "\n" }
            lastDay = day
            line.add(clock, .time)
        } else {
            line.add("--:--:--.---", .problem)
        }
        let level = record.severityLevel
        line.add(" " + Self.padded(level?.name ?? "-", 5), .severity(level))
        let name = HiddenCharacters.escaped(record.text(record.name) ?? "(no name)")
        nameWidth = max(nameWidth, min(name.count, Self.maximumNameWidth))
        line.add(" " + Self.padded(name, nameWidth), .name)
        var shared: [(String, String)] = []
        for field in record.fields {
            guard let text = record.shownText(field.value) else { continue }
            let value = field.value.kind == .string ? Self.quoted(text) : HiddenCharacters.escaped(text)
            let key = record.keyText(field)
            if context.contains(key) {
                shared.append((key, value))
            } else {
                line.add(" " + HiddenCharacters.escaped(key) + "=", .key)
                line.add(value, .value)
            }
        }
        if let violations = record.text(record.violations) {
            line.add(" violations=" + Self.quoted(violations), .problem)
        }
        for (key, value) in shared { line.add(" \(HiddenCharacters.escaped(key))=\(value)", .context) }
        return text + line.text + "\n"
    }

    /// The line for text that is no record.
    package func line(unreadable text: String) -> String {
        var line = Line(width: width, paint: paint)
        line.add(HiddenCharacters.escaped(text), .problem)
        return line.text + "\n"
    }

    private static func quoted(_ value: String) -> String {
        let shown = HiddenCharacters.escaped(value)
        let isBare =
            !value.isEmpty && !value.unicodeScalars.contains { $0 == " " || $0 == "\"" || $0 == "=" }
        return isBare ? shown : "\"\(shown.replacing("\"", with: "\\\""))\""
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }
}

/// A line that is cut where the terminal ends.
private struct Line {
    private(set) var text = ""
    private var room: Int?
    private let paint: (String, RecordFormatter.Part) -> String

    init(width: Int?, paint: @escaping (String, RecordFormatter.Part) -> String) {
        room = width.map { max($0, 20) }
        self.paint = paint
    }

    mutating func add(_ part: String, _ kind: RecordFormatter.Part) {
        guard let left = room else {
            text += paint(part, kind)
            return
        }
        guard left > 0 else { return }
        if part.count <= left {
            text += paint(part, kind)
            room = left - part.count
        } else {
            text += paint(String(part.prefix(left - 1)) + "…", kind)
            room = 0
        }
    }
}
