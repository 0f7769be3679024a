extension Parser {
    /// Where in its line a block node begins.
    enum Context {
        /// First in its line.
        case lineStart
        /// After `- ` on the same line.
        case afterDash
        /// After `key: ` on the same line, where no block collection can begin.
        case afterKey
    }

    /// Reads the node at ``at``, which belongs to something indented by `parent` spaces (-1: to nothing).
    mutating func blockNode(parent: Int, context: Context) -> Node? {
        let start = at
        let byte = text[at]
        if byte == Byte.doubleQuote || byte == Byte.singleQuote {
            let place = position(start)
            guard let scalar = quoted(parent: parent) else { return nil }
            let length = (line == place.line ? at : firstLineEnd) - start
            return blockScalarOrMapping(scalar, place, length, context)
        }
        if byte == Byte.openBracket || byte == Byte.openBrace {
            guard let node = flowCollection(parent: parent) else { return nil }
            skipSpaces()
            if text[at] == Byte.colon, isWhite(text[at + 1]) {
                report(
                    .complexKey, "a collection as a key", at: node.start, length: node.length,
                    hint: "keys are text")
                return nil
            }
            back(over: Byte.space)
            return finishLine() ? node : nil
        }
        if byte == Byte.minus, isWhite(text[at + 1]) {
            if context == .afterKey {
                report(
                    .misplacedSequence, "a sequence cannot begin on the line of its key", at: at,
                    hint: "begin it on the next line, or quote the text")
                return nil
            }
            return blockSequence(indent: at - lineStart, isIndentless: false)
        }
        if byte == Byte.bar || byte == Byte.greater {
            return blockScalar(parent: parent, context: context)
        }
        if byte == Byte.ampersand { return anchored(parent: parent, context: context) }
        if byte == Byte.asterisk {
            guard let node = alias() else { return nil }
            return finishLine() ? node : nil
        }
        guard canBeginPlain() else { return nil }

        let last = scanPlain()
        guard last >= 0 else { return nil }
        if text[at] == Byte.colon {
            let place = position(start)
            let scalar = plainScalar(text + start, last - start, at: place)
            return blockScalarOrMapping(scalar, place, last - start, context)
        }
        return plainNode(parent: parent, start: start, last: last)
    }

    /// Decides whether a scalar on one line is a value or the first key of a mapping.
    private mutating func blockScalarOrMapping(
        _ scalar: Scalar, _ place: Position, _ length: Int, _ context: Context
    ) -> Node? {
        let node = Node(content: .scalar(scalar), start: place, length: length)
        let valueEnd = at
        skipSpaces()
        guard text[at] == Byte.colon else {
            at = valueEnd
            return finishLine() ? node : nil
        }
        guard checkColon(), checkOneLine(place, length) else { return nil }
        if context == .afterKey {
            report(
                .nestedMapping, "a second ': ' on the line, where a value is meant", at: at,
                hint: "quote the value, or put the mapping on the next line")
            return nil
        }
        return blockMapping(indent: place.column - 1, firstKey: node)
    }

    /// Whether the `:` at ``at`` has white space behind it; reports it if not.
    private mutating func checkColon() -> Bool {
        if isWhite(text[at + 1]) { return true }
        report(.missingSpace, "a ':' needs a space behind it", at: at)
        return false
    }

    /// Whether a key that began at `place` ends on the same line; reports it if not.
    private mutating func checkOneLine(_ place: Position, _ length: Int) -> Bool {
        if line == place.line { return true }
        report(
            .multiLineKey, "a key that goes over several lines", at: place, length: length,
            hint: "write it on one line, or indent it deeper if it is a value")
        return false
    }

    /// Goes back over bytes of one kind.
    private mutating func back(over byte: UInt8) {
        while at > lineStart, text[at - 1] == byte { at -= 1 }
    }

    // MARK: mappings

    /// Reads a mapping whose keys are indented by `indent` spaces; ``at`` is on the `:` of its first key.
    private mutating func blockMapping(indent level: Int, firstKey: Node) -> Node? {
        guard enter() else { return nil }
        isJSON = false
        countNode()
        var keys = Keys()
        var entries: [Entry] = []
        entries.reserveCapacity(Self.usualEntries)
        var key = firstKey
        var isKeyGood = checkKey(firstKey, &keys, in: entries)
        var begin = mark
        while true {
            if let value = blockValue(indent: level) {
                if isKeyGood { entries.append(Entry(key: key, value: value)) }
            } else {
                recover(from: begin, indent: level)
            }
            // On to the next key.
            while true {
                guard indent >= level else {
                    depth -= 1
                    return Node(content: .mapping(entries), start: firstKey.start, length: firstKey.length)
                }
                begin = mark
                if indent > level {
                    reportIndentation(expected: level, what: "the keys of its mapping", first: firstKey.start)
                } else if let next = blockKey() {
                    key = next
                    isKeyGood = checkKey(next, &keys, in: entries)
                    break
                }
                recover(from: begin, indent: level)
            }
        }
    }

    /// Reads the value behind the `:` at ``at``, of a key indented by `level` spaces.
    private mutating func blockValue(indent level: Int) -> Node? {
        at += 1
        let behind = at
        skipSpaces()
        let byte = text[at]
        if byte != Byte.hash, classes[Int(byte)] & ByteClass.lineEnd == 0 {
            if byte == Byte.tab {
                reportTab()
                return nil
            }
            return blockNode(parent: level, context: .afterKey)
        }
        let place = position(behind)
        skipToLineEnd()
        advance()
        if indent > level { return blockNode(parent: level, context: .lineStart) }
        if indent == level, text[at] == Byte.minus, isWhite(text[at + 1]) {
            return blockSequence(indent: level, isIndentless: true)
        }
        return nullNode(place)
    }

    /// A value that is not there.
    mutating func nullNode(_ place: Position) -> Node {
        isJSON = false
        countNode()
        return Node(
            content: .scalar(Scalar(text: "", style: .plain, value: .null)), start: place, length: 0)
    }

    /// Reads a key at ``at`` and leaves ``at`` on its `:`.
    private mutating func blockKey() -> Node? {
        let start = at
        let place = position(start)
        let byte = text[at]
        if byte == Byte.doubleQuote || byte == Byte.singleQuote {
            guard let scalar = quoted(parent: at - lineStart) else { return nil }
            let length = (line == place.line ? at : firstLineEnd) - start
            skipSpaces()
            guard text[at] == Byte.colon else {
                reportMissingColon(place, length)
                return nil
            }
            guard checkColon(), checkOneLine(place, length) else { return nil }
            return Node(content: .scalar(scalar), start: place, length: length)
        }
        guard canBeginKey() else { return nil }
        let last = scanPlain()
        guard last >= 0 else { return nil }
        guard text[at] == Byte.colon else {
            reportMissingColon(place, last - start)
            return nil
        }
        let scalar = plainScalar(text + start, last - start, at: place)
        return Node(content: .scalar(scalar), start: place, length: last - start)
    }

    private mutating func reportMissingColon(_ place: Position, _ length: Int) {
        let shown = excerpt(place.offset, place.offset + length)
        let last = place.offset + length - 1
        var hint =
            "write 'key: value'; a text that goes on over several lines is indented deeper than its key"
        var colon = place.offset
        while colon < last, text[colon] != Byte.colon { colon += 1 }
        if colon < last { hint = "a ':' needs a space behind it" }
        report(.missingColon, "expected ': ' after the key '\(shown)'", at: place, length: length, hint: hint)
    }

    /// Whether a key can begin at ``at``; reports what stands there if not.
    private mutating func canBeginKey() -> Bool {
        let byte = text[at]
        switch byte {
        case Byte.minus where isWhite(text[at + 1]):
            report(
                .misplacedSequence, "a sequence's item among the keys of a mapping", at: at,
                hint: "a sequence is indented like the key it belongs to, or deeper")
            return false
        case Byte.ampersand, Byte.asterisk:
            report(
                .anchorOnKey, "an anchor or alias on a key", at: at, length: restOfLine(),
                hint: "anchors are for scalar values only")
            return false
        case Byte.openBracket, Byte.openBrace:
            report(.complexKey, "a collection as a key", at: at, hint: "keys are text")
            return false
        case Byte.bar, Byte.greater:
            report(.complexKey, "a block scalar as a key", at: at, hint: "quote the key")
            return false
        default:
            return canBeginPlain()
        }
    }

    func reportedIndentation(_ count: Int) -> String {
        count == 1 ? "1 space" : "\(count) spaces"
    }

    private mutating func reportIndentation(expected: Int, what: String, first: Position) {
        report(
            .badIndentation,
            "indented by \(reportedIndentation(indent)), but \(what) by \(reportedIndentation(expected))",
            at: at,
            length: restOfLine(), notes: [Problem.Note(message: "which begins here", position: first)])
    }

    // MARK: sequences

    /// Reads a sequence whose dashes are indented by `level` spaces; `isIndentless`: like the key it belongs to, so that the
    /// next key ends it.
    private mutating func blockSequence(indent level: Int, isIndentless: Bool) -> Node? {
        guard enter() else { return nil }
        isJSON = false
        countNode()
        let first = position(at)
        var elements: [Node] = []
        while true {
            let begin = mark
            if let element = blockElement(indent: level) {
                elements.append(element)
            } else {
                recover(from: begin, indent: level)
            }
            while true {
                let isItem = indent == level && text[at] == Byte.minus && isWhite(text[at + 1])
                if isItem { break }
                if indent < level || (isIndentless && indent == level) {
                    depth -= 1
                    return Node(content: .sequence(elements), start: first, length: 1)
                }
                let begin = mark
                if indent > level {
                    reportIndentation(expected: level, what: "the items of its sequence", first: first)
                } else {
                    report(
                        .misplacedSequence, "expected '- ' like the items before it", at: at,
                        length: restOfLine(),
                        notes: [Problem.Note(message: "the sequence begins here", position: first)])
                }
                recover(from: begin, indent: level)
            }
        }
    }

    /// Reads the item behind the `-` at ``at``.
    private mutating func blockElement(indent level: Int) -> Node? {
        at += 1
        let behind = at
        skipSpaces()
        let byte = text[at]
        if byte != Byte.hash, classes[Int(byte)] & ByteClass.lineEnd == 0 {
            if byte == Byte.tab {
                reportTab()
                return nil
            }
            return blockNode(parent: level, context: .afterDash)
        }
        let place = position(behind)
        skipToLineEnd()
        advance()
        return indent > level ? blockNode(parent: level, context: .lineStart) : nullNode(place)
    }
}
