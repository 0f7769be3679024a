import SignalVocabulary
import YAMLLite

/// Puts back together what the parser leaves out: where values end, what is an anchor or an alias, and where the comments are.
///
/// The bytes were accepted by the parser, so nothing is checked again. All reading is bounded by their count.
struct OutlineBuilder {
    private let bytes: [UInt8]
    /// The first byte of each line.
    private var lineStarts: [Int]
    /// The bytes in which `#` begins no comment: quoted texts, and the lines of block scalars. In order.
    private var opaque: [Range<Int>] = []
    private(set) var outline: Outline

    /// The outline of a document.
    static func build(_ root: Node, _ bytes: [UInt8]) -> Outline {
        var builder = OutlineBuilder(root, bytes)
        builder.addChildren(of: root, parent: -1, flow: builder.isFlow(root))
        let comments = builder.comments()
        builder.attach(comments)
        return builder.outline
    }

    private init(_ root: Node, _ bytes: [UInt8]) {
        self.bytes = bytes
        lineStarts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        for (index, byte) in bytes.enumerated() where byte == 0x0A { lineStarts.append(index + 1) }
        outline = Outline(root: root)
    }

    private func byte(_ index: Int) -> UInt8 {
        index >= 0 && index < bytes.count ? bytes[index] : 0
    }

    private func isFlow(_ node: Node) -> Bool {
        let first = byte(node.start.offset)
        return node.scalar == nil && (first == 0x5B || first == 0x7B)
    }

    // MARK: items

    private mutating func addChildren(of node: Node, parent: Int, flow: Bool) {
        switch node.content {
        case .scalar: break
        case .mapping(let entries):
            for entry in entries {
                addOpaque(quotedAt: entry.key)
                add(
                    entry.value, key: entry.key, parent: parent, entry.key.start,
                    indent: entry.key.start.column - 1)
            }
        case .sequence(let elements):
            for element in elements {
                let start = flow ? element.start : dash(of: element, column: node.start.column)
                add(element, key: nil, parent: parent, start, indent: node.start.column - 1)
            }
        }
    }

    /// The dash of a block sequence's element: on its line or on the nearest one above that has one in the sequence's column.
    private func dash(of element: Node, column: Int) -> Position {
        var line = element.start.line
        while line >= 1 {
            let offset = lineStarts[line - 1] + column - 1
            if offset <= element.start.offset, byte(offset) == 0x2D {
                return Position(line: line, column: column, offset: offset)
            }
            line -= 1
        }
        return element.start
    }

    private mutating func add(_ value: Node, key: Node?, parent: Int, _ start: Position, indent: Int) {
        let index = outline.items.count
        var item = Item(
            key: key, value: value, parent: parent, start: start.offset, line: start.line,
            column: start.column,
            end: value.start.offset + value.length)
        item.hasBlankBefore = isBlank(start.line - 1) && isFirstOnLine(start)
        item.isFlow = isFlow(value)
        if let scalar = value.scalar {
            item.end = endOfScalar(scalar, value, indent: indent)
            let text = String(
                decoding: bytes[value.start.offset..<max(item.end, value.start.offset)], as: UTF8.self)
            if scalar.style != .plain || value.length > 0, byte(value.start.offset) == 0x2A {
                item.alias = text
            }
            item.anchor = anchor(before: value.start.offset)
            if item.anchor != nil { outline.hasAnchors = true }
        }
        outline.items.append(item)
        if parent < 0 { outline.roots.append(index) } else { outline.items[parent].children.append(index) }
        guard value.scalar == nil else { return }
        addChildren(of: value, parent: index, flow: item.isFlow)
        let last = outline.items[index].children.last.map { outline.items[$0].end } ?? value.start.offset + 1
        outline.items[index].end = item.isFlow ? endOfFlow(from: last) : last
    }

    /// Whether there is nothing but white space before it on its line.
    private func isFirstOnLine(_ start: Position) -> Bool {
        var index = lineStarts[start.line - 1]
        while index < start.offset, byte(index) == 0x20 || byte(index) == 0x09 { index += 1 }
        return index >= start.offset
    }

    /// Whether a line, counted from 1, is there and has nothing but white space.
    private func isBlank(_ line: Int) -> Bool {
        guard line >= 1 else { return false }
        var index = lineStarts[line - 1]
        while byte(index) == 0x20 || byte(index) == 0x09 || byte(index) == 0x0D { index += 1 }
        return byte(index) == 0x0A
    }

