import SignalPattern
import YAMLLite

extension CatalogReader {
    /// Reads the limit of a constraint. Nil if it cannot be read, or does not fit the type.
    mutating func limit(
        _ kind: ConstraintKind, _ entry: Entry, _ type: PropertyType?
    ) -> Constraints.Limit? {
        if let type, !type.traits.constraints.contains(kind) {
            mismatch(entry, type, hint: hint(insteadOf: kind, for: type))
            return nil
        }
        return limit(kind, entry, isWhole: type == .int || type == .list(.int))
    }

    private mutating func limit(
        _ kind: ConstraintKind, _ entry: Entry, isWhole: Bool
    ) -> Constraints.Limit? {
        let (node, key) = (entry.value, entry.keyText)
        switch kind.test.measure {
        case .value where isWhole: return integer(node, for: key).map { .bound(.integer($0)) }
        case .value: return number(node, for: key).map(Constraints.Limit.bound)
        case .length, .count: return count(node, for: key).map { .bound(.integer(Int64($0))) }
        case .form: return pattern(node, for: key).map(Constraints.Limit.pattern)
        }
    }

    /// What may have been meant by a constraint that does not fit the type.
    private func hint(insteadOf kind: ConstraintKind, for type: PropertyType) -> String? {
        if kind == .pattern { return type == .text ? "free text has no pattern; use \"type: string\"" : nil }
        // A limit of a number or a count may be meant for the length of a text, and a length for a number.
        let meant: ConstraintKind.Measure = kind.test.measure == .length ? .value : .length
        let other = type.traits.constraints.first { $0.test == (meant, kind.test.direction) }
        return other.map { "use \(Quoted.text($0.definition.name))" }
    }

    /// Reports a minimum that is greater than the maximum.
    mutating func checkBounds(_ constraints: Constraints, _ fields: PropertyFields) {
        guard let least = constraints.minimum, let most = constraints.maximum, least > most,
            let minimum = fields[.constraint(.minimum)], let maximum = fields[.constraint(.maximum)]
        else { return }
        findings.error(
            .constraintContradiction, "no value can be at least \(least.text) and at most \(most.text)",
            at: location(of: maximum.value),
            notes: [Diagnostic.Note("the minimum is here", at: location(of: minimum.value))])
    }

    /// A pattern; anything else is reported, and nil.
    private mutating func pattern(_ node: Node, for key: String) -> String? {
        guard let pattern = text(node, for: key) else { return nil }
        do throws(PatternError) {
            _ = try Pattern(parsing: pattern)
            return pattern
        } catch {
            var place = location(of: node)
            if let range = node.textRange, error.offset <= range.count {
                place.column += range.lowerBound - node.start.offset + error.offset
                place.length = error.offset < range.count ? 1 : 0
            }
            findings.error(.invalidPattern, "this is not a pattern: \(error.message)", at: place)
            return nil
        }
    }

    private mutating func mismatch(_ entry: Entry, _ type: PropertyType, hint: String? = nil) {
        findings.error(
            .constraintMismatch,
            "\(Quoted.text(entry.keyText)) does not fit the type \(Quoted.text(type.name))",
            at: location(of: entry.key), hint: hint)
    }
}
