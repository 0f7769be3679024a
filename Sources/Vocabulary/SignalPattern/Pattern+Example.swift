extension Pattern {
    /// A short value that the pattern describes, for documentation: every repetition as often as it must be and, where that is never,
    /// once. Nil for a pattern that describes no value of at most `maximumLength` Unicode scalars in this way.
    ///
    /// Letters and digits are taken from a class where it has any. The same pattern always gives the same value.
    package func example(maximumLength: Int = 64) -> String? {
        guard var parser = try? PatternParser(text), let tree = try? parser.parse() else { return nil }
        for isGenerous in [true, false] {
            var scalars = String.UnicodeScalarView()
            guard Self.append(tree, isGenerous: isGenerous, maximumLength, to: &scalars) else { continue }
            let value = String(scalars)
            if !value.isEmpty, matches(value) { return value }
        }
        return nil
    }

    /// Appends what a node describes; false when the value would be longer than the limit, or when a class has no scalar.
    private static func append(
        _ node: PatternNode, isGenerous: Bool, _ limit: Int, to scalars: inout String.UnicodeScalarView
    ) -> Bool {
        switch node {
        case .empty: return true
        case .scalar(let set):
            guard scalars.count < limit, let scalar = set.typicalElement(at: scalars.count) else {
                return false
            }
            scalars.append(scalar)
            return true
        case .sequence(let nodes):
            return nodes.allSatisfy { append($0, isGenerous: isGenerous, limit, to: &scalars) }
        case .alternation(let nodes):
            guard let first = nodes.first(where: { !$0.isEmpty }) else { return true }
            return append(first, isGenerous: isGenerous, limit, to: &scalars)
        case .repetition(let node, let minimum, let maximum):
            let wanted = isGenerous ? max(minimum, min(maximum ?? 6, 6)) : minimum
            for _ in 0..<wanted where !append(node, isGenerous: isGenerous, limit, to: &scalars) {
                return false
            }
            return true
        }
    }
}

extension ScalarSet {
    /// A scalar to show as an example: a letter or a digit where there is one, not always the same.
    fileprivate func typicalElement(at position: Int) -> Unicode.Scalar? {
        let letters: [UInt32] = [0x61, 0x37, 0x63, 0x34, 0x65, 0x31, 0x62, 0x39, 0x64, 0x30]
        let start = position % letters.count
        for candidate in letters[start...] + letters[..<start] where contains(candidate) {
            return Unicode.Scalar(candidate)
        }
        for range in [UInt32(0x61)...0x7A, 0x41...0x5A, 0x30...0x39, 0x21...0x7E] {
            if let scalar = first(in: range) { return scalar }
        }
        return ranges.lazy.compactMap { Unicode.Scalar($0.lowerBound) }.first
    }

    private func contains(_ value: UInt32) -> Bool { ranges.contains { $0.contains(value) } }

    private func first(in wanted: ClosedRange<UInt32>) -> Unicode.Scalar? {
        for range in ranges where range.overlaps(wanted) {
            return Unicode.Scalar(max(range.lowerBound, wanted.lowerBound))
        }
        return nil
    }
}
