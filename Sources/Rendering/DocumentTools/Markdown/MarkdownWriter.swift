/// A Markdown document under construction (CommonMark with GitHub's tables).
///
/// Texts that are not this program's own go through ``text(_:)``, ``code(_:)`` or ``fence(_:language:)``, so that none of them
/// becomes markup, a link or HTML.
package struct MarkdownWriter {
    /// What was written.
    package private(set) var document: String

    /// A document with a comment and its first heading.
    ///
    /// - Parameter comment: what the comment says. A `--` would end it, and gets a space.
    package init(comment: String, title: String) {
        document = "<!-- " + comment.replacing("--", with: "- -") + " -->\n\n# " + Self.text(title) + "\n"
    }

    /// A part of another document, such as a comment on a pull request. It is empty.
    package init() { document = "" }

    /// Markdown of this program as it is.
    package mutating func put(_ markdown: String) { document += markdown }

    /// A line of Markdown of this program, or parts that are escaped already.
    package mutating func line(_ markdown: String = "") {
        document += markdown
        document += "\n"
    }

    /// A heading with an empty line on both sides.
    package mutating func heading(_ level: Int, _ markdown: String) {
        document += "\n" + String(repeating: "#", count: level) + " " + markdown + "\n\n"
    }

    /// The paragraphs of a description.
    package mutating func prose(_ text: String) {
        for paragraph in Prose.paragraphs(text) { document += Self.inline(paragraph) + "\n\n" }
    }

    /// A block of code.
    package mutating func fence(_ code: String, language: String) {
        let marks = String(repeating: "`", count: max(3, Self.longestRun(in: code) + 1))
        document += marks + language + "\n" + code + (code.hasSuffix("\n") ? "" : "\n") + marks + "\n"
    }

    /// The head of a table.
    package mutating func tableHead(_ titles: String...) {
        line("| " + titles.joined(separator: " | ") + " |")
        line("|" + String(repeating: "---|", count: titles.count))
    }

    /// A row of a table. Cells are Markdown. A vertical bar in a cell gets a backslash, which is removed before the cell is read
    /// (GitHub Flavored Markdown, section 4.10).
    package mutating func row(_ cells: String...) {
        line(
            "| "
                + cells.map {
                    $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
                }.joined(separator: " | ") + " |")
    }

    /// Text on one line that shows as it is, wherever it is put.
    ///
    /// A character that might begin markup, a link, a mention or HTML gets a backslash (CommonMark 0.31, section 2.4). One that
    /// cannot, such as `_` inside of a word, gets none, so that the source stays readable.
    package static func text(_ value: String) -> String {
        let scalars = Array(VisibleText.oneLine(value).unicodeScalars)
        let digits = scalars.prefix(while: isDigit).count
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            // A number with a mark after it begins a list.
            let endsNumber = digits > 0 && index == digits && (scalar == "." || scalar == ")")
            if endsNumber || needsEscape(scalar, at: index, in: scalars) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// Text in a code span.
    package static func code(_ value: String) -> String {
        let text = VisibleText.oneLine(value)
        let marks = String(repeating: "`", count: longestRun(in: text) + 1)
        // A space on both sides separates a backtick at an end from the marks. Renderers remove both spaces.
        let padding = text.hasPrefix("`") || text.hasSuffix("`") || text.isEmpty ? " " : ""
        return marks + padding + text + padding + marks
    }

    /// Prose on one line, with its code between backticks.
    package static func inline(_ value: String) -> String {
        Prose.parts(VisibleText.oneLine(value)).map { $0.isCode ? code($0.text) : text($0.text) }.joined()
    }

    private static func needsEscape(_ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar])
        -> Bool
    {
        switch scalar {
        case "\\", "`", "*", "[", "]", "<", ">", "~", "&", "#", "@", "$", "!": return true
        case "_":
            return
                !(index > 0 && isWord(scalars[index - 1]) && index + 1 < scalars.count
                && isWord(scalars[index + 1]))
        // Links by themselves: `https://…` and `www.…`; e-mail addresses are broken by their `@`.
        case ":": return index + 1 < scalars.count && scalars[index + 1] == "/"
        case ".":
            return index >= 3 && scalars[index - 3..<index].allSatisfy { $0 == "w" || $0 == "W" }
        // Marks of lists, headings and rules, at the beginning only.
        case "-", "+", "=": return index == 0
        default: return false
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || isDigit(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x30 && scalar.value <= 0x39
    }

    private static func longestRun(in text: String) -> Int {
        var longest = 0
        var current = 0
        for byte in text.utf8 {
            current = byte == UInt8(ascii: "`") ? current + 1 : 0
            longest = max(longest, current)
        }
        return longest
    }
}
