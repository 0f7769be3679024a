/// A text with places marked in it by keycap digits (`1️⃣`), which are not part of the text.
struct MarkedText {
    /// The text without the marks.
    var bytes: [UInt8] = []
    /// By digit, the line and column (both from 1, columns in bytes) of what stands behind the mark.
    var places: [Int: Place] = [:]

    struct Place: Hashable, CustomStringConvertible {
        var line: Int
        var column: Int
        var description: String { "\(line):\(column)" }
    }

    init(_ marked: String) {
        let keycap: [UInt8] = [0xEF, 0xB8, 0x8F, 0xE2, 0x83, 0xA3]
        let source = Array(marked.utf8)
        var index = 0
        var line = 1
        var lineStart = 0
        while index < source.count {
            let byte = source[index]
            if source.dropFirst(index + 1).starts(with: keycap) {
                places[Int(byte) - 0x30] = Place(line: line, column: bytes.count - lineStart + 1)
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
}
