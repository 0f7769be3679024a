/// The parser's state, and how it moves from line to line and reports problems.
///
/// It is a recursive descent over bytes. Whatever reads a block node is called with ``at`` on the node's first byte and
/// leaves it on the first byte of the next line that has content (``indent`` says how deep that is), or, when it gives nil,
/// somewhere within the lines of the node: the problem is then reported and the collection around it calls
/// ``recover(from:indent:)``.
///
/// Safety: ``text`` has a zero at ``end`` and nowhere else (``CharacterCheck`` sees to that), so a scanner which stops at
/// zero needs no other bound, and `text[at + 1]` may be read wherever `text[at]` is not zero.
struct Parser {
    /// The input, and a zero.
    let text: UnsafePointer<UInt8>
    /// The number of bytes of the input.
    let end: Int
    /// ``ByteClass`` by byte.
    let classes: UnsafePointer<UInt8>
    /// Where a scalar that does not stand in the text as it is gets built: twice the text's length, which no scalar reaches.
    let scratch: UnsafeMutablePointer<UInt8>
    /// Hashes of the first keys of each open mapping, ``Parser/hashedKeys`` for each level of depth.
    let keyHashes: UnsafeMutablePointer<UInt64>
    let limits: Limits
    /// Whether there is a tab anywhere in the text.
    let hasTabs: Bool

    /// The next byte.
    var at = 0
    /// The line of ``at``, from 1, and its first byte.
    var line = 1
    var lineStart = 0
    /// Spaces before the first content of the line that ``skipToContent()`` found; -1 at the end.
    var indent = -1
    /// What ``skipToContent()`` skipped: blank lines in full, and whether there was a comment.
    var blankLines = 0
    var skippedComment = false

    var depth = 0
    var nodeCount = 0
    var anchors: [String: Anchor] = [:]
    var problems: [Problem] = []
    /// Set when nothing more can be reported or read; ``at`` is then ``end``.
    var isStopped = false
    /// Whether the text has been JSON up to ``at``. A function that reads something that JSON does not have sets it to false.
    var isJSON = true

    /// The bytes of the scalar that was read last, valid until the next one.
    var scalarBytes: UnsafePointer<UInt8>
    var scalarCount = 0
    /// Where the first line of the quoted scalar that was read last ends, if it has several.
    var firstLineEnd = 0

    /// How many entries a mapping has room for from the beginning: most have no more, and moving entries to a larger room takes time.
    static let usualEntries = 4

    /// How many keys of a mapping are compared by hash alone before it gets a set.
    static let hashedKeys = 8

    /// What an alias may stand for: null as long as its scalar is not read, or when that failed.
    struct Anchor {
        var scalar = Scalar(text: "", style: .plain, value: .null)
        var position: Position
    }

    // MARK: positions and problems

    /// The place of a byte of the current line.
    mutating func position(_ offset: Int) -> Position {
        Position(line: line, column: offset - lineStart + 1, offset: offset)
    }

    /// Reports a problem with `length` bytes from `offset` on, in the current line.
    mutating func report(
        _ rule: Rule, _ message: String, at offset: Int, length: Int = 1, hint: String? = nil,
        notes: [Problem.Note] = []
    ) {
        report(rule, message, at: position(offset), length: length, hint: hint, notes: notes)
    }

    /// Reports a problem at any place.
    mutating func report(
        _ rule: Rule, _ message: String, at position: Position, length: Int = 1, hint: String? = nil,
        notes: [Problem.Note] = []
    ) {
        guard !isStopped else { return }
        guard problems.count < limits.problems else {
            problems.append(
                Problem(
                    rule: Rule.tooManyProblems.rawValue,
                    message: "more than \(limits.problems) problems; those from here on are not shown",
                    position: position, length: 1))
            return stop()
        }
        problems.append(
            Problem(
                rule: rule.rawValue, message: message, position: position, length: max(length, 1), hint: hint,
                notes: notes))
    }

    /// Ends the parsing: everything that is open sees the end of the text and may report what it likes, unheard.
    mutating func stop() {
        isStopped = true
        at = end
        indent = -1
    }

    /// Counts a node, and stops when there are too many.
    mutating func countNode() {
        nodeCount += 1
        if nodeCount > limits.nodes {
            report(.tooManyNodes, "more than \(limits.nodes) values in one file", at: at)
            stop()
        }
    }

    /// Goes one level down, or reports that this is too deep, stops and gives false.
    mutating func enter() -> Bool {
        guard depth < limits.depth else {
            report(.tooDeep, "more than \(limits.depth) collections within each other", at: at)
            stop()
            return false
        }
        depth += 1
        return true
    }

    /// Bytes of the text as a string, cut to what a message can bear.
    mutating func excerpt(_ start: Int, _ stop: Int) -> String {
        var last = min(stop, start + 60)
        if last < stop {
            while last > start, text[last] & 0xC0 == 0x80 { last -= 1 }
        }
        let shown = string(text + start, last - start)
        return last < stop ? shown + "…" : shown
    }

