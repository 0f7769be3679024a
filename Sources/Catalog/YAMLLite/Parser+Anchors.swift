extension Parser {
    /// Reads `&name` and the scalar behind it, outside flow collections, and goes on to the next content.
    mutating func anchored(parent: Int, context: Context) -> Node? {
        let anchor = position(at)
        guard let name = anchorName(inFlow: false) else { return nil }
        let isNew = declare(name, anchor)
        skipSpaces()
        guard canBeAnchored(anchor, parent: parent) else { return nil }
        let start = at
        let byte = text[at]
        let node: Node?
        if byte == Byte.bar || byte == Byte.greater {
            node = blockScalar(parent: parent, context: context)
        } else if byte == Byte.doubleQuote || byte == Byte.singleQuote {
            let place = position(start)
            guard let scalar = quoted(parent: parent) else { return nil }
            let length = (line == place.line ? at : firstLineEnd) - start
            let behind = at
            skipSpaces()
            guard !isColon(anchor) else { return nil }
            at = behind
            guard finishLine() else { return nil }
            node = Node(content: .scalar(scalar), start: place, length: length)
        } else {
            guard canBeginPlain() else { return nil }
            let last = scanPlain()
            guard last >= 0, !isColon(anchor) else { return nil }
            node = plainNode(parent: parent, start: start, last: last)
        }
        guard let node else { return nil }
        if isNew, case .scalar(let scalar) = node.content { anchors[name]?.scalar = scalar }
        return node
    }

    /// Reads `&name` and the scalar behind it in a flow collection.
    mutating func flowAnchored(parent: Int, _ open: Position) -> Node? {
        let anchor = position(at)
        guard let name = anchorName(inFlow: true) else { return nil }
        let isNew = declare(name, anchor)
        skipSpaces()
        guard canBeAnchored(anchor, parent: nil), let node = flowNode(parent: parent, open) else {
            return nil
        }
        if isNew, case .scalar(let scalar) = node.content { anchors[name]?.scalar = scalar }
        return node
    }

    /// Reads `*name` and gives the scalar it stands for.
    mutating func alias(inFlow: Bool = false) -> Node? {
        let place = position(at)
        guard let name = anchorName(inFlow: inFlow) else { return nil }
        let length = at - place.offset
        let behind = at
        skipSpaces()
        if text[at] == Byte.colon, isWhite(text[at + 1]) {
            report(.anchorOnKey, "an alias as a key", at: place, length: length, hint: "write the key out")
            return nil
        }
        at = behind
        guard let anchor = anchors[name] else {
            report(
                .unresolvedAlias, "no anchor '&\(name)' stands before this alias", at: place, length: length,
                hint: "quote it if it is text")
            // The value is unknown, the rest of the line is not.
            return nullNode(place)
        }
        countNode()
        return Node(content: .scalar(anchor.scalar), start: place, length: length)
    }

    /// Makes an anchor's name known; false, and reported, when it is already.
    private mutating func declare(_ name: String, _ place: Position) -> Bool {
        guard let first = anchors[name] else {
            anchors[name] = Anchor(position: place)
            return true
        }
        report(
            .duplicateAnchor, "the anchor '&\(name)' stands twice", at: place, length: name.utf8.count + 1,
            notes: [Problem.Note(message: "it stands here first", position: first.position)])
        return false
    }

    /// Reads the name behind the `&` or `*` at ``at``, which white space ends (in a flow collection also its indicators).
    private mutating func anchorName(inFlow: Bool) -> String? {
        isJSON = false
        let start = at
        at += 1
        while true {
            let byte = text[at]
            let letter = byte | 0x20
            let isName =
                (letter > 0x60 && letter < 0x7B) || (byte > 0x2F && byte < 0x3A) || byte == Byte.underscore
                || byte == Byte.minus
            if !isName { break }
            at += 1
        }
        let ends = isWhite(text[at]) || (inFlow && classes[Int(text[at])] & ByteClass.flowIndicator != 0)
        if ends, at > start + 1, at - start < 128 { return string(text + start + 1, at - start - 1) }
        report(
            .anchorName, "the name of an anchor or alias is 1 to 126 letters, digits, '_' and '-'", at: start,
            length: max(at - start, 1), hint: "quote it if it is text")
        return nil
    }

    /// Whether what stands behind an anchor can have one; reports it if not.
    private mutating func canBeAnchored(_ anchor: Position, parent: Int?) -> Bool {
        let byte = text[at]
        if byte == Byte.openBracket || byte == Byte.openBrace
            || (byte == Byte.minus && isWhite(text[at + 1]))
        {
            report(
                .anchorOnCollection, "an anchor on a collection", at: anchor, length: anchorLength(anchor),
                hint: "anchors are for scalars only; write the collection out where it is needed")
            return false
        }
        let isFlowEnd = byte == Byte.comma || byte == Byte.closeBracket || byte == Byte.closeBrace
        if isLineEnd(byte) || byte == Byte.hash || isFlowEnd {
            // What stands on the next lines is most often a collection, and that has a rule of its own.
            let rule: Rule =
                isLineEnd(byte) && isCollectionBelow(parent) ? .anchorOnCollection : .anchorWithoutScalar
            report(
                rule,
                rule == .anchorOnCollection
                    ? "an anchor on a collection" : "an anchor with no scalar behind it",
                at: anchor, length: anchorLength(anchor),
                hint: "an anchor stands before a scalar, on the same line")
            return false
        }
        if byte == Byte.ampersand || byte == Byte.asterisk {
            report(
                .anchorWithoutScalar, "an anchor before another anchor or an alias", at: anchor,
                length: anchorLength(anchor))
            return false
        }
        return true
    }

    private mutating func anchorLength(_ anchor: Position) -> Int {
        var last = anchor.offset + 1
        while !isWhite(text[last]), classes[Int(text[last])] & ByteClass.flowIndicator == 0 { last += 1 }
        return last - anchor.offset
    }

    /// Whether the next line with content is deeper than `parent` and has a `- ` or a `: `: good enough for a message.
    private mutating func isCollectionBelow(_ parent: Int?) -> Bool {
        guard let parent else { return false }
        var index = at
        var begin = at
        while text[index] == Byte.lineFeed || text[index] == Byte.carriageReturn || text[index] == Byte.space
        {
            index += 1
            if text[index - 1] == Byte.lineFeed { begin = index }
        }
        let isItem = text[index] == Byte.minus && isWhite(text[index + 1])
        guard index - begin > parent || (isItem && index - begin == parent) else { return false }
        if isItem { return true }
        while !isLineEnd(text[index]) {
            if text[index] == Byte.colon, isWhite(text[index + 1]) { return true }
            index += 1
        }
        return false
    }

    /// Whether a `: ` stands at ``at``, which makes an anchored scalar a key; reports it if so.
    private mutating func isColon(_ anchor: Position) -> Bool {
        guard text[at] == Byte.colon, isWhite(text[at + 1]) else { return false }
        report(
            .anchorOnKey, "an anchor on a key", at: anchor, length: anchorLength(anchor),
            hint: "anchors are for scalar values only")
        return true
    }
}
