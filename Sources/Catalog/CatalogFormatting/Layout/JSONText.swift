import YAMLLite

/// A catalog file in JSON (RFC 8259): recognised, and written with two spaces of indentation.
enum JSONText {
    /// Whether a document that YAML accepts is JSON too.
    static func isJSON(_ root: Node, _ bytes: [UInt8]) -> Bool {
        var reader = Reader(bytes: bytes)
        return reader.value() && reader.isAtEnd
    }

    /// The canonical form: lists of scalars on one line where they fit, everything else on a line each.
    static func write(_ root: Node, _ bytes: [UInt8]) -> String {
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

    /// Reads JSON and keeps nothing. What it reads was accepted as YAML, so it is no deeper than that allows.
    private struct Reader {
        let bytes: [UInt8]
        var index = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
            skipWhite()
        }

        var isAtEnd: Bool { index == bytes.count }

        private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

        private mutating func skipWhite() {
            while next == 0x20 || next == 0x09 || next == 0x0A || next == 0x0D { index += 1 }
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            guard next == byte else { return false }
            index += 1
            skipWhite()
            return true
        }

        /// Reads a value and the white space behind it; false when there is none.
        mutating func value() -> Bool {
            defer { skipWhite() }
            switch next {
            case UInt8(ascii: "{"):
                return list(UInt8(ascii: "}")) { $0.string() && $0.take(0x3A) && $0.value() }
            case UInt8(ascii: "["): return list(UInt8(ascii: "]")) { $0.value() }
            case UInt8(ascii: "\""): return string()
            case UInt8(ascii: "t"): return word("true")
            case UInt8(ascii: "f"): return word("false")
            case UInt8(ascii: "n"): return word("null")
            default: return number()
            }
        }

        private mutating func list(_ close: UInt8, _ item: (inout Reader) -> Bool) -> Bool {
            index += 1
            skipWhite()
            if take(close) { return true }
            repeat {
                guard item(&self) else { return false }
                skipWhite()
            } while take(0x2C)
            return take(close)
        }

        private mutating func string() -> Bool {
            guard next == 0x22 else { return false }
            index += 1
            while index < bytes.count, bytes[index] != 0x22 {
                if bytes[index] < 0x20 { return false }
                if bytes[index] == 0x5C {
                    guard index + 1 < bytes.count, "\"\\/bfnrtu".utf8.contains(bytes[index + 1]) else {
                        return false
                    }
                    index += 1
                }
                index += 1
            }
            guard index < bytes.count else { return false }
            index += 1
            skipWhite()
            return true
        }

        private mutating func word(_ word: String) -> Bool {
            guard bytes[index...].starts(with: word.utf8) else { return false }
            index += word.utf8.count
            return true
        }

        private mutating func digits() -> Bool {
            let start = index
            while next >= 0x30, next <= 0x39 { index += 1 }
            return index > start
        }

        /// Section 6; that there are no leading zeros YAML has seen to.
        private mutating func number() -> Bool {
            if next == 0x2D { index += 1 }
            guard digits() else { return false }
            if next == 0x2E {
                index += 1
                guard digits() else { return false }
            }
            if next | 0x20 == 0x65 {
                index += 1
                if next == 0x2B || next == 0x2D { index += 1 }
                guard digits() else { return false }
            }
            return true
        }
    }
}
