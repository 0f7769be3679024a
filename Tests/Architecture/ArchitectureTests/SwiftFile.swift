import Foundation

/// What the architecture tests see of a Swift file: its imports, the types it declares, and the words it uses that may name types.
struct SwiftFile {
    /// A type that the file declares outside of any other.
    struct Declaration: Equatable {
        let name: String
        /// From the line of its name to that of its closing brace.
        let lineCount: Int
        let isPrivate: Bool
    }

    /// The file's name without its extension.
    let name: String
    /// The folder directly below the target that the file is in, or below; `.` for a file of the target's own folder.
    let folder: String
    /// The modules it imports.
    let imports: Set<String>
    let declarations: [Declaration]
    /// Every word that begins with a capital letter, outside of comments and strings.
    let words: Set<String>

    /// Reads the text of a file.
    ///
    /// - Parameter path: the path below the target's folder.
    init(path: String, text: String) {
        let parts = path.split(separator: "/")
        name = String(parts.last!.dropLast(".swift".count))
        folder = parts.count > 1 ? String(parts[0]) : "."
        let code = SwiftFile.withoutCommentsAndStrings(text)
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        imports = Set(lines.compactMap(SwiftFile.imported))
        declarations = SwiftFile.declarations(in: lines)
        words = SwiftFile.capitalizedWords(in: code)
    }

    private static let keywords: Set<Substring> = [
        "struct", "class", "enum", "actor", "protocol", "typealias",
    ]
    private static let modifiers: Set<Substring> = [
        "public", "internal", "package", "private", "fileprivate", "open", "final", "indirect", "nonisolated",
    ]

    /// The module that a line imports.
    private static func imported(_ line: Substring) -> String? {
        let words = line.split(separator: " ").filter { !$0.hasPrefix("@") && !modifiers.contains($0) }
        guard words.first == "import", words.count > 1 else { return nil }
        // A single declaration is imported as `import struct Module.Name`.
        return words.last.map { String($0.prefix { $0 != "." }) }
    }

    private static func declarations(in lines: [Substring]) -> [Declaration] {
        var found: [Declaration] = []
        for (index, line) in lines.enumerated() where line.first?.isWhitespace == false {
            var words = line.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@") }
            )[...]
            var isPrivate = false
            while let word = words.first, modifiers.contains(word) || word.hasPrefix("@") {
                isPrivate = isPrivate || word == "private" || word == "fileprivate"
                words.removeFirst()
            }
            guard let keyword = words.popFirst(), keywords.contains(keyword), let name = words.first else {
                continue
            }
            var end = index
            if !line.hasSuffix("}"), keyword != "typealias" {
                while end + 1 < lines.count, lines[end] != "}" { end += 1 }
            }
            found.append(Declaration(name: String(name), lineCount: end - index + 1, isPrivate: isPrivate))
        }
        return found
    }

    private static func capitalizedWords(in code: String) -> Set<String> {
        var words: Set<String> = []
        let bytes = Array(code.utf8)
        var index = 0
        while index < bytes.count {
            guard isWord(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < bytes.count, isWord(bytes[index]) { index += 1 }
            if bytes[start] >= 0x41, bytes[start] <= 0x5A {
                words.insert(String(decoding: bytes[start..<index], as: UTF8.self))
            }
        }
        return words
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
            || byte == 0x5F || byte >= 0x80
    }

    /// The text without comments and without what is between quotes, the lines as they were.
    static func withoutCommentsAndStrings(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var code: [UInt8] = []
        code.reserveCapacity(bytes.count)
        var index = 0
        /// Whether these bytes are next.
        func isNext(_ mark: StaticString, at place: Int) -> Bool {
            guard place + mark.utf8CodeUnitCount <= bytes.count else { return false }
            for offset in 0..<mark.utf8CodeUnitCount where bytes[place + offset] != mark.utf8Start[offset] {
                return false
            }
            return true
        }
        while index < bytes.count {
            if isNext("//", at: index) {
                while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            } else if isNext("/*", at: index) {
                while index < bytes.count, !isNext("*/", at: index) {
                    if bytes[index] == 0x0A { code.append(0x0A) }
                    index += 1
                }
                index += 2
            } else if bytes[index] == 0x22 {
                let isLong = isNext("\"\"\"", at: index)
                // `#"…"#` ends only where the signs follow, and its backslashes are none.
                var signs = 0
                while code.last == 0x23 {
                    code.removeLast()
                    signs += 1
                }
                index += isLong ? 3 : 1
                while index < bytes.count {
                    if signs == 0, bytes[index] == 0x5C {
                        index += 2
                    } else if isLong ? isNext("\"\"\"", at: index) : bytes[index] == 0x22,
                        (0..<signs).allSatisfy({
                            index + (isLong ? 3 : 1) + $0 < bytes.count
                                && bytes[index + (isLong ? 3 : 1) + $0] == 0x23
                        })
                    {
                        break
                    } else if !isLong, bytes[index] == 0x0A {
                        break
                    } else {
                        if bytes[index] == 0x0A { code.append(0x0A) }
                        index += 1
                    }
                }
                index += (isLong ? 3 : 1) + signs
                code += [0x22, 0x22]
            } else {
                code.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: code, as: UTF8.self)
    }
}
