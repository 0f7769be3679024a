import YAMLLite

/// A catalog file in JSON (RFC 8259), written with two spaces of indentation.
enum JSONText {
    /// The canonical form: lists of scalars on one line where they fit, everything else on a line each.
    static func write(_ root: Node) -> String {
        var text = ""
        write(root, .document, to: &text, indent: 0)
        return text + "\n"
    }

    private static func write(_ node: Node, _ place: Place, to text: inout String, indent: Int) {
        let line = "\n" + String(repeating: " ", count: indent + 2)
        switch node.content {
        case .scalar(let scalar): text += self.text(of: scalar)
        case .sequence(let elements):
            let scalars = elements.compactMap(\.scalar)
            let short = "[" + scalars.map(self.text).joined(separator: ", ") + "]"
            if scalars.count == elements.count, indent + short.unicodeScalars.count <= CanonicalForm.width {
                text += short
                return
            }
            for (number, element) in elements.enumerated() {
                text += (number == 0 ? "[" : ",") + line
                write(element, place.element, to: &text, indent: indent + 2)
            }
            text += "\n" + String(repeating: " ", count: indent) + "]"
        case .mapping(let entries):
            if entries.isEmpty {
                text += "{}"
                return
            }
            for (number, entry) in ordered(entries, place).enumerated() {
                text +=
                    (number == 0 ? "{" : ",") + line + DoubleQuoted.text(entry.keyText, isJSON: true)
                    + ": "
                write(entry.value, place.of(entry.keyText), to: &text, indent: indent + 2)
            }
            text += "\n" + String(repeating: " ", count: indent) + "}"
        }
    }

    private static func ordered(_ entries: [Entry], _ place: Place) -> [Entry] {
        let keys = place.keys
        if keys.isEmpty { return entries }
        let known = keys.compactMap { key in entries.first { $0.keyText == key } }
        return known + entries.filter { !keys.contains($0.keyText) }
    }

    private static func text(of scalar: Scalar) -> String {
        scalar.value == .string ? DoubleQuoted.text(scalar.text, isJSON: true) : scalar.text
    }
}
