import Foundation

/// What the architecture tests see of a Swift file: its imports, the types it declares, and the words it uses that may name types.
///
/// NOTE: A word says that a type is meant only if it begins with a capital letter. A reference to a free function, or to a member that
/// another folder adds to a type, is not seen, and neither is a type within a type.
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
    /// The folders below the target that the file is in, such as `Site/Pages`; `.` for a file of the target's own folder.
    let folder: String
    /// The modules it imports.
    let imports: Set<String>
    let declarations: [Declaration]
    /// Every word that begins with a capital letter, outside of comments and of the text of strings.
    let words: Set<String>

    /// Reads the text of a file.
    ///
    /// - Parameter path: the path below the target's folder.
    init(path: String, text: String) {
        let parts = path.split(separator: "/")
        name = String(parts.last!.dropLast(".swift".count))
        folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
        let code = SwiftCode(of: text).text
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

    /// The words of a line, without its attributes.
    private static func words(of line: Substring) -> ArraySlice<Substring> {
        var words: [Substring] = []
        var rest = line[...]
        while let first = rest.first {
            if first == "@" {
                rest = rest.dropFirst().drop { $0.isLetter || $0 == "_" }
                if rest.first == "(" { rest = rest.drop { $0 != ")" }.dropFirst() }
            } else if first.isLetter || first == "_" {
                let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
                words.append(word)
                rest = rest.dropFirst(word.count)
            } else {
                rest = rest.dropFirst()
            }
        }
        return words[...]
    }

    /// The module that a line imports.
    private static func imported(_ line: Substring) -> String? {
        guard line.contains("import ") else { return nil }
        let words = words(of: line).drop { modifiers.contains($0) }
        guard words.first == "import", words.count > 1 else { return nil }
        // A single declaration is imported as `import struct Module.Name`.
        return words.last.map { String($0.prefix { $0 != "." }) }
    }

    /// The types outside of all braces. Inside `#if` they are indented and count all the same.
    private static func declarations(in lines: [Substring]) -> [Declaration] {
        var found: [Declaration] = []
        var depth = 0
        var open: (name: String, start: Int, isPrivate: Bool)?
        for (index, line) in lines.enumerated() {
            if depth == 0, open == nil {
                var words = words(of: line)
                var isPrivate = false
                while let word = words.first, modifiers.contains(word) {
                    isPrivate = isPrivate || word == "private" || word == "fileprivate"
                    words.removeFirst()
                }
                if let keyword = words.popFirst(), keywords.contains(keyword), let name = words.first {
                    open = (String(name), index, isPrivate)
                }
            }
            for byte in line.utf8 { depth += byte == 0x7B ? 1 : byte == 0x7D ? -1 : 0 }
            // A declaration may go on for some lines before its brace, and a type alias has none.
            if depth == 0, let type = open, line.utf8.contains(0x7D) || line.contains("typealias ") {
                found.append(
                    Declaration(name: type.name, lineCount: index - type.start + 1, isPrivate: type.isPrivate)
                )
                open = nil
            }
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
}
