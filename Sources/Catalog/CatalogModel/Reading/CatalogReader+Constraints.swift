import SignalPattern
import YAMLLite

extension CatalogReader {
    /// Reads `minimum`, `maximum`, `max_length`, `max_items` and `pattern`, and checks that they fit the type and one another.
    mutating func readConstraints(
        _ fields: PropertyFields, _ entries: [Entry], _ type: PropertyType?, into property: inout Property
    ) {
        if fields.minimum >= 0 || fields.maximum >= 0 {
            readBounds(fields, entries, type, into: &property.constraints)
        }
        if fields.maxLength >= 0 {
            let entry = entries[fields.maxLength]
            let length = count(entry.value, for: "max_length")
            if type?.hasLength ?? true {
                property.constraints.maxLength = length
            } else if let type {
                mismatch(entry, type, hint: type.isNumeric ? "use \"maximum\"" : nil)
            }
        }
        if fields.maxItems >= 0 {
            let entry = entries[fields.maxItems]
            let items = count(entry.value, for: "max_items")
            if case .list = type ?? .list(.string) {
                property.constraints.maxItems = items
            } else if let type {
                mismatch(entry, type, hint: type.hasLength ? "use \"max_length\"" : nil)
            }
        }
        if fields.pattern >= 0 { readPattern(entries[fields.pattern], type, into: &property.constraints) }
    }

    private mutating func readBounds(
        _ fields: PropertyFields, _ entries: [Entry], _ type: PropertyType?,
        into constraints: inout Constraints
    ) {
        if fields.minimum >= 0 { constraints.minimum = bound(entries[fields.minimum], type) }
        if fields.maximum >= 0 { constraints.maximum = bound(entries[fields.maximum], type) }
        guard let minimum = constraints.minimum, let maximum = constraints.maximum, minimum > maximum else {
            return
        }
        findings.error(
            .constraintContradiction, "no value can be at least \(minimum.text) and at most \(maximum.text)",
            at: location(of: entries[fields.maximum].value),
            notes: [Diagnostic.Note("the minimum is here", at: location(of: entries[fields.minimum].value))])
    }

    private mutating func bound(_ entry: Entry, _ type: PropertyType?) -> Constraints.Bound? {
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

    private mutating func readPattern(
        _ entry: Entry, _ type: PropertyType?, into constraints: inout Constraints
    ) {
        guard let pattern = text(entry.value, for: "pattern") else { return }
        if let type, type != .string {
            mismatch(
                entry, type, hint: type == .text ? "free text has no pattern; use \"type: string\"" : nil)
            return
        }
        do throws(PatternError) {
            _ = try Pattern(parsing: pattern)
            constraints.pattern = pattern
        } catch {
            var place = location(of: entry.value)
            if let range = entry.value.textRange, error.offset <= range.count {
                place.column += range.lowerBound - entry.value.start.offset + error.offset
                place.length = error.offset < range.count ? 1 : 0
            }
            findings.error(.invalidPattern, "this is no pattern: \(error.message)", at: place)
        }
    }

    private mutating func mismatch(_ entry: Entry, _ type: PropertyType, hint: String? = nil) {
        findings.error(
            .constraintMismatch,
            "\(Quoted.text(entry.keyText)) does not fit the type \(Quoted.text(type.name))",
            at: location(of: entry.key), hint: hint)
    }
}
