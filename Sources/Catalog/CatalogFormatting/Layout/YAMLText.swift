import YAMLLite

/// Writes an outline in canonical form.
struct YAMLText {
    private let outline: Outline
    /// What was written.
    private var text = ""

    /// The canonical form of a document.
    static func write(_ outline: Outline) -> String {
        var writer = YAMLText(outline: outline)
        writer.text.reserveCapacity(outline.items.count * 32)
        if outline.roots.isEmpty {
            writer.text = (outline.root.mapping == nil ? "[]" : "{}") + "\n"
            for comment in outline.comments { writer.text += comment + "\n" }
        } else {
            writer.block(outline.roots, isMapping: outline.root.mapping != nil, .document, indent: 0)
        }
        return writer.text
    }

    private init(outline: Outline) { self.outline = outline }

    /// How a value is written.
    private enum Form {
        /// Behind its key or dash.
        case line(String)
        /// As a block scalar: the header behind key or dash, the lines below.
        case lines(header: String, [String])
        /// As a block collection.
        case block

        var isLine: Bool { if case .line = self { true } else { false } }
    }

    // MARK: blocks

    /// Writes the items of a collection, each on a line or more.
    ///
    /// - Parameter isBehindDash: whether the first of them goes on with the line of a dash.
    private mutating func block(
        _ items: [Int], isMapping: Bool, _ place: Place, indent: Int, isBehindDash: Bool = false
    ) {
        let items = isMapping ? ordered(items, place) : items
        var isPreviousLine = true
        for (number, index) in items.enumerated() {
            let item = outline.items[index]
            let inner = isMapping ? place.of(item.key?.scalar?.text ?? "") : place.element
            let form = form(of: index, inner, indent: indent)
            let isFirst = number == 0
            // Where each part has a line alone, a blank one between them is the author's choice.
            var needsBlank =
                !isFirst && place.isSpaced && (place == .document || !form.isLine || !isPreviousLine)
            isPreviousLine = form.isLine
            var isAtStart = isFirst
            let before = isFirst && isBehindDash ? [] : commentsBefore(index, form, inner, indent: indent)
            for comment in before {
                if needsBlank || (comment.hasBlankBefore && !isAtStart) { text += "\n" }
                (needsBlank, isAtStart) = (false, false)
                put(comment, indent)
            }
            if needsBlank || (item.hasBlankBefore && !isAtStart) { text += "\n" }
            if !(isFirst && isBehindDash) { text += spaces(indent) }
            put(item, index, form, inner, indent: indent)
            for comment in item.after {
                if comment.hasBlankBefore { text += "\n" }
                put(comment, indent)
            }
        }
    }

    /// Writes an item from its key or dash on.
    private mutating func put(_ item: Item, _ index: Int, _ form: Form, _ place: Place, indent: Int) {
        text += item.key.map { keyText($0, inFlow: false) + ":" } ?? "-"
        switch form {
        case .line(let value):
            if !value.isEmpty { text += " " + value }
            endLine(item)
        case .lines(let header, let lines):
            text += " " + header
            endLine(item)
            for line in lines { text += line.isEmpty ? "\n" : spaces(indent + 2) + line + "\n" }
        case .block:
            let isMapping = item.value.mapping != nil
            if item.key == nil {
                text += " "
                block(item.children, isMapping: isMapping, place, indent: indent + 2, isBehindDash: true)
            } else {
                endLine(item)
                block(item.children, isMapping: isMapping, place, indent: indent + 2)
            }
        }
    }

    private mutating func endLine(_ item: Item) {
        if let comment = item.trailing.last { text += " " + comment.text }
        text += "\n"
    }

    private mutating func put(_ comment: Comment, _ indent: Int) {
        text += spaces(indent) + comment.text + "\n"
    }

