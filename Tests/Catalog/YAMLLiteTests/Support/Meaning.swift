import YAMLLite

/// What a document means, for comparison: JSON in one line, with strings as they are and numbers by kind (`12`, `0.5`).
func meaning(_ node: Node?) -> String {
    guard let node else { return "nothing" }
    switch node.content {
    case .scalar(let scalar):
        switch scalar.value {
        case .null: return "null"
        case .bool(let value): return "\(value)"
        case .integer(let value): return "\(value)"
        case .bigInteger: return "big \(scalar.text)"
        case .double(let value): return "double \(value)"
        case .string: return quoted(scalar.text)
        }
    case .sequence(let elements):
        return "[" + elements.map { meaning($0) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
        return "{" + entries.map { quoted($0.keyText) + ": " + meaning($0.value) }.joined(separator: ", ")
            + "}"
    }
}

private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        default:
            if scalar.value < 0x20 || (0x7F..<0xA1).contains(scalar.value) {
                result += "\\{" + String(scalar.value, radix: 16) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }
    return result + "\""
}

/// Parses a text.
func parsed(_ text: String, limits: Limits = .default) -> ParseResult {
    parse(Array(text.utf8), limits: limits)
}

/// What problems a text has, each as `line:column rule`.
func findings(_ bytes: [UInt8], limits: Limits = .default) -> [String] {
    parse(bytes, limits: limits).problems.map { "\($0.position.line):\($0.position.column) \($0.rule)" }
}
