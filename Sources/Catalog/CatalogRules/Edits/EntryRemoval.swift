import CatalogModel
import YAMLLite

/// Takes one suppression out of its file, and `suppress:` with it when it was the last one.
struct EntryRemoval {
    private let entries: [Entry]
    private let bytes: [UInt8]
    private let path: String

    /// The removal of the suppression whose rule is named at a place.
    init(_ catalog: CheckedCatalog, _ place: SourceLocation) {
        entries = catalog.entries(leadingTo: place)
        bytes = catalog.bytes(of: place.path)
        path = place.path
    }

    /// The edit; nil where it is not plain how far the entry goes.
    func fix(title: String) -> Diagnostic.Fix? {
        guard entries.count >= 3 else { return nil }
        let suppressions = entries[entries.count - 2]
        let isLast = suppressions.value.mapping?.count == 1
        let target = isLast ? suppressions : entries[entries.count - 1]
        let container = isLast ? entries[entries.count - 3].value : suppressions.value
        guard let range = range(of: target, in: container) else { return nil }
        return Diagnostic.Fix(title: title, path: path, range: range, replacement: "")
    }

    private func range(of target: Entry, in container: Node) -> Range<Int>? {
        guard let siblings = container.mapping, let end = end(of: target.value),
            let index = siblings.firstIndex(where: { $0.key.start == target.key.start })
        else { return nil }
        let start = target.key.start.offset
        guard isFlow(container) else { return lines(from: start, to: end) }
        if index + 1 < siblings.count {
            let next = siblings[index + 1].key.start.offset
            // A comment in between may belong to what comes next.
            return end <= next && !bytes[end..<next].contains(0x23) ? start..<next : nil
        }
        if index == 0 { return start..<end }
        var comma = start - 1
        while comma >= 0, isSpace(bytes[comma]) { comma -= 1 }
        return comma >= 0 && bytes[comma] == 0x2C ? comma..<end : nil
    }

    /// The whole lines from the one that `start` is on to the one that `end` is on; nil if there is something else before `start`.
    private func lines(from start: Int, to end: Int) -> Range<Int>? {
        var lower = start
        while lower > 0, bytes[lower - 1] == 0x20 { lower -= 1 }
        guard lower == 0 || bytes[lower - 1] == 0x0A else { return nil }
        var upper = end
        while upper < bytes.count, bytes[upper] != 0x0A { upper += 1 }
        return lower..<min(upper + 1, bytes.count)
    }

    private func isFlow(_ node: Node) -> Bool {
        node.start.offset < bytes.count && bytes[node.start.offset] == 0x7B
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// The first byte after a node; nil if it cannot be told where that is.
    private func end(of node: Node) -> Int? {
        switch node.content {
        case .sequence: return nil
        case .mapping(let entries):
            guard isFlow(node) else { return entries.last.flatMap { end(of: $0.value) } }
            var index = node.start.offset + 1
            if let last = entries.last {
                guard let end = end(of: last.value) else { return nil }
                index = end
            }
            while index < bytes.count, isSpace(bytes[index]) || bytes[index] == 0x2C { index += 1 }
            return index < bytes.count && bytes[index] == 0x7D ? index + 1 : nil
        case .scalar(let scalar):
            switch scalar.style {
            case .plain:
                return node.length == scalar.text.utf8.count ? node.start.offset + node.length : nil
            case .singleQuoted, .doubleQuoted: return endOfQuoted(from: node.start.offset)
            case .literal, .folded: return nil
            }
        }
    }

    /// The first byte after a quoted scalar.
    private func endOfQuoted(from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        let quote = bytes[start]
        var index = start + 1
        while index < bytes.count {
            if quote == 0x22, bytes[index] == 0x5C {
                index += 1
            } else if bytes[index] == quote {
                let isDoubled = quote == 0x27 && index + 1 < bytes.count && bytes[index + 1] == quote
                guard isDoubled else { return index + 1 }
                index += 1
            }
            index += 1
        }
        return nil
    }
}
