extension Parser {
    /// Reads the `[` or `{` collection at ``at``, whose further lines need to be indented deeper than `parent`, and leaves
    /// ``at`` behind its closing bracket.
    mutating func flowCollection(parent: Int) -> Node? {
        guard enter() else { return nil }
        countNode()
        let open = position(at)
        let isMapping = text[at] == Byte.openBrace
        let content = isMapping ? flowMapping(parent: parent, open) : flowSequence(parent: parent, open)
        guard let content else { return nil }
        depth -= 1
        let last = line == open.line ? at : endOfLine(from: open.offset)
        return Node(content: content, start: open, length: last - open.offset)
    }

    private mutating func endOfLine(from offset: Int) -> Int {
        var last = offset
        while classes[Int(text[last])] & ByteClass.lineEnd == 0 { last += 1 }
        return last
    }

    private mutating func flowSequence(parent: Int, _ open: Position) -> Node.Content? {
        var elements: [Node] = []
        at += 1
        while true {
            guard skipFlowSpace(parent: parent, open) else { return nil }
            let byte = text[at]
            if byte == Byte.closeBracket {
                // After an element, there was a comma.
                if !elements.isEmpty { isJSON = false }
                at += 1
                return .sequence(elements)
            }
            if byte == Byte.comma {
                reportMissingItem()
                return nil
            }
            guard let element = flowNode(parent: parent, open) else { return nil }
            elements.append(element)
            guard skipFlowSpace(parent: parent, open) else { return nil }
            let next = text[at]
            if next == Byte.comma {
                at += 1
                continue
            }
            if next == Byte.closeBracket {
                at += 1
                return .sequence(elements)
            }
            if next == Byte.colon {
                report(
                    .pairInSequence, "a pair among the items of a sequence", at: at,
                    hint: "write '{key: value}', or quote the text")
                return nil
            }
            reportMissingComma(open, closing: "]")
            return nil
        }
    }

    private mutating func flowMapping(parent: Int, _ open: Position) -> Node.Content? {
        var entries: [Entry] = []
        entries.reserveCapacity(Self.usualEntries)
        var keys = Keys()
        at += 1
        while true {
            guard skipFlowSpace(parent: parent, open) else { return nil }
            let byte = text[at]
            if byte == Byte.closeBrace {
                // After an entry, there was a comma.
                if !entries.isEmpty { isJSON = false }
                at += 1
                return .mapping(entries)
            }
            if byte == Byte.comma {
                reportMissingItem()
                return nil
            }
            guard let key = flowKey(parent: parent, open) else { return nil }
            let isKeyGood = checkKey(key, &keys, in: entries)
            at += 1
            let behind = position(at)
            guard skipFlowSpace(parent: parent, open) else { return nil }
            let first = text[at]
            let value: Node
            if first == Byte.comma || first == Byte.closeBrace {
                value = nullNode(behind)
            } else {
                guard let node = flowNode(parent: parent, open) else { return nil }
                value = node
            }
            if isKeyGood { entries.append(Entry(key: key, value: value)) }
            guard skipFlowSpace(parent: parent, open) else { return nil }
            let next = text[at]
            if next == Byte.comma {
                at += 1
                continue
            }
            if next == Byte.closeBrace {
                at += 1
                return .mapping(entries)
            }
            if next == Byte.colon {
                report(
                    .nestedMapping, "a second ':' in an entry, where ',' or '}' is meant", at: at,
                    hint: "quote the value if it is text")
                return nil
            }
            reportMissingComma(open, closing: "}")
            return nil
        }
    }

