import SignalVocabulary
import SignalWire

/// Turns events into lines for people; ``ConsoleExporter`` shows how they look.
struct SignalFormatter {
    /// Whether lines have colours (ECMA-48 SGR).
    let isColoured: Bool
    /// The width of the names so far, so that columns stand still after the first few lines.
    private var nameWidth = 24

    /// The longest name that still moves the column.
    private static let maximumNameWidth = 40

    init(isColoured: Bool) { self.isColoured = isColoured }

    /// Appends one line.
    mutating func append(_ signal: RecordedSignal, to text: inout String) {
        let name = escaped(signal.name)
        nameWidth = max(nameWidth, min(name.count, Self.maximumNameWidth))
        let severity = signal.severity?.text ?? "-"
        text += coloured(timeOfDay(signal.unixNanoseconds), "2")
        text += " "
        text += coloured(padded(severity, 5), colour(of: signal.severity))
        text += " "
        text += coloured(padded(name, nameWidth), "1")
        for key in signal.attributeNames {
            guard let value = signal.attributes[key], !value.isNull else { continue }
            text += " \(coloured(escaped(key) + "=", "2"))\(formatted(value))"
        }
        if signal.sampleRate < 1 {
            text += " \(coloured("\(RecordField.sampleRate.rawValue)=", "2"))\(signal.sampleRate)"
        }
        if let violations = signal.violations {
            text +=
                " \(coloured("\(RecordField.violations.rawValue)=", "31"))\(formatted(.string(violations)))"
        }
        text += "\n"
    }

    /// `HH:MM:SS.mmm`, in UTC.
    private func timeOfDay(_ unixNanoseconds: UInt64) -> String {
        let timestamp = String(unsafeUninitializedCapacity: RFC3339Timestamp.length) { memory in
            guard let base = memory.baseAddress else { return 0 }
            RFC3339Timestamp.write(unixNanoseconds: unixNanoseconds, to: base)
            return RFC3339Timestamp.length
        }
        return String(timestamp.dropFirst(11).prefix(12))
    }

    private func formatted(_ value: SignalValue) -> String {
        if let text = value.stringValue {
            let isBare =
                !text.isEmpty && !text.unicodeScalars.contains { $0 == " " || $0 == "\"" || $0 == "=" }
            return isBare ? escaped(text) : "\"\(escaped(text, quote: true))\""
        }
        if let list = value.listValue { return "[\(list.map { formatted($0) }.joined(separator: ","))]" }
        if let map = value.mapValue {
            let pairs = map.sorted { $0.key < $1.key }.map { "\(escaped($0.key)):\(formatted($0.value))" }
            return "{\(pairs.joined(separator: ","))}"
        }
        return value.description
    }

    /// The text without anything that a terminal would obey or that would change how the rest of the line reads.
    private func escaped(_ text: String, quote: Bool = false) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if HiddenCharacters.contains(scalar) {
                result.append(contentsOf: HiddenCharacters.escape(of: scalar).unicodeScalars)
            } else {
                if quote, scalar == "\"" { result.append("\\") }
                result.append(scalar)
            }
        }
        return String(result)
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }

    private func coloured(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private func colour(of severity: Severity?) -> String {
        switch severity {
        case .fatal, .error: "31"
        case .warning: "33"
        case .info: "32"
        case .debug, .trace: "2"
        case nil: "0"
        }
    }
}
