import CatalogModel
import YAMLLite

/// Walks over the nodes of all files once and collects what rules about the text look at.
struct PlainScalarCollector {
    /// What was found.
    private(set) var scalars: [PlainScalar] = []
    /// The keys whose values are sentences, in which a comment may have been meant as text.
    private static let proseKeys = [DeclarationKey.description.name, TombstoneKey.reason.name]
    private var path = ""
    private var bytes: [UInt8] = []

    /// Walks over a file.
    mutating func collect(from source: ParsedSource) {
        guard let root = source.parsed.root, case .mapping(let sections) = root.content else { return }
        path = source.source.path
        bytes = source.source.bytes
        for section in sections {
            guard case .mapping(let entries) = section.value.content else { continue }
            let value = KeyValue.mapping(.file).value(under: section.keyText)
            for entry in entries { walk(entry, value?.value(under: entry.keyText), []) }
        }
    }

    /// Walks over an entry.
    ///
    /// - Parameters:
    ///   - value: what the language says of the entry's value; nil: nothing.
    ///   - declarations: where the declarations around the entry are, the innermost first.
    private mutating func walk(_ entry: Entry, _ value: KeyValue?, _ declarations: [SourceLocation]) {
        switch value {
        // Levels such as `off` are words of the catalog language, and `expected` there.
        case .rules: return
        case .mapping(let mapping):
            let declarations =
                mapping.canSuppress ? [SourceLocation(entry.key, in: path)] + declarations : declarations
            // No part of a property is a declaration, and most of a catalog is in properties.
            if mapping == .property || mapping == .contextProperty { return walk(entry, declarations) }
            note(entry.key, key: "", isKey: true, declarations)
            guard case .mapping(let entries) = entry.value.content else {
                return walk(entry.value, key: entry.keyText, declarations)
            }
            for entry in entries { walk(entry, value?.value(of: entry), declarations) }
        case .named(let mapping):
            note(entry.key, key: "", isKey: true, declarations)
            guard case .mapping(let entries) = entry.value.content else {
                return walk(entry.value, key: entry.keyText, declarations)
            }
            for entry in entries { walk(entry, .mapping(mapping), declarations) }
        default: walk(entry, declarations)
        }
    }

    /// Walks over an entry in which there is no declaration.
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
        let comment = Self.proseKeys.contains(key) ? comment(behind: node) : nil
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