    /// Reads a key of a flow mapping and leaves ``at`` on its `:`.
    private mutating func flowKey(parent: Int, _ open: Position) -> Node? {
        let start = at
        let place = position(start)
        let byte = text[at]
        let scalar: Scalar
        var last: Int
        if byte == Byte.doubleQuote || byte == Byte.singleQuote {
            guard let quoted = quoted(parent: parent) else { return nil }
            scalar = quoted
            last = at
        } else {
            if byte == Byte.ampersand || byte == Byte.asterisk {
                report(
                    .anchorOnKey, "an anchor or alias on a key", at: at,
                    hint: "anchors are for scalar values only")
                return nil
            }
            if byte == Byte.openBracket || byte == Byte.openBrace {
                report(.complexKey, "a collection as a key", at: at, hint: "keys are text")
                return nil
            }
            guard canBeginFlowPlain() else { return nil }
            last = scanFlowPlain()
            guard last >= 0 else { return nil }
            scalar = plainScalar(text + start, last - start, at: place)
        }
        let isOneLine = line == place.line
        if !isOneLine { last = firstLineEnd }
        skipWhite()
        if text[at] == Byte.colon, isOneLine {
            return Node(content: .scalar(scalar), start: place, length: last - start)
        }
        let keyBytes = (scalarBytes, scalarCount)
        guard skipFlowSpace(parent: parent, open) else { return nil }
        (scalarBytes, scalarCount) = keyBytes
        let next = text[at]
        if next == Byte.comma || next == Byte.closeBrace {
            report(
                .missingValue, "expected ': ' after the key '\(excerpt(start, last))'", at: place,
                length: last - start,
                hint: "write 'key: value'; if the ',' before it belongs to a value, put that value in quotes")
        } else if isOneLine, line == place.line {
            report(
                .missingComma, "expected ':' after the key '\(excerpt(start, last))'", at: at)
        } else {
            report(
                .multiLineKey, "a key and its ':' stand on one line", at: place, length: last - start,
                hint: "write them on one line; separate entries with ','")
        }
        return nil
    }

    /// Reads the value at ``at`` in the flow collection that begins at `open` and leaves ``at`` behind it.
    mutating func flowNode(parent: Int, _ open: Position) -> Node? {
        let start = at
        let byte = text[at]
        if byte == Byte.doubleQuote || byte == Byte.singleQuote {
            let place = position(start)
            guard let scalar = quoted(parent: parent) else { return nil }
            let last = line == place.line ? at : firstLineEnd
            return Node(content: .scalar(scalar), start: place, length: last - start)
        }
        if byte == Byte.openBracket || byte == Byte.openBrace { return flowCollection(parent: parent) }
        if byte == Byte.ampersand { return flowAnchored(parent: parent, open) }
        if byte == Byte.asterisk { return alias(inFlow: true) }
        guard canBeginFlowPlain() else { return nil }
        return flowPlain(parent: parent, open)
    }

    /// Whether a plain scalar can begin at ``at`` in a flow collection; reports what stands there if not.
    private mutating func canBeginFlowPlain() -> Bool {
        let byte = text[at]
        if byte == Byte.minus, classes[Int(text[at + 1])] & ByteClass.flowIndicator != 0 {
            report(
                .reservedIndicator, "a single '-' in a flow collection", at: at,
                hint: "quote it if it is text")
            return false
        }
        if byte == Byte.bar || byte == Byte.greater {
            report(
                .reservedIndicator, "a block scalar within a flow collection", at: at, hint: "quote the text")
            return false
        }
        return canBeginPlain()
    }

    /// Reads a plain scalar, with the lines it goes on over.
    private mutating func flowPlain(parent: Int, _ open: Position) -> Node? {
        let start = at
        let place = position(start)
        let last = scanFlowPlain()
        guard last >= 0 else { return nil }
        if !isLineEnd(text[at]) {
            let scalar = plainScalar(text + start, last - start, at: place)
            return Node(content: .scalar(scalar), start: place, length: last - start)
        }
        var count = copy(start, last, to: 0)
        var textEnd = last
        while isLineEnd(text[at]), text[at] != 0 {
            guard skipFlowSpace(parent: parent, open) else { return nil }
            let byte = text[at]
            let isEnd =
                skippedComment || byte == 0 || byte == Byte.colon
                || classes[Int(byte)] & ByteClass.flowIndicator != 0
            if isEnd { break }
            guard canGoOn(from: place), !hasTab(textEnd, at) else { return nil }
            count = fold(blankLines, to: count)
            let begin = at
            textEnd = scanFlowPlain()
            guard textEnd >= 0 else { return nil }
            count = copy(begin, textEnd, to: count)
        }
        let scalar = plainScalar(scratch, count, at: place)
        return Node(content: .scalar(scalar), start: place, length: last - start)
    }

    /// Whether there is a tab where a plain scalar goes from one line to the next; reports it if so.
    private mutating func hasTab(_ start: Int, _ stop: Int) -> Bool {
        var index = start
        while index < stop {
            if text[index] == Byte.tab {
                report(
                    .tabSeparation, "a tab where a text goes on over several lines", at: at,
                    hint: "quote the text, or indent with spaces only")
                return true
            }
            index += 1
        }
        return false
    }

