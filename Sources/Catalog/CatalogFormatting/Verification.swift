import YAMLLite

/// Proves that a text has the values and the comments that it should have.
enum Verification {
    /// Whether the text reads as the same tree, the order of keys aside, with the same comments, the order aside.
    static func isSame(_ root: Node, _ comments: [String], as text: String) -> Bool {
        let bytes = Array(text.utf8)
        let result = parse(bytes)
        guard result.problems.isEmpty, let written = result.root, isSame(root, written) else { return false }
        return comments.sorted() == OutlineBuilder.build(written, bytes).comments.sorted()
    }

    /// Whether two nodes have the same values, of which numbers are compared as they are written.
    static func isSame(_ first: Node, _ second: Node) -> Bool {
        switch (first.content, second.content) {
        case (.scalar(let one), .scalar(let other)):
            return one.value == other.value && one.text == other.text || isNaN(one) && one.text == other.text
        case (.sequence(let one), .sequence(let other)):
            return one.count == other.count && zip(one, other).allSatisfy { isSame($0, $1) }
        case (.mapping(let one), .mapping(let other)):
            guard one.count == other.count else { return false }
            if zip(one, other).allSatisfy({ $0.keyText == $1.keyText }) {
                return zip(one, other).allSatisfy { isSame($0.value, $1.value) }
            }
            let values = Dictionary(
                other.map { ($0.keyText, $0.value) }, uniquingKeysWith: { first, _ in first })
            return one.allSatisfy { entry in values[entry.keyText].map { isSame(entry.value, $0) } ?? false }
        default: return false
        }
    }

    private static func isNaN(_ scalar: Scalar) -> Bool {
        if case .double(let value) = scalar.value { value.isNaN } else { false }
    }
}
