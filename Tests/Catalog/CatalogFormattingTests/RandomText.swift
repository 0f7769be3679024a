import TestSupport

/// Writes YAML of all kinds that the parser accepts: nested collections in both styles, all kinds of scalars, comments and blank
/// lines wherever they may stand.
struct RandomText {
    private var random: SeededGenerator
    private var text = ""
    private var anchors: [String] = []
    /// The comments written so far, each of which is there once.
    private(set) var comments: [String] = []

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// A document whose root is a mapping or a list.
    mutating func document() -> String {
        ownLines(0)
        block(indent: chance(8) ? 2 : 0, depth: 0)
        ownLines(0)
        return text
    }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
    private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

    // MARK: comments

    private mutating func comment() -> String {
        let comment =
            "#\(pick(["", " ", "# "]))c\(comments.count)\(pick([" is: here", "'s [x", ", \"q", " # y"]))."
        comments.append(comment)
        return comment
    }

    private mutating func ownLines(_ indent: Int) {
        while chance(5) {
            if chance(2) { text += "\n" }
            if chance(2) {
                text += String(repeating: " ", count: chance(4) ? number(0..<9) : indent) + comment() + "\n"
            }
        }
    }

    private mutating func endLine() {
        if chance(6) { text += pick([" ", "   "]) + comment() }
        text += "\n"
    }

    // MARK: blocks

    private mutating func block(indent: Int, depth: Int) {
        let spaces = String(repeating: " ", count: indent)
        let isMapping = depth == 0 || !chance(3)
        for position in 0..<number(1..<5) {
            if position > 0 || depth == 0 { ownLines(indent) }
            text += spaces + (isMapping ? key(position) + ":" : "-")
            value(indent: indent, depth: depth, isEntry: isMapping)
        }
    }

    private mutating func key(_ position: Int) -> String {
        let known = [
            "type", "description", "events", "properties", "catalog", "values", "groups", "include",
            "removed",
        ]
        switch number(0..<8) {
        case 0: return "\"k\(position): x\""
        case 1: return "'k\(position)'"
        case 2: return "k\(position) with words"
        case 3, 4: return "\(known[(position * 2 + number(0..<2)) % known.count])"
        default: return "k\(position)"
        }
    }

    private mutating func value(indent: Int, depth: Int, isEntry: Bool) {
        switch number(0..<10) {
        case 0, 1,
            2 where depth < 4:
            endLine()
            let inner = indent + number(1..<5)
            ownLinesIfDeep(inner)
            block(indent: inner, depth: depth + 1)
        case 3, 4:
            text += " "
            flow(indent: indent, depth: depth, canBreak: true)
            endLine()
        case 5: blockScalar(indent: indent)
        case 6: endLine()
        default:
            text += " "
            scalar(inFlow: false)
            endLine()
        }
    }

    private mutating func ownLinesIfDeep(_ indent: Int) {
        if chance(4) { text += String(repeating: " ", count: indent) + comment() + "\n" }
    }

    private mutating func blockScalar(indent: Int) {
        let inner = String(repeating: " ", count: indent + number(1..<4))
        text += " " + pick(["|", ">"]) + pick(["", "-"])
        endLine()
        for line in 0..<number(1..<4) {
            if line > 0, chance(4) { text += "\n" }
            text +=
                inner + (line > 0 && chance(6) ? "  " : "") + words(chance(3) ? 30 : 4)
                + pick(["", " # none", ": x"]) + "\n"
        }
        if chance(4) { text += "\n" }
    }

    // MARK: flow

    private mutating func flow(indent: Int, depth: Int, canBreak: Bool) {
        let isMapping = chance(2)
        text += isMapping ? "{" : "["
        let count = number(0..<4)
        for position in 0..<count {
            gap(indent, canBreak)
            if isMapping { text += "k\(position): " }
            if depth < 4, chance(4) {
                flow(indent: indent, depth: depth + 1, canBreak: canBreak)
            } else {
                scalar(inFlow: true)
            }
            if position + 1 < count || chance(6) { text += chance(5) ? " ," : "," }
        }
        gap(indent, canBreak)
        text += isMapping ? "}" : "]"
    }

    private mutating func gap(_ indent: Int, _ canBreak: Bool) {
        text += " "
        guard canBreak, chance(5) else { return }
        if chance(2) { text += comment() }
        text += "\n"
        if chance(4) { text += String(repeating: " ", count: indent + 3) + comment() + "\n" }
        text += String(repeating: " ", count: indent + number(1..<4))
    }

    // MARK: scalars

    private mutating func words(_ most: Int) -> String {
        (0..<number(1..<most + 1)).map { _ in pick(["a", "word", "the", "Größe", "it's", "x-y", "1st", "😀"]) }
            .joined(separator: " ")
    }

    private mutating func scalar(inFlow: Bool) {
        if !anchors.isEmpty, chance(8) {
            text += "*" + pick(anchors) + " "
            return
        }
        var name: String?
        if chance(12) {
            name = "anchor\(anchors.count)"
            text += "&anchor\(anchors.count) "
        }
        switch number(0..<9) {
        case 0: text += pick(["1", "-2", "0x1F", "1.5", "1e3", "true", "False", "~", "null", ".inf"])
        case 1: text += pick(["no", "yes", "1.0.0", "2027-01-01", "a:b", "a#b", "http://x/y"])
        case 2:
            text += "\"" + words(6) + pick([": ", ", ", " # ", "\\n", "\\u202E", "\\\"", "\\t", ""]) + "\""
        case 3: text += "'" + pick(["", "no", "1", "- a", "[b", "it''s", "a: b", "{c}"]) + "'"
        case 4: text += "'" + words(40).replacing("'", with: "''") + "'"
        default: text += "w" + words(chance(4) ? 40 : 5)
        }
        if let name { anchors.append(name) }
    }
}
