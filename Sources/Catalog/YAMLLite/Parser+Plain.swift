extension Parser {
    /// Whether a plain scalar can begin at ``at``; reports what stands there if not.
    mutating func canBeginPlain() -> Bool {
        let byte = text[at]
        if byte > 0x60, byte < 0x7B { return true }  // a…z
        let next = text[at + 1]
        switch byte {
        case Byte.question where isWhite(next):
            report(
                .complexKey, "'? ' begins a complex key, which is not part of the subset", at: at,
                hint: "write 'key: value'")
        case Byte.exclamation:
            report(
                .tag, "a tag, which is not part of the subset", at: at, length: wordLength(),
                hint: "remove it: the core schema decides what a value is; quote what is text")
        case Byte.bar, Byte.greater:
            report(
                .reservedIndicator, "a block scalar within a flow collection", at: at, hint: "quote the text")
        case Byte.minus where isWhite(next):
            report(
                .misplacedSequence, "'- ' within a flow collection", at: at,
                hint: "items are separated by ','")
        case Byte.colon where isWhite(next):
            report(.missingValue, "a ':' with no key before it", at: at, hint: "write the key")
        case Byte.question, Byte.colon, Byte.at, Byte.backtick, Byte.percent,
            Byte.comma, Byte.closeBracket, Byte.closeBrace, Byte.hash, Byte.bar,
            Byte.greater, Byte.ampersand, Byte.asterisk:
            report(
                .reservedIndicator, "a value cannot begin with '\(excerpt(at, at + 1))'", at: at,
                hint: "quote it if it is text")
        case Byte.tab:
            reportTab()
        default:
            return true
        }
        return false
    }

    /// The number of bytes to the next white space.
    private mutating func wordLength() -> Int {
        var last = at
        while !isWhite(text[last]) { last += 1 }
        return last - at
    }

    /// Scans one line of a plain scalar outside flow collections and leaves ``at`` on what ends it: the `:` of a key, the
    /// `#` of a comment or the line's end. Gives the scalar's end without trailing spaces, or -1 after reporting a problem.
    mutating func scanPlain() -> Int {
        let text = self.text
        let classes = self.classes
        let start = at
        var index = start
        while true {
            while classes[Int(text[index])] & ByteClass.endsPlain == 0 { index += 1 }
            let byte = text[index]
            if byte == Byte.colon {
                if classes[Int(text[index + 1])] & ByteClass.white != 0 { break }
            } else if byte == Byte.hash {
                if index > start, text[index - 1] == Byte.space { break }
            } else if byte == Byte.tab {
                at = index
                reportTab()
                return -1
            } else {
                break
            }
            index += 1
        }
        at = index
        while index > start, text[index - 1] == Byte.space { index -= 1 }
        return index
    }

    /// The plain scalar value of which the first line is scanned: with the lines it goes on over, and on to the next content.
    mutating func plainNode(parent: Int, start: Int, last: Int) -> Node? {
        let place = position(start)
        let hasComment = text[at] == Byte.hash
        if hasComment { skipToLineEnd() }
        advance()
        if hasComment || skippedComment || indent <= parent {
            let scalar = plainScalar(text + start, last - start, at: place)
            return Node(content: .scalar(scalar), start: place, length: last - start)
        }
        var count = copy(start, last, to: 0)
        while indent > parent, !skippedComment {
            guard canGoOn(from: place) else { return nil }
            count = fold(blankLines, to: count)
            let begin = at
            let stop = scanPlain()
            guard stop >= 0 else { return nil }
            if text[at] == Byte.colon {
                reportEntryWithin(place, begin)
                return nil
            }
            count = copy(begin, stop, to: count)
            let isLast = text[at] == Byte.hash
            if isLast { skipToLineEnd() }
            advance()
            if isLast { break }
        }
        let scalar = plainScalar(scratch, count, at: place)
        return Node(content: .scalar(scalar), start: place, length: last - start)
    }

    /// Whether a plain scalar can go on with what stands at ``at``; reports it if not.
    mutating func canGoOn(from place: Position) -> Bool {
        let byte = text[at]
        if byte == Byte.percent, at == lineStart {
            report(.directive, "a directive within a text", at: at, hint: "quote the text")
            return false
        }
        if byte == Byte.minus || byte == Byte.question || byte == Byte.colon,
            isWhite(text[at + 1])
        {
            reportEntryWithin(place, at)
            return false
        }
        return true
    }

    private mutating func reportEntryWithin(_ place: Position, _ begin: Int) {
        at = begin
        report(
            .badIndentation, "an entry is indented as if it went on with the value before it", at: begin,
            length: restOfLine(), hint: "indent it like its neighbours; quote the value if it is text",
            notes: [Problem.Note(message: "the value begins here", position: place)])
    }

    /// Copies bytes of the text to ``scratch``; gives the new count.
    mutating func copy(_ start: Int, _ stop: Int, to count: Int) -> Int {
        (scratch + count).update(from: text + start, count: stop - start)
        return count + (stop - start)
    }

    /// Writes what a line break and `blanks` blank lines fold to (YAML 1.2.2, section 6.5); gives the new count.
    mutating func fold(_ blanks: Int, to count: Int) -> Int {
        if blanks == 0 {
            scratch[count] = Byte.space
            return count + 1
        }
        return lineFeeds(blanks, to: count)
    }

    /// Writes line feeds; gives the new count.
    mutating func lineFeeds(_ number: Int, to count: Int) -> Int {
        var index = 0
        while index < number {
            scratch[count + index] = Byte.lineFeed
            index += 1
        }
        return count + number
    }

    /// A plain scalar with its value by the core schema; reports one that parsers disagree about.
    mutating func plainScalar(_ bytes: UnsafePointer<UInt8>, _ count: Int, at place: Position) -> Scalar {
        countNode()
        scalarBytes = bytes
        scalarCount = count
        let string = self.string(bytes, count)
        guard count == 0 || classes[Int(bytes[0])] & ByteClass.special != 0 else {
            isJSON = false
            return Scalar(text: string, style: .plain, value: .string)
        }
        switch CoreSchema.resolve(bytes, count, string) {
        case .value(let value):
            if isJSON { isJSON = CoreSchema.isJSON(bytes, count, value) }
            return Scalar(text: string, style: .plain, value: value)
        case .ambiguous:
            report(
                .ambiguousNumber, "'\(string)' is not the same number, or no number, to every YAML parser",
                at: place,
                length: count,
                hint: "quote it if it is text; write a number with plain digits, 0o or 0x if not")
        case .outOfRange:
            report(
                .numberRange, "'\(string)' does not fit a 64-bit floating-point number", at: place,
                length: count)
        case .mergeKey:
            report(
                .mergeKey, "the merge key '<<', which is not part of the subset", at: place, length: count,
                hint: "write the entries out; quote it if it is text")
        case .reserved:
            report(
                .reservedScalar, "a plain '\(string)' has a meaning of its own to some YAML parsers",
                at: place,
                length: count, hint: "quote it")
        }
        return Scalar(text: string, style: .plain, value: .string)
    }

    /// A scalar that is text whatever it says.
    mutating func textScalar(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ style: Scalar.Style) -> Scalar {
        if style != .doubleQuoted { isJSON = false }
        countNode()
        scalarBytes = bytes
        scalarCount = count
        return Scalar(text: string(bytes, count), style: style, value: .string)
    }
}