    /// Bytes as a string; they are UTF-8 already, so nothing is repaired.
    mutating func string(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    // MARK: lines

    /// Whether a byte is a space, a tab or the end of a line.
    mutating func isWhite(_ byte: UInt8) -> Bool {
        classes[Int(byte)] & ByteClass.white != 0
    }

    /// Whether a byte is CR, LF or the end of the text.
    mutating func isLineEnd(_ byte: UInt8) -> Bool {
        classes[Int(byte)] & ByteClass.lineEnd != 0
    }

    /// Skips spaces.
    mutating func skipSpaces() {
        while text[at] == Byte.space { at += 1 }
    }

    /// Skips spaces and tabs.
    mutating func skipWhite() {
        while text[at] == Byte.space || text[at] == Byte.tab { at += 1 }
    }

    /// Goes to the end of the line, before its CR or LF. The bytes skipped are a comment, part of a block, or have a problem. JSON has none
    /// of these.
    mutating func skipToLineEnd() {
        isJSON = false
        while classes[Int(text[at])] & ByteClass.lineEnd == 0 { at += 1 }
    }

    /// From the end of a line to the beginning of the next; false at the end of the text.
    mutating func nextLine() -> Bool {
        if text[at] == Byte.carriageReturn { at += 1 }
        guard text[at] != 0 else { return false }
        at += 1
        line += 1
        lineStart = at
        return true
    }

    /// After a value in block context: nothing but a comment may stand on the rest of the line. Then on to the next line
    /// with content. False when a problem was reported.
    mutating func finishLine() -> Bool {
        let valueEnd = at
        skipSpaces()
        let byte = text[at]
        if byte == Byte.hash {
            if at == valueEnd {
                report(.missingSpace, "a comment needs a space before its '#'", at: at)
            }
            skipToLineEnd()
            advance()
            skippedComment = true
            return true
        }
        if classes[Int(byte)] & ByteClass.lineEnd != 0 {
            advance()
            return true
        }
        if byte == Byte.tab {
            reportTab()
        } else {
            let start = at
            skipToLineEnd()
            report(
                .unexpectedText, "unexpected '\(excerpt(start, at))' after the value", at: start,
                length: at - start, hint: "quote the whole value if this belongs to it")
        }
        return false
    }

    /// Reports a tab at ``at``, outside flow collections.
    mutating func reportTab() {
        report(
            .tabSeparation, "a tab where only spaces separate", at: at,
            hint: "write spaces, or quote the value if the tab belongs to it")
    }

    /// From the end of a line to the next line with content.
    mutating func advance() {
        blankLines = 0
        skippedComment = false
        if nextLine() { skipToContent() } else { indent = -1 }
    }

    /// From the beginning of a line to the first line with content, this one included; sets ``indent``.
    mutating func skipToContent() {
        while true {
            while text[at] == Byte.space { at += 1 }
            let byte = text[at]
            if byte > 0x2E {  // above '.': the beginning of most lines
                indent = at - lineStart
                return
            }
            if byte == 0 {
                indent = -1
                return
            }
            if byte == Byte.hash {
                skippedComment = true
                skipToLineEnd()
            } else if byte == Byte.tab {
                report(
                    .tabIndentation, "a tab where the line's indentation is", at: at,
                    hint: "indent with spaces only")
                skippedComment = true
                skipToLineEnd()
            } else if classes[Int(byte)] & ByteClass.lineEnd != 0 {
                blankLines += 1
            } else if at == lineStart, byte == Byte.minus || byte == Byte.point, isMarker() {
                reportMarker()
                return
            } else {
                indent = at - lineStart
                return
            }
            guard nextLine() else {
                indent = -1
                return
            }
        }
    }

    /// Whether `---` or `...` stands at ``at``, which is the beginning of a line.
    mutating func isMarker() -> Bool {
        let byte = text[at]
        guard byte == Byte.minus || byte == Byte.point else { return false }
        return text[at + 1] == byte && text[at + 2] == byte && isWhite(text[at + 3])
    }

    /// Reports the marker at ``at`` and ends the parsing, for what follows is another document.
    mutating func reportMarker() {
        if text[at] == Byte.minus {
            report(
                .severalDocuments, "a second document begins here; a file holds one", at: at, length: 3,
                hint: "put it into a file of its own")
        } else {
            report(
                .documentEnd, "'...' ends the document, which the end of the file does", at: at, length: 3,
                hint: "remove the line and what follows it")
        }
        stop()
    }

    /// A place in the text to come back to.
    struct Mark {
        var at: Int
        var line: Int
        var lineStart: Int
        var depth: Int
    }

    /// The current place.
    var mark: Mark {
        mutating get { Mark(at: at, line: line, lineStart: lineStart, depth: depth) }
    }

    /// After a problem in an entry that began at `mark`: goes to the next line with content that is indented by `indent`
    /// spaces or fewer. Only the innermost collection does so, which keeps the whole parsing linear.
    mutating func recover(from mark: Mark, indent: Int) {
        guard !isStopped else { return }
        at = mark.at
        line = mark.line
        lineStart = mark.lineStart
        depth = mark.depth
        while true {
            skipToLineEnd()
            guard nextLine() else {
                self.indent = -1
                return
            }
            skipSpaces()
            let byte = text[at]
            if isLineEnd(byte) || byte == Byte.hash || at - lineStart > indent || byte == Byte.tab {
                continue
            }
            at = lineStart
            return skipToContent()
        }
    }
}
