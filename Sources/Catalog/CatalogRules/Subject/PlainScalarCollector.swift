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
    /// Where the declarations around what is walked over are, the outermost first.
    private var declarations: [SourceLocation] = []

    /// Walks over a file.
    mutating func collect(from source: ParsedSource) {
        guard let root = source.parsed.root, case .mapping(let sections) = root.content else { return }
        path = source.source.path
        bytes = source.source.bytes
        for section in sections {
            guard case .mapping(let entries) = section.value.content else { continue }
            let value = KeyValue.mapping(.file).value(under: section.keyText)
            for entry in entries { walk(entry, value?.value(under: entry.keyText)) }
        }
    }

    /// Walks over an entry.
    ///
    /// - Parameter value: what the language says of the entry's value; nil: nothing.
    private mutating func walk(_ entry: Entry, _ value: KeyValue?) {
        switch value {
        // Levels such as `off` are words of the catalog language, and `expected` there.
        case .rules: return
        case .mapping(let mapping):
            guard mapping.canSuppress else { return walk(entry, mapping) }
            declarations.append(SourceLocation(entry.key, in: path))
            walk(entry, mapping)
            declarations.removeLast()
        case .named(let mapping):
            lookAt(entry.key, key: "", isKey: true)
            guard case .mapping(let entries) = entry.value.content else {
                return walk(entry.value, key: entry.keyText)
            }
            let value = KeyValue.mapping(mapping)
            for entry in entries { walk(entry, value) }
        default: walk(entry)
        }
    }

    /// Walks over an entry whose value is a mapping of the language.
    private mutating func walk(_ entry: Entry, _ mapping: CatalogMapping) {
        // No part of a property is a declaration, and most of a catalog is in properties.
        if mapping == .property || mapping == .contextProperty { return walk(entry) }
        lookAt(entry.key, key: "", isKey: true)
        guard case .mapping(let entries) = entry.value.content else {
            return walk(entry.value, key: entry.keyText)
        }
        let value = KeyValue.mapping(mapping)
        for entry in entries { walk(entry, value.value(of: entry)) }
    }

    /// Walks over an entry in which there is no declaration.
    private mutating func walk(_ entry: Entry) {
        lookAt(entry.key, key: "", isKey: true)
        walk(entry.value, key: entry.keyText)
    }

    /// Goes down as deep as the parser did, which has a limit.
    private mutating func walk(_ node: Node, key: String) {
        switch node.content {
        case .scalar: lookAt(node, key: key, isKey: false)
        case .sequence(let elements): for element in elements { walk(element, key: key) }
        case .mapping(let entries): walk(entries)
        }
    }

    /// Walks over entries in which there is no declaration.
    ///
    /// NOTE: By index, and with a look at each scalar before it is handed on, because most of a catalog is walked over here and a
    /// `for` loop copies each entry.
    private mutating func walk(_ entries: [Entry]) {
        var index = 0
        while index < entries.count {
            if case .scalar(let scalar) = entries[index].key.content,
                mayMatter(scalar, endingAt: entries[index].key.start.offset + entries[index].key.length)
            {
                lookAt(entries[index].key, key: "", isKey: true)
            }
            switch entries[index].value.content {
            case .scalar(let scalar):
                if mayMatter(
                    scalar, endingAt: entries[index].value.start.offset + entries[index].value.length)
                {
                    lookAt(entries[index].value, key: entries[index].keyText, isKey: false)
                }
            case .sequence(let elements):
                for element in elements { walk(element, key: entries[index].keyText) }
            case .mapping(let entries): walk(entries)
            }
            index += 1
        }
    }

    /// Whether a scalar is worth a closer look. False for most.
    private func mayMatter(_ scalar: Scalar, endingAt end: Int) -> Bool {
        scalar.style == .plain && (looksOdd(scalar) || comment(behind: end) != nil)
    }

    /// Collects a node if rules look at it.
    private mutating func lookAt(_ node: Node, key: String, isKey: Bool) {
        guard case .scalar(let scalar) = node.content, scalar.style == .plain, node.length > 0 else { return }
        let comment =
            Self.proseKeys.contains(key) ? comment(behind: node.start.offset + node.length) : nil
        guard comment != nil || looksOdd(scalar) else { return }
        // The text of an alias is elsewhere.
        guard let range = node.textRange, range.upperBound <= bytes.count,
            bytes[range].elementsEqual(scalar.text.utf8)
        else { return }
        scalars.append(
            PlainScalar(
                node: node, scalar: scalar, key: key, isKey: isKey, location: SourceLocation(node, in: path),
                declarations: declarations.reversed(), comment: comment))
    }

    /// Whether it could be read as a truth value, a number or a date: a truth value, a word of at most three letters that may mean
    /// one, or something that begins like a number and is not a plain whole one.
    private func looksOdd(_ scalar: Scalar) -> Bool {
        let text = scalar.text.utf8
        switch scalar.value {
        case .bool: return true
        // Most numbers are whole and decimal, which means the same to all readers. Octal ones have an `o`.
        case .integer: return text.contains(UInt8(ascii: "o"))
        default: break
        }
        guard let first = text.first else { return false }
        if first <= 0x39, first >= 0x2B { return true }
        guard text.count <= 3 else { return false }
        switch first | 0x20 {
        case 0x79, 0x6E, 0x6F: return true  // y, n, o
        default: return false
        }
    }

    /// The beginning of the comment after a scalar that ends there; nil if there is none on its line.
    private func comment(behind end: Int) -> Int? {
        var index = end
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        return index < bytes.count && bytes[index] == 0x23 ? index : nil
    }
}
