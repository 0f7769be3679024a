import SignalPattern
import YAMLLite

extension CatalogReader {
    /// Reads `max_items`. Nil if it cannot be read, or does not fit the type.
    mutating func maxItems(_ entry: Entry, _ type: PropertyType?) -> Int? {
        let items = count(entry.value, for: entry.keyText)
        guard let type else { return items }
        if case .list = type { return items }
        mismatch(entry, type, hint: type.hasLength ? "use \"max_length\"" : nil)
        return nil
    }

    /// Reads `max_length`. Nil if it cannot be read, or does not fit the type.
    mutating func maxLength(_ entry: Entry, _ type: PropertyType?) -> Int? {
        let length = count(entry.value, for: entry.keyText)
        guard let type, !type.hasLength else { return length }
        mismatch(entry, type, hint: type.isNumeric ? "use \"maximum\"" : nil)
        return nil
    }

    /// Reports bounds between which there is no value.
    mutating func checkBounds(_ constraints: Constraints, _ fields: PropertyFields) {
        guard let least = constraints.minimum, let most = constraints.maximum, least > most,
            let minimum = fields[.minimum], let maximum = fields[.maximum]
        else { return }
        findings.error(
            .constraintContradiction, "no value can be at least \(least.text) and at most \(most.text)",
            at: location(of: maximum.value),
            notes: [Diagnostic.Note("the minimum is here", at: location(of: minimum.value))])
    }

    /// Reads `minimum` or `maximum`. Nil if it cannot be read, or does not fit the type.
    mutating func bound(_ entry: Entry, _ type: PropertyType?) -> Constraints.Bound? {
        guard let type else { return number(entry.value, for: entry.keyText) }
        guard type.isNumeric else {
            mismatch(
                entry, type, hint: type.hasLength && entry.keyText == "maximum" ? "use \"max_length\"" : nil)
            return nil
        }
        if type == .int || type == .list(.int) {
            return integer(entry.value, for: entry.keyText).map(Constraints.Bound.integer)
        }
        return number(entry.value, for: entry.keyText)
    }

    /// Reads `pattern`. Nil if it cannot be read, or does not fit the type.
    mutating func pattern(_ entry: Entry, _ type: PropertyType?) -> String? {
        guard let pattern = text(entry.value, for: entry.keyText) else { return nil }
        if let type, type != .string {
            mismatch(
                entry, type, hint: type == .text ? "free text has no pattern; use \"type: string\"" : nil)
            return nil
        }
        do throws(PatternError) {
            _ = try Pattern(parsing: pattern)
            return pattern
        } catch {
            var place = location(of: entry.value)
            if let range = entry.value.textRange, error.offset <= range.count {
                place.column += range.lowerBound - entry.value.start.offset + error.offset
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
