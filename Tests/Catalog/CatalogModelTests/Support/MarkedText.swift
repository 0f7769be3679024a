/// A text with marks such as 1️⃣ in it, taken out, and the places where they were.
struct MarkedText {
    /// The text without marks.
    var text = ""
    /// The line and the column, both from 1, of each mark; columns in UTF-8 bytes.
    var places: [Character: (line: Int, column: Int)] = [:]

    /// Takes the marks out of a text.
    init(_ marked: String) {
        var line = 1
        var column = 1
        for character in marked {
            if character.unicodeScalars.count == 3, character.unicodeScalars.last == "\u{20E3}" {
                places[character] = (line, column)
                continue
            }
            text.append(character)
            if character == "\n" {
                line += 1
                column = 1
            } else {
                column += character.utf8.count
            }
        }
    }
}