    private func anchor(before offset: Int) -> String? {
        var end = offset
        while end > 0, byte(end - 1) == 0x20 { end -= 1 }
        var start = end
        while start > 0, Self.isAnchorName(byte(start - 1)) { start -= 1 }
        guard start < end, end < offset, byte(start - 1) == 0x26 else { return nil }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private static func isAnchorName(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte == 0x5F || byte == 0x2D
    }

    // MARK: ends

    private mutating func addOpaque(quotedAt node: Node) {
        let start = node.start.offset
        let quote = byte(start)
        if quote == 0x22 || quote == 0x27 { opaque.append(start..<endOfQuoted(start)) }
    }

    /// The end of a scalar; its bytes are noted when a `#` in them is none of a comment.
    private mutating func endOfScalar(_ scalar: Scalar, _ node: Node, indent: Int) -> Int {
        let start = node.start.offset
        switch byte(start) {
        case 0x22, 0x27:
            let end = endOfQuoted(start)
            opaque.append(start..<end)
            return end
        case 0x7C,
            0x3E where scalar.style == .literal || scalar.style == .folded:
            let content = endOfBlockScalar(node, indent: indent)
            opaque.append(content)
            return content.upperBound
        default: return start + node.length
        }
    }

    private func endOfQuoted(_ start: Int) -> Int {
        let quote = byte(start)
        var index = start + 1
        while index < bytes.count {
            if bytes[index] == 0x5C, quote == 0x22 {
                index += 2
            } else if bytes[index] == quote {
                index += 1
                if quote == 0x22 || byte(index) != quote { return index }
                index += 1
            } else {
                index += 1
            }
        }
        return bytes.count
    }

    /// The lines of a block scalar's text, blank ones at its end included.
    private func endOfBlockScalar(_ node: Node, indent: Int) -> Range<Int> {
        var level = 0
        var index = node.start.offset + 1
        while index < node.start.offset + node.length {
            if byte(index) > 0x30, byte(index) <= 0x39 { level = indent + Int(byte(index) - 0x30) }
            index += 1
        }
        let first = node.start.line < lineStarts.count ? lineStarts[node.start.line] : bytes.count
        var line = node.start.line
        while line < lineStarts.count {
            let start = lineStarts[line]
            var content = start
            while byte(content) == 0x20 { content += 1 }
            let isBlank = content >= bytes.count || byte(content) == 0x0A || byte(content) == 0x0D
            if !isBlank {
                if level == 0 { level = max(content - start, indent + 1) }
                if content - start < level { return first..<start }
            }
            line += 1
        }
        return first..<bytes.count
    }

    /// Behind the bracket that closes a flow collection, from behind its last value on.
    private func endOfFlow(from offset: Int) -> Int {
        var index = offset
        while index < bytes.count {
            switch bytes[index] {
            case 0x5D, 0x7D: return index + 1
            case 0x23 where isWhite(index - 1): while byte(index) != 0x0A, index < bytes.count { index += 1 }
            default: index += 1
            }
        }
        return bytes.count
    }

    /// Whether white space, or nothing at all, stands there.
    private func isWhite(_ index: Int) -> Bool {
        index < lineStarts[0] || byte(index) == 0x20 || byte(index) == 0x09 || byte(index) == 0x0A
    }

    // MARK: comments

    private func comments() -> [Comment] {
        var comments: [Comment] = []
        var next = 0
        var index = lineStarts[0]
        var line = 0
        while index < bytes.count {
            if next < opaque.count, index >= opaque[next].lowerBound {
                index = max(index, opaque[next].upperBound)
                next += 1
                continue
            }
            guard bytes[index] == 0x23, isWhite(index - 1) else {
                index += 1
                continue
            }
            while line + 1 < lineStarts.count, lineStarts[line + 1] <= index { line += 1 }
            let start = index
            while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            var end = index
            while isWhite(end - 1) || byte(end - 1) == 0x0D { end -= 1 }
            var first = lineStarts[line]
            while byte(first) == 0x20 || byte(first) == 0x09 { first += 1 }
            comments.append(
                Comment(
                    text: String(decoding: bytes[start..<end], as: UTF8.self), start: start, line: line + 1,
                    column: start - lineStarts[line] + 1, isOwnLine: first == start,
                    hasBlankBefore: isBlank(line)))
        }
        return comments
    }

    private mutating func attach(_ comments: [Comment]) {
        outline.comments = comments.map(\.text)
        var next = 0
        for comment in comments {
            while next < outline.items.count, outline.items[next].start < comment.start { next += 1 }
            if comment.isOwnLine { attachLine(comment, next) } else { attachTrailing(comment, next) }
        }
    }

    /// Attaches a comment that stands behind something to the item that ends there, or to the one whose value begins below.
    private mutating func attachTrailing(_ comment: Comment, _ next: Int) {
        guard next > 0 else { return attachLine(comment, next) }
        var index = next - 1
        while outline.items[index].parent >= 0 {
            let parent = outline.items[index].parent
            guard outline.items[parent].isFlow, outline.items[parent].end <= comment.start else { break }
            index = parent
        }
        outline.items[index].trailing.append(comment)
    }

    /// Attaches a comment on a line of its own: to what follows, unless it is indented deeper than that.
    private mutating func attachLine(_ comment: Comment, _ next: Int) {
        let hasNext = next < outline.items.count
        guard next > 0 else {
            if hasNext { outline.items[next].leading.append(comment) }
            return
        }
        let ancestors = ancestors(of: next - 1)
        // In brackets columns say nothing.
        let flow = ancestors.first { index in
            let item = outline.items[index]
            return item.isFlow && item.value.start.offset < comment.start && comment.start < item.end
        }
        if let flow {
            if hasNext, outline.items[next].start < outline.items[flow].end {
                outline.items[next].leading.append(comment)
            } else if let last = outline.items[flow].children.last {
                outline.items[last].after.append(comment)
            } else {
                outline.items[flow].trailing.append(comment)
            }
            return
        }
        let isWithinFlow = isFlow(outline.root)
        if hasNext,
            isWithinFlow || comment.column <= outline.items[next].column
                || outline.items[next].parent == next - 1
        {
            outline.items[next].leading.append(comment)
            return
        }
        let owner =
            isWithinFlow
            ? ancestors.last
            : ancestors.first { index in
                let parent = outline.items[index].parent
                return outline.items[index].column <= comment.column
                    && (parent < 0 || !outline.items[parent].isFlow)
            } ?? ancestors.last
        guard let owner else { return }
        if hasNext, outline.items[owner].parent == outline.items[next].parent {
            outline.items[next].leading.append(comment)
        } else {
            outline.items[owner].after.append(comment)
        }
    }

    /// An item and what contains it, from the inside.
    private func ancestors(of index: Int) -> [Int] {
        var result = [index]
        while let last = result.last, outline.items[last].parent >= 0 {
            result.append(outline.items[last].parent)
        }
        return result
    }
}
