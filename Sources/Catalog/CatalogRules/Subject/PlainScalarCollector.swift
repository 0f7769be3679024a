import CatalogModel
import YAMLLite

/// Walks over the nodes of all files once and collects what rules about the text look at.
struct PlainScalarCollector {
    /// What was found.
    private(set) var scalars: [PlainScalar] = []
    private var path = ""
    private var bytes: [UInt8] = []

    /// Walks over a file.
    mutating func collect(from source: ParsedSource) {
        guard let root = source.parsed.root, case .mapping(let sections) = root.content else { return }
        path = source.source.path
        bytes = source.source.bytes
        for section in sections {
            let name = section.keyText
            guard case .mapping(let entries) = section.value.content else { continue }
            for entry in entries {
                switch name {
                case "catalog":
                    // Levels such as `off` are words of the catalog language, and `expected` there.
                    if entry.keyText != "rules" { walk(entry, []) }
                case "events", "groups", "context": walkDeclaration(entry, name)
                default: walk(entry, [])
                }
            }
        }
    }

    private mutating func walkDeclaration(_ entry: Entry, _ section: String) {
        let place = SourceLocation(entry.key, in: path)
        guard case .mapping(let fields) = entry.value.content, section != "context" else {
            return walk(entry, [place])
        }
        note(entry.key, key: "", isKey: true, [place])
        for field in fields {
            if section == "events", field.keyText == "properties",
                case .mapping(let properties) = field.value.content
            {
                for property in properties {
                    walk(property, [SourceLocation(property.key, in: path), place])
                }
            } else if section == "groups", case .mapping = field.value.content, field.keyText != "suppress" {
                walk(field, [SourceLocation(field.key, in: path), place])
            } else {
                walk(field, [place])
            }
        }
    }

    private mutating func walk(_ entry: Entry, _ declarations: [SourceLocation]) {
        note(entry.key, key: "", isKey: true, declarations)
        walk(entry.value, key: entry.keyText, declarations)
    }

    /// Goes down as deep as the parser did, which has a limit.
    private mutating func walk(_ node: Node, key: String, _ declarations: [SourceLocation]) {
        switch node.content {
        case .scalar: note(node, key: key, isKey: false, declarations)
        case .sequence(let elements): for element in elements { walk(element, key: key, declarations) }
        case .mapping(let entries): for entry in entries { walk(entry, declarations) }
        }
    }

    private mutating func note(_ node: Node, key: String, isKey: Bool, _ declarations: [SourceLocation]) {
        guard case .scalar(let scalar) = node.content, scalar.style == .plain, node.length > 0 else { return }
        let comment = key == "description" || key == "reason" ? comment(behind: node) : nil
        guard comment != nil || looksOdd(scalar) else { return }
        // The text of an alias is elsewhere.
        guard let range = node.textRange, range.upperBound <= bytes.count,
            bytes[range].elementsEqual(scalar.text.utf8)
        else { return }
        scalars.append(
            PlainScalar(
                node: node, scalar: scalar, key: key, isKey: isKey, location: SourceLocation(node, in: path),
                declarations: declarations, comment: comment))
    }

    /// Whether it could be read as a truth value, a number or a date: a truth value, a word of at most three letters that may mean
    /// one, or something that begins like a number.
    private func looksOdd(_ scalar: Scalar) -> Bool {
        if case .bool = scalar.value { return true }
        let text = scalar.text.utf8
        guard let first = text.first else { return false }
        if first <= 0x39, first >= 0x2B { return true }
        guard text.count <= 3 else { return false }
        switch first | 0x20 {
        case 0x79, 0x6E, 0x6F: return true  // y, n, o
        default: return false
        }
    }

    /// The beginning of the comment after a scalar; nil if there is none on its line.
    private func comment(behind node: Node) -> Int? {
        var index = node.start.offset + node.length
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        return index < bytes.count && bytes[index] == 0x23 ? index : nil
    }
}
