/// A text with places marked in it by keycap digits (`1️⃣`), which are not part of the text.
package struct MarkedText {
    /// The text without the marks, in UTF-8.
    package private(set) var bytes: [UInt8] = []
    /// For each mark, the place of what follows it.
    package private(set) var places: [Character: Place] = [:]

    /// A line and a column, both from 1; columns in UTF-8 bytes.
    package struct Place: Hashable, CustomStringConvertible {
        package var line: Int
        package var column: Int
        package var description: String { "\(line):\(column)" }
    }

    /// Takes the marks out of a text.
    package init(_ marked: String) {
        let keycap = Array("\u{FE0F}\u{20E3}".utf8)
        let source = Array(marked.utf8)
        var index = 0
        var line = 1
        var lineStart = 0
        while index < source.count {
            let byte = source[index]
            if source.dropFirst(index + 1).starts(with: keycap) {
                let mark = Character(String(decoding: [byte] + keycap, as: UTF8.self))
                places[mark] = Place(line: line, column: bytes.count - lineStart + 1)
                index += 1 + keycap.count
                continue
            }
            bytes.append(byte)
            if byte == 0x0A {
                line += 1
                lineStart = bytes.count
            }
            index += 1
        }
    }

    /// The text without the marks.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The place of the mark with this digit.
    package subscript(digit: Int) -> Place? { places[Character("\(digit)\u{FE0F}\u{20E3}")] }
}