    /// The comments on lines of their own before an item: also those that have no place behind it, and those of what begins on the
    /// line of its dash.
    private func commentsBefore(_ index: Int, _ form: Form, _ place: Place, indent: Int) -> [Comment] {
        let item = outline.items[index]
        guard item.key == nil, case .block = form else { return item.leading + item.trailing.dropLast() }
        let isMapping = item.value.mapping != nil
        let children = isMapping ? ordered(item.children, place) : item.children
        guard let first = children.first else { return item.leading + item.trailing }
        let child = outline.items[first]
        let inner = isMapping ? place.of(child.key?.scalar?.text ?? "") : place.element
        let form = self.form(of: first, inner, indent: indent + 2)
        return item.leading + item.trailing + commentsBefore(first, form, inner, indent: indent + 2)
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    // MARK: order

    /// The entries of a mapping with the known keys first. Where aliases could come before what they stand for, all stay.
    private func ordered(_ items: [Int], _ place: Place) -> [Int] {
        let keys = place.keys
        if keys.isEmpty || outline.hasAnchors { return items }
        var known: [(rank: Int, item: Int)] = []
        var others: [Int] = []
        for index in items {
            let item = outline.items[index]
            if let rank = keys.firstIndex(of: item.key?.scalar?.text ?? "") {
                known.append((rank, index))
            } else if place == .group, item.key?.scalar?.text == "description", item.value.scalar != nil {
                // In a group a mapping under this key is a property.
                known.append((-1, index))
            } else {
                others.append(index)
            }
        }
        return known.sorted { $0.rank < $1.rank }.map(\.item) + others
    }

    // MARK: values

    private func form(of index: Int, _ place: Place, indent: Int) -> Form {
        let item = outline.items[index]
        let head = indent + (item.key.map { length(keyText($0, inFlow: false)) + 2 } ?? 2)
        guard let scalar = item.value.scalar else {
            let canBeLine = !place.isAlwaysBlock && (place.prefersOneLine || item.isFlow)
            if item.children.isEmpty { return .line(item.value.mapping == nil ? "[]" : "{}") }
            if canBeLine, let line = flowText(of: index, place, isShallow: place.prefersOneLine),
                head + length(line) <= CanonicalForm.width
            {
                return .line(line)
            }
            return .block
        }
        let prefix = item.anchor.map { "&" + $0 + " " } ?? ""
        if let alias = item.alias { return .line(alias) }
        guard scalar.value == .string else { return .line(prefix + scalar.text) }
        let width = CanonicalForm.width
        if scalar.text.utf8.contains(0x0A) {
            let isFolded = scalar.style == .folded
            let block =
                BlockText.lines(scalar.text, isFolded: isFolded, width: width - indent - 2)
                ?? BlockText.lines(scalar.text, isFolded: false, width: width)
            if let (header, lines) = block { return .lines(header: prefix + header, lines) }
            return .line(prefix + DoubleQuoted.text(scalar.text))
        }
        let line = prefix + ScalarText.oneLine(scalar.text, wasPlain: scalar.style == .plain, inFlow: false)
        if head + length(line) > width,
            let (header, lines) = BlockText.lines(scalar.text, isFolded: true, width: width - indent - 2),
            lines.count > 1
        {
            return .lines(header: prefix + header, lines)
        }
        return .line(line)
    }

    /// A value in brackets or as a scalar on one line; nil when it has comments within or cannot be on one line.
    ///
    /// - Parameter isShallow: whether a collection may hold nothing but scalars and, as a mapping, lists of scalars.
    private func flowText(of index: Int, _ place: Place, isShallow: Bool) -> String? {
        let item = outline.items[index]
        if let alias = item.alias { return alias }
        if let scalar = item.value.scalar {
            let prefix = item.anchor.map { "&" + $0 + " " } ?? ""
            guard scalar.value == .string else { return scalar.text.isEmpty ? nil : prefix + scalar.text }
            if scalar.text.utf8.contains(0x0A) { return nil }
            return prefix + ScalarText.oneLine(scalar.text, wasPlain: scalar.style == .plain, inFlow: true)
        }
        let isMapping = item.value.mapping != nil
        if item.children.isEmpty { return isMapping ? "{}" : "[]" }
        var parts: [String] = []
        var count = 0
        for child in isMapping ? ordered(item.children, place) : item.children {
            let inner = outline.items[child]
            guard inner.leading.isEmpty, inner.trailing.isEmpty, inner.after.isEmpty else { return nil }
            let isScalar = inner.value.scalar != nil
            if isShallow, !isScalar, !isMapping || inner.value.mapping != nil { return nil }
            let name = inner.key?.scalar?.text ?? ""
            guard
                let value = flowText(
                    of: child, isMapping ? place.of(name) : place.element, isShallow: isShallow)
            else { return nil }
            let part = (inner.key.map { keyText($0, inFlow: true) + ": " } ?? "") + value
            count += part.utf8.count
            // It cannot fit, so the rest need not be looked at: a character has four bytes at most.
            if count > 4 * CanonicalForm.width { return nil }
            parts.append(part)
        }
        let content = parts.joined(separator: ", ")
        return isMapping ? "{ " + content + " }" : "[" + content + "]"
    }

    private func keyText(_ key: Node, inFlow: Bool) -> String {
        guard let scalar = key.scalar else { return "" }
        return ScalarText.oneLine(scalar.text, wasPlain: scalar.style == .plain, inFlow: inFlow)
    }

    private func length(_ text: String) -> Int { text.unicodeScalars.count }
}
