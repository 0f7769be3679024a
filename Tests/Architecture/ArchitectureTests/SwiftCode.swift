/// The code of a Swift file: its text without comments and without the text of strings, line by line as it was.
///
/// What is interpolated into a string is code and stays.
struct SwiftCode {
    /// The code.
    var text: String { String(decoding: code, as: UTF8.self) }

    private let bytes: [UInt8]
    private var code: [UInt8] = []
    private var index = 0

    /// Reads the code of a file's text.
    init(of text: String) {
        bytes = Array(text.utf8)
        code.reserveCapacity(bytes.count)
        readCode(isInterpolated: false)
    }

    private func isNext(_ mark: StaticString, at place: Int? = nil) -> Bool {
        let place = place ?? index
        guard place + mark.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<mark.utf8CodeUnitCount where bytes[place + offset] != mark.utf8Start[offset] {
            return false
        }
        return true
    }

    /// Reads to the end, or to the parenthesis that ends an interpolation.
    private mutating func readCode(isInterpolated: Bool) {
        var depth = 0
        while index < bytes.count {
            let byte = bytes[index]
            if isNext("//") {
                while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            } else if isNext("/*") {
                skipComment()
            } else if byte == 0x22 {
                readString()
            } else {
                if byte == 0x28 { depth += 1 }
                if byte == 0x29 {
                    depth -= 1
                    if isInterpolated, depth < 0 { return }
                }
                code.append(byte)
                index += 1
            }
        }
    }

    private mutating func skipComment() {
        var depth = 0
        repeat {
            if isNext("/*") {
                depth += 1
                index += 2
            } else if isNext("*/") {
                depth -= 1
                index += 2
            } else {
                if bytes[index] == 0x0A { code.append(0x0A) }
                index += 1
            }
        } while depth > 0 && index < bytes.count
    }

    /// Reads a string of one or many lines; one that begins with `#` ends with as many of them, and so does what escapes in it.
    private mutating func readString() {
        var signs = 0
        while code.last == 0x23 {
            code.removeLast()
            signs += 1
        }
        let isLong = isNext("\"\"\"")
        let quotes = isLong ? 3 : 1
        index += quotes
        code.append(0x22)
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x5C, hasSigns(signs, at: index + 1) {
                index += 1 + signs
                if index < bytes.count, bytes[index] == 0x28 {
                    index += 1
                    code.append(0x20)
                    readCode(isInterpolated: true)
                    code.append(0x20)
                }
                if index < bytes.count, bytes[index] == 0x0A { code.append(0x0A) }
                index += 1
            } else if isLong ? isNext("\"\"\"") : byte == 0x22, hasSigns(signs, at: index + quotes) {
                index += quotes + signs
                break
            } else {
                if byte == 0x0A { code.append(0x0A) }
                index += 1
            }
        }
        code.append(0x22)
    }

    private func hasSigns(_ count: Int, at place: Int) -> Bool {
        place + count <= bytes.count && bytes[place..<place + count].allSatisfy { $0 == 0x23 }
    }
}