    /// Scans one line of a plain scalar and leaves ``at`` on what ends it, white space skipped. Gives the scalar's end without
    /// trailing white space, or -1 after reporting a problem.
    private mutating func scanFlowPlain() -> Int {
        let text = self.text
        let classes = self.classes
        let start = at
        var index = start
        while true {
            while classes[Int(text[index])] & ByteClass.endsFlowPlain == 0 { index += 1 }
            let byte = text[index]
            if byte == Byte.colon {
                let next = classes[Int(text[index + 1])]
                if next & ByteClass.white != 0 { break }
                if next & ByteClass.flowIndicator != 0 {
                    at = index
                    report(
                        .missingSpace, "a ':' needs a space behind it", at: at,
                        hint: "quote the value if it is text")
                    return -1
                }
            } else if byte == Byte.hash {
                if index > start, text[index - 1] == Byte.space { break }
            } else if byte == Byte.tab {
                at = index
                skipWhite()
                let next = text[at]
                let isEnd =
                    classes[Int(next)] & (ByteClass.flowIndicator | ByteClass.lineEnd) != 0
                    || (next == Byte.colon && isWhite(text[at + 1])) || next == Byte.hash
                if isEnd { break }
                at = index
                reportTab()
                return -1
            } else {
                break
            }
            index += 1
        }
        at = index
        skipWhite()
        while index > start, text[index - 1] == Byte.space { index -= 1 }
        return index
    }

    /// Skips white space, comments and line ends in a flow collection; false after reporting a line that is not deep enough.
    /// Sets ``blankLines`` and ``skippedComment``.
    private mutating func skipFlowSpace(parent: Int, _ open: Position) -> Bool {
        var byte = text[at]
        if byte > 0x23 { return true }  // above '#'
        blankLines = -1
        skippedComment = false
        while true {
            while byte == Byte.space || byte == Byte.tab {
                at += 1
                byte = text[at]
            }
            if byte == Byte.hash {
                let before = at > lineStart ? text[at - 1] : Byte.space
                if before != Byte.space, before != Byte.tab {
                    report(.missingSpace, "a comment needs a space before its '#'", at: at)
                }
                skippedComment = true
                skipToLineEnd()
                byte = text[at]
            }
            guard byte == Byte.lineFeed || byte == Byte.carriageReturn else { break }
            blankLines += 1
            _ = nextLine()
            skipSpaces()
            byte = text[at]
            guard checkFlowLine(parent: parent, open) else { return false }
        }
        if byte == 0 {
            report(
                .unterminatedFlow,
                "the '\(excerpt(open.offset, open.offset + 1))' is not closed before the text ends",
                at: open)
            return false
        }
        return true
    }

    /// Checks the indentation of a line of a flow collection; ``at`` is behind its first spaces.
    private mutating func checkFlowLine(parent: Int, _ open: Position) -> Bool {
        let spaces = at - lineStart
        if spaces > parent, spaces > 0 { return true }
        let byte = text[at]
        if isLineEnd(byte) || byte == Byte.hash { return true }
        if byte == Byte.tab {
            if spaces > parent { return true }
            report(
                .tabIndentation, "a tab where the line's indentation is", at: at,
                hint: "indent with spaces only")
            return false
        }
        if spaces > parent, !isMarker() { return true }
        if byte == Byte.closeBracket || byte == Byte.closeBrace, spaces <= parent {
            report(
                .flowIndentation,
                "the closing '\(excerpt(at, at + 1))' needs to be indented deeper than the line it belongs to",
                at: at, hint: "indent it by \(reportedIndentation(parent + 1)) or more",
                notes: [Problem.Note(message: "it belongs to this", position: open)])
            return true
        }
        report(
            .unterminatedFlow,
            "the '\(excerpt(open.offset, open.offset + 1))' is not closed before a line indented no deeper than its value",
            at: open, hint: "close it, or indent the lines it goes on over",
            notes: [Problem.Note(message: "this line", position: position(at))])
        return false
    }

    private mutating func reportMissingItem() {
        report(.missingItem, "a ',' with nothing before it", at: at, hint: "remove it, or write null")
    }

    private mutating func reportMissingComma(_ open: Position, closing: String) {
        let byte = text[at]
        if byte == Byte.closeBracket || byte == Byte.closeBrace {
            report(
                .unterminatedFlow, "expected '\(closing)', not '\(excerpt(at, at + 1))'", at: at,
                notes: [Problem.Note(message: "the collection begins here", position: open)])
            return
        }
        report(
            .missingComma, "expected ',' or '\(closing)'", at: at,
            notes: [Problem.Note(message: "the collection begins here", position: open)])
    }
}
