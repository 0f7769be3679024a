/// Texts over several lines, as block scalars (YAML 1.2.2, section 8.1).
enum BlockText {
    /// The header, such as `>-`, and the lines under it without their indentation; nil when the text cannot be written so.
    ///
    /// - Parameters:
    ///   - isFolded: whether lines may be broken between words.
    ///   - width: the characters that a line should have at most.
    static func lines(_ text: String, isFolded: Bool, width: Int) -> (header: String, lines: [String])? {
        var paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // One line feed at the end is what a block scalar has by itself; more would hang in the air.
        let endsLine = paragraphs.count > 1 && paragraphs.last == ""
        if endsLine { paragraphs.removeLast() }
        guard let first = paragraphs.first, let last = paragraphs.last, !first.isEmpty, !last.isEmpty,
            paragraphs.allSatisfy(isFit), !isWhite(first)
        else { return nil }
        let chomping = endsLine ? "" : "-"
        guard isFolded else { return ("|" + chomping, paragraphs) }
        guard !paragraphs.contains(where: isWhite) else { return nil }
        var lines: [String] = []
        for (index, paragraph) in paragraphs.enumerated() {
            // A line feed is written as a blank line, and each further one as one more.
            if index > 0, !paragraph.isEmpty, paragraphs[index - 1].isEmpty == false { lines.append("") }
            if paragraph.isEmpty {
                if paragraphs[index - 1].isEmpty == false { lines.append("") }
                lines.append("")
            } else {
                lines += wrapped(paragraph, width: width)
            }
        }
        return (">" + chomping, lines)
    }

    /// Whether a line can stand in a block scalar: all can be seen, and no white space at its end would be lost on the way.
    private static func isFit(_ line: String) -> Bool {
        !line.utf8.contains(0x09) && line.utf8.last != 0x20 && ScalarText.isPrintable(line)
    }

    private static func isWhite(_ line: String) -> Bool { line.utf8.first == 0x20 }

    /// Words filled into lines. Only single spaces are broken at, for folding gives back just one.
    private static func wrapped(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var length = 0
        var word = ""
        func isSpace(_ index: String.UnicodeScalarView.Index) -> Bool { text.unicodeScalars[index] == " " }
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        func flush() {
            let count = word.unicodeScalars.count
            if length > 0, length + 1 + count > width {
                lines.append(line)
                (line, length) = (word, count)
            } else {
                line += (length > 0 ? " " : "") + word
                length += count + (length > 0 ? 1 : 0)
            }
            word = ""
        }
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            let isBreak =
                isSpace(index) && !word.isEmpty && word.utf8.last != 0x20 && next < scalars.endIndex
                && !isSpace(next)
            if isBreak { flush() } else { word.unicodeScalars.append(scalars[index]) }
            index = next
        }
        flush()
        lines.append(line)
        return lines
    }
}
