extension Parser {
    /// What the `|` or `>` line says.
    private struct Header {
        var isFolded = false
        /// Spaces beyond the parent's, if given.
        var explicitIndent = 0
        /// `-`, `+`, or zero.
        var chomping: UInt8 = 0
    }

    /// Reads the block scalar at ``at`` (YAML 1.2.2, section 8.1) and goes on to the next content.
    mutating func blockScalar(parent: Int, context: Context) -> Node? {
        let place = position(at)
        guard let header = blockScalarHeader(context) else { return nil }
        let length = at - place.offset
        skipToLineEnd()
        var hasNext = nextLine()
        var blanks = 0
        var level = parent + header.explicitIndent
        if header.explicitIndent == 0 {
            level = findLevel(place, length, blanks: &blanks, hasNext: &hasNext)
            if level < 0 { return nil }
            if level <= parent { return finishBlockScalar(header, place, length, 0, lineEnds: blanks) }
        }

        var count = 0
        var hasText = false
        var wasSpaced = false
        while hasNext {
            while text[at] == Byte.space, at - lineStart < level { at += 1 }
            let byte = text[at]
            if byte == 0 { break }
            if isLineEnd(byte) {
                blanks += 1
                hasNext = nextLine()
                continue
            }
            if at - lineStart < level {
                guard byte != Byte.tab else {
                    reportTabIndentation()
                    return nil
                }
                break
            }
            let isSpaced = byte == Byte.space || byte == Byte.tab
            if !hasText {
                if isSpaced, !hasTextBehindWhite() { return nil }
                count = lineFeeds(blanks, to: count)
            } else if header.isFolded, !isSpaced, !wasSpaced {
                count = fold(blanks, to: count)
            } else {
                count = lineFeeds(blanks + 1, to: count)
            }
            blanks = 0
            hasText = true
            wasSpaced = isSpaced
            let begin = at
            skipToLineEnd()
            count = copy(begin, at, to: count)
            hasNext = nextLine()
            if !hasNext, header.chomping != Byte.minus {
                reportMissingNewline()
                return nil
            }
        }
        return finishBlockScalar(
            header, place, length, count, lineEnds: hasText ? blanks + 1 : blanks, hasText: hasText)
    }

    /// Without an indicator, the first line with content says how deep the text is. Counts the blank lines before it and
    /// goes to its beginning; -1 after reporting a problem, 0 when there is no such line.
    private mutating func findLevel(
        _ place: Position, _ length: Int, blanks: inout Int, hasNext: inout Bool
    ) -> Int {
        var hasSpaces = false
        while hasNext {
            skipSpaces()
            let byte = text[at]
            if byte == 0 || !isLineEnd(byte) { break }
            if at > lineStart { hasSpaces = true }
            blanks += 1
            hasNext = nextLine()
        }
        if hasNext, text[at] == Byte.tab {
            reportTabIndentation()
            return -1
        }
        if hasSpaces {
            report(
                .blockScalarIndentation, "a blank line before a block scalar's text has spaces", at: place,
                length: length, hint: "remove them: parsers disagree about what they mean")
            return -1
        }
        guard hasNext, text[at] != 0 else { return 0 }
        let level = at - lineStart
        at = lineStart
        return level
    }

    /// Whether the first line of text is more than white space; reports it if not.
    private mutating func hasTextBehindWhite() -> Bool {
        let begin = at
        skipWhite()
        guard isLineEnd(text[at]) else {
            at = begin
            return true
        }
        report(
            .blockScalarIndentation, "a block scalar's first line of text is nothing but white space",
            at: begin,
            length: at - begin, hint: "remove it: parsers disagree about what it means")
        return false
    }

    /// Chomps the final line feeds (section 8.1.1.2) and goes on to the next content.
    private mutating func finishBlockScalar(
        _ header: Header, _ place: Position, _ length: Int, _ count: Int, lineEnds: Int,
        hasText: Bool = false
    ) -> Node? {
        var count = count
        if header.chomping == Byte.plus {
            if text[at] == 0, at > lineStart || !endsWithLineFeed {
                reportMissingNewline()
                return nil
            }
            count = lineFeeds(lineEnds, to: count)
        } else if header.chomping == 0, hasText {
            count = lineFeeds(1, to: count)
        }
        let scalar = textScalar(scratch, count, header.isFolded ? .folded : .literal)
        if text[at] == 0 {
            indent = -1
        } else {
            at = lineStart
            skipToContent()
        }
        return Node(content: .scalar(scalar), start: place, length: length)
    }

    private var endsWithLineFeed: Bool { end > 0 && text[end - 1] == Byte.lineFeed }

    private mutating func reportMissingNewline() {
        report(
            .missingFinalNewline, "the file ends within a block scalar, and not with the end of a line",
            at: at,
            hint: "end the last line, or write '|-' or '>-'")
    }

    private mutating func reportTabIndentation() {
        report(
            .tabIndentation, "a tab where the line's indentation is", at: at,
            hint: "indent with spaces only; say the indentation if the text begins with a tab: '|2'")
    }

    /// Reads `|` or `>` and its indicators, and checks what stands behind them.
    private mutating func blockScalarHeader(_ context: Context) -> Header? {
        var header = Header()
        let start = at
        header.isFolded = text[at] == Byte.greater
        at += 1
        while true {
            let byte = text[at]
            if byte == Byte.minus || byte == Byte.plus, header.chomping == 0 {
                header.chomping = byte
            } else if byte > 0x30, byte <= 0x39, header.explicitIndent == 0 {
                header.explicitIndent = Int(byte - 0x30)
            } else {
                break
            }
            at += 1
        }
        let behind = at
        skipSpaces()
        let isComment = text[at] == Byte.hash && at > behind
        if !isLineEnd(text[at]), !isComment {
            if text[at] == Byte.tab {
                reportTab()
            } else {
                report(
                    .blockScalarHeader, "expected the end of the line after '\(excerpt(start, behind))'",
                    at: at,
                    length: restOfLine(),
                    hint: "indicators are a digit from 1 to 9 and '-' or '+'; quote the value if it is text")
            }
            return nil
        }
        if context == .lineStart {
            // Some parsers take the column of the indicator for the least indentation of the text.
            report(
                .blockScalarHeader, "'\(excerpt(start, behind))' stands on a line of its own", at: start,
                length: behind - start, hint: "write it behind its key or '-'")
            return nil
        }
        at = behind
        return header
    }
}
