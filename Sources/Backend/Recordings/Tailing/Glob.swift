/// A pattern in which `*` is anything, `?` one character, and all else itself.
package struct Glob: Sendable, Equatable {
    private let scalars: [Unicode.Scalar]

    /// A pattern; any text is one.
    package init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// Whether the whole of a text matches. At most as many steps as the two lengths multiplied.
    package func matches(_ text: String) -> Bool {
        let text = Array(text.unicodeScalars)
        var index = 0
        var position = 0
        // Where the last star stands, and how much of the text it has taken so far.
        var star: (pattern: Int, text: Int)?
        while index < text.count {
            if position < scalars.count, scalars[position] == "*" {
                star = (position, index)
                position += 1
            } else if position < scalars.count, scalars[position] == "?" || scalars[position] == text[index] {
                position += 1
                index += 1
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                position = last.pattern + 1
                index = last.text + 1
            } else {
                return false
            }
        }
        return scalars[position...].allSatisfy { $0 == "*" }
    }
}
