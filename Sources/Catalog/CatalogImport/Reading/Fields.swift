import CatalogModel
import YAMLLite

/// A mapping that is read key by key, and knows what nobody has read.
struct Fields {
    /// What it describes, for messages: `the attribute "http.route"`.
    var subject: String
    /// Where it begins.
    let place: SourceLocation
    private let path: String
    private var left: [Entry]

    /// The keys of a node; nil, said, where it is no mapping.
    init?(_ node: Node, of subject: String, in path: String, reportingTo draft: inout Draft) {
        place = SourceLocation(path: path, node)
        self.subject = subject
        self.path = path
        guard let entries = node.mapping else {
            draft.refuse("\(subject) must be a mapping", at: place)
            return nil
        }
        left = entries
    }

    /// The value of a key, which counts as read; nil where it is not there or null.
    mutating func take(_ key: String) -> Node? {
        guard let index = left.firstIndex(where: { $0.keyText == key }) else { return nil }
        let value = left.remove(at: index).value
        if case .scalar(let scalar) = value.content, scalar.value == .null { return nil }
        return value
    }

    /// The text of a key's scalar, whatever its type; anything else is said.
    mutating func text(_ key: String, _ draft: inout Draft) -> String? {
        guard let node = take(key) else { return nil }
        guard let scalar = node.scalar else {
            draft.leaveOut("\(Quoted.text(key)) of \(subject), which is no text,", at: location(of: node))
            return nil
        }
        return scalar.text
    }

    /// Whether a key's value is `true`; anything but a truth value is said.
    mutating func flag(_ key: String, _ draft: inout Draft) -> Bool? {
        guard let node = take(key) else { return nil }
        if case .bool(let value)? = node.scalar?.value { return value }
        draft.leaveOut(
            "\(Quoted.text(key)) of \(subject), which is neither true nor false,", at: location(of: node))
        return nil
    }

    /// The elements of a key's list; anything else is said.
    mutating func list(_ key: String, _ draft: inout Draft) -> [Node] {
        guard let node = take(key) else { return [] }
        if let elements = node.sequence { return elements }
        draft.leaveOut("\(Quoted.text(key)) of \(subject), which is no list,", at: location(of: node))
        return []
    }

    /// The number of a key, nil where there is none; anything else is said.
    mutating func number(_ key: String, _ draft: inout Draft) -> Constraints.Bound? {
        guard let node = take(key) else { return nil }
        switch node.scalar?.value {
        case .integer(let value): return .integer(value)
        case .double(let value) where value.isFinite: return .double(value)
        default:
            draft.leaveOut("\(Quoted.text(key)) of \(subject), which is no number,", at: location(of: node))
            return nil
        }
    }

    /// Counts keys as read that say nothing a catalog needs to know.
    mutating func ignore(_ keys: String...) {
        left.removeAll { keys.contains($0.keyText) }
    }

    /// What nobody has read yet, for maps whose keys are names.
    mutating func takeRest() -> [Entry] {
        defer { left = [] }
        return left
    }

    /// Says what nobody has read.
    func finish(_ draft: inout Draft) {
        for entry in left {
            draft.leaveOut("\(Quoted.text(entry.keyText)) of \(subject)", at: location(of: entry.key))
        }
    }

    /// Where a node of this file stands.
    func location(of node: Node) -> SourceLocation { SourceLocation(path: path, node) }
}

extension SourceLocation {
    /// Where a node of a file stands.
    init(path: String, _ node: Node) {
        self.init(path: path, line: node.start.line, column: node.start.column, length: node.length)
    }
}
