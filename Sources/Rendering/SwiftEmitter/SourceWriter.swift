/// Swift text under construction.
///
/// Whatever comes from a catalog goes through ``literal(_:)`` or ``documentation(_:indent:)``: it can neither end the
/// literal or the comment it stands in, nor show the reader anything but what the compiler reads.
///
/// NOTE: It appends to one `String` with room reserved, because the tool runs unoptimised in its users' debug builds and there
/// the standard library's own, optimised, string code is by far the quickest.
struct SourceWriter {
    /// The columns that a line should keep to, as the formatter of this project has it.
    static let lineLength = 110

    /// What was written.
    private(set) var text = ""

    /// An empty text with room for `capacity` bytes.
    init(capacity: Int) {
        text.reserveCapacity(capacity)
    }

    /// Writes Swift as it is.
    mutating func put(_ swift: String) {
        text += swift
    }

    /// Writes a line of Swift as it is.
    mutating func line(_ swift: String = "") {
        text += swift
        text += "\n"
    }

    /// Writes text from a catalog as a string literal, with its quotes.
    mutating func literal(_ value: String) {
        text += "\""
        text += EscapedText.literal(value)
        text += "\""
    }

    /// Writes text from a catalog as documentation lines, wrapped between words.
    mutating func documentation(_ value: String, indent: String = "") {
        for line in EscapedText.lines(value, width: Self.lineLength - indent.utf8.count - 4) {
            text += indent
            text += line.isEmpty ? "///" : "/// "
            text += line
            text += "\n"
        }
    }

    /// Writes text from a catalog as what the documentation of a function says of one parameter, below `- Parameters:`. All lines
    /// belong to the item of a list, whatever is in the text.
    mutating func documentation(parameter name: String, _ value: String, indent: String) {
        var lead = "///   - "
        let width = Self.lineLength - indent.utf8.count - lead.utf8.count
        for line in EscapedText.lines(name + ": " + value, width: width) {
            text += indent
            if line.isEmpty {
                text += "///"
            } else {
                text += lead
                text += line
            }
            text += "\n"
            lead = "///     "
        }
    }

    /// Writes `head`, `items` with commas between them, and `tail`: on one line if that fits, otherwise filling as many lines as
    /// it takes, indented once more than `indent`.
    ///
    /// - Parameter closesOnOwnLine: whether `tail` stands on a line of its own then, as behind the parameters of a declaration.
    mutating func list(
        _ head: String, _ items: [String], _ tail: String, indent: String, closesOnOwnLine: Bool
    ) {
        var width = indent.utf8.count + head.utf8.count + tail.utf8.count
        for item in items { width += item.utf8.count + 2 }
        text += indent
        text += head
        if width - 2 <= Self.lineLength || items.isEmpty {
            var isFirst = true
            for item in items {
                if !isFirst { text += ", " }
                isFirst = false
                text += item
            }
        } else {
            fill(items, indent: indent, tailWidth: closesOnOwnLine ? 0 : tail.utf8.count)
            if closesOnOwnLine {
                text += "\n"
                text += indent
            }
        }
        text += tail
        text += "\n"
    }

    private mutating func fill(_ items: [String], indent: String, tailWidth: Int) {
        var column = Int.max / 2
        var isFirst = true
        for item in items {
            if !isFirst { text += "," }
            let width = item.utf8.count
            if column + width + 2 + tailWidth > Self.lineLength {
                text += "\n    "
                text += indent
                column = indent.utf8.count + 4
            } else {
                text += " "
                column += 1
            }
            text += item
            column += width + 1
            isFirst = false
        }
    }
}
