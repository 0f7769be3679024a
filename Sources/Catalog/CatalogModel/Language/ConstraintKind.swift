/// The kinds of constraints that a property may have, in canonical order: one row each.
///
/// The reader, the writer, the comparison, the generated Swift and the documentation work from these rows.
package enum ConstraintKind: Int, Sendable, Hashable, CaseIterable {
    case minimum, maximum, maxItems, maxLength, pattern

    /// What of a value is held against the limit.
    package enum Measure: Sendable, CaseIterable {
        /// The number itself.
        case value
        /// How many Unicode scalars it has.
        case length
        /// How many elements it has.
        case count
        /// How it is written.
        case form
    }

    /// Which values it refuses.
    package enum Direction: Sendable {
        /// Those below the limit.
        case below
        /// Those above the limit.
        case above
        /// Those that do not match it.
        case others
    }

    /// The key that gives it.
    package var definition: KeyDefinition {
        switch self {
        case .minimum:
            KeyDefinition(
                "minimum", .number, "The smallest value allowed, in the property's unit.",
                example: "type: int, minimum: 1", aliases: ["min"])
        case .maximum:
            KeyDefinition(
                "maximum", .number, "The largest value allowed, in the property's unit.",
                example: "type: int, maximum: 100", aliases: ["max"])
        case .maxItems:
            KeyDefinition(
                "max_items", .count, "The most elements of a list.",
                example: "type: list, items: int, max_items: 10", aliases: ["maxitems"])
        case .maxLength:
            KeyDefinition(
                "max_length", .count,
                "The most Unicode scalars; a `text` is cut to it, a `string` over it is a violation.",
                example: "type: string, max_length: 64", aliases: ["maxlength", "length", "size"])
        case .pattern:
            KeyDefinition(
                "pattern", .pattern,
                "What the whole value must match, in a subset of regular expressions that is matched in linear time.",
                example: "type: string, pattern: \"[a-z]+\"", aliases: ["regex", "regexp", "format"])
        }
    }

    /// What it measures, and which values it refuses.
    package var test: (measure: Measure, direction: Direction) {
        switch self {
        case .minimum: (.value, .below)
        case .maximum: (.value, .above)
        case .maxItems: (.count, .above)
        case .maxLength: (.length, .above)
        case .pattern: (.form, .others)
        }
    }

    /// The label of its parameter in the calls that generated code makes.
    package var swiftLabel: StaticString {
        switch self {
        case .minimum: "minimum"
        case .maximum: "maximum"
        case .maxItems: "maxItems"
        case .maxLength: "maxLength"
        case .pattern: "pattern"
        }
    }

    /// The keyword of JSON Schema (draft 2020-12, validation) that says the same.
    package var schemaKeyword: String {
        switch self {
        case .minimum: "minimum"
        case .maximum: "maximum"
        case .maxItems: "maxItems"
        case .maxLength: "maxLength"
        case .pattern: "pattern"
        }
    }
}

extension Constraints {
    /// The limit of a constraint: a bound, a count as a bound, or a pattern. Nil if the property does not have it.
    package subscript(kind: ConstraintKind) -> Limit? {
        switch kind {
        case .minimum: minimum.map(Limit.bound)
        case .maximum: maximum.map(Limit.bound)
        case .maxItems: maxItems.map { .bound(.integer(Int64($0))) }
        case .maxLength: maxLength.map { .bound(.integer(Int64($0))) }
        case .pattern: pattern.map(Limit.pattern)
        }
    }

    /// Sets a constraint. A limit of the wrong kind, or beyond an `Int`, takes it away.
    package mutating func set(_ kind: ConstraintKind, to limit: Limit?) {
        switch kind {
        case .minimum: minimum = limit?.bound
        case .maximum: maximum = limit?.bound
        case .maxItems: maxItems = limit?.count
        case .maxLength: maxLength = limit?.count
        case .pattern: pattern = limit?.pattern
        }
    }
}
