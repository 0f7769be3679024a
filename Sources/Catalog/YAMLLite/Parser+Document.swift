extension Parser {
    /// Reads the whole text.
    mutating func document() -> Node? {
        if end >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
            at = 3
            lineStart = 3
        }
        guard skipPreamble() else { return nil }
        let root = blockNode(parent: -1, context: .lineStart)
        guard root != nil, indent >= 0, !isStopped else { return root }
        report(
            .badIndentation, "this line belongs to nothing before it", at: at,
            length: restOfLine(), hint: "a file holds one value: indent its entries alike")
        return root
    }

    /// The number of bytes to the end of the line.
    mutating func restOfLine() -> Int {
        var last = at
        while classes[Int(text[last])] & ByteClass.lineEnd == 0 { last += 1 }
        return last - at
    }

    /// Skips comments, directives (which are reported) and the `---` line; false if nothing else is there.
    private mutating func skipPreamble() -> Bool {
        while true {
            let isStart = atDocumentStart()
            if !isStart { skipToContent() }
            guard isStart || indent >= 0 else { return false }
            if isStart {
                at += 3
                skipSpaces()
                if !isLineEnd(text[at]), text[at] != Byte.hash {
                    if text[at] == Byte.tab {
                        reportTab()
                    } else {
                        report(
                            .documentStart, "something on the line of '---'", at: at, length: restOfLine(),
                            hint: "begin it on the next line")
                    }
                }
                skipToLineEnd()
                advance()
                return indent >= 0
            }
            guard indent == 0, text[at] == Byte.percent else { return true }
            report(
                .directive, "a directive, which is not part of the subset", at: at, length: restOfLine(),
                hint: "remove the line")
            skipToLineEnd()
            guard nextLine() else { return false }
        }
    }

    /// Skips blank lines and comments up to a `---` line, if that is what comes next; else stays where it is.
    private mutating func atDocumentStart() -> Bool {
        let begin = mark
        while true {
            if at == lineStart, text[at] == Byte.minus, isMarker() { return true }
            skipSpaces()
            if text[at] == Byte.hash { skipToLineEnd() }
            guard isLineEnd(text[at]), nextLine() else { break }
        }
        at = begin.at
        line = begin.line
        lineStart = begin.lineStart
        return false
    }
}
