/// A description in its parts: paragraphs, and code between backticks.
package enum Prose {
    /// A part of a paragraph that is text, or code.
    package struct Part: Equatable, Sendable {
        /// Its text, of code without the backticks.
        package var text: String
        /// Whether it is code.
        package var isCode: Bool
    }

    /// The blocks between empty lines, each on one line.
    package static func paragraphs(_ text: String) -> [String] {
        let visible = VisibleText.of(text)
        guard visible.utf8.contains(0x0A) else { return visible.isEmpty ? [] : [visible] }
        var blocks: [[Substring]] = [[]]
        for line in visible.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.allSatisfy({ $0 == " " }) {
                if !blocks[blocks.count - 1].isEmpty { blocks.append([]) }
            } else {
                blocks[blocks.count - 1].append(line)
            }
        }
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }

    /// Text and code in turn. A backtick without a partner stays a backtick.
    package static func parts(_ text: String) -> [Part] {
        guard text.utf8.contains(0x60) else { return [Part(text: text, isCode: false)] }
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
        var parts: [Part] = []
        for (index, piece) in pieces.enumerated() {
            let isCode = index % 2 == 1 && index < pieces.count - 1
            if index % 2 == 1, !isCode {
                parts.append(Part(text: "`" + piece, isCode: false))
            } else if isCode, piece.isEmpty {
                parts.append(Part(text: "``", isCode: false))
            } else if !piece.isEmpty {
                parts.append(Part(text: String(piece), isCode: isCode))
            }
        }
        return parts
    }

    /// The first sentence, for lists: up to a full stop before a space or the end.
    package static func summary(_ text: String) -> String {
        let line = VisibleText.oneLine(text)
        var previousIsStop = false
        for index in line.indices {
            if line[index] == " ", previousIsStop { return String(line[..<index]) }
            previousIsStop = line[index] == "."
        }
        return line
    }
}
