import CatalogModel
import SignalVocabulary

extension Comparison {
    /// Compares what the values of a property must keep to; both versions have the same type and unit.
    mutating func compareConstraints(_ before: Property, _ after: Property, _ what: String, _ scope: Scope) {
        if before.constraints == after.constraints { return }
        for kind in ConstraintKind.allCases {
            switch kind.test.direction {
            case .below, .above: compareLimits(kind, before, after, what, scope)
            case .others: comparePatterns(kind, before, after, what, scope)
            }
        }
    }

    private mutating func comparePatterns(
        _ kind: ConstraintKind, _ before: Property, _ after: Property, _ what: String, _ scope: Scope
    ) {
        let (old, new) = (before.constraints[kind]?.pattern, after.constraints[kind]?.pattern)
        if old == new { return }
        let name = kind.definition.name
        let text = "the \(name) of \(what) is \(Self.shown(new)), was \(Self.shown(old))"
        if old == nil {
            note(.constraintNarrowed, scope, name, impacts: [.wire], text + Self.narrowed)
        } else if new == nil {
            note(.constraintWidened, scope, name, impacts: [.wire], text + Self.widened)
        } else {
            note(.patternChanged, scope, impacts: [.wire], text + ": what fits one need not fit the other")
        }
    }

    // A record with a value that breaks a constraint is refused or marked, by the runtime's configuration.
    private static let narrowed = ": values that were fine break it"
    private static let widened = ": receivers get values that they never had"

    private mutating func compareLimits(
        _ kind: ConstraintKind, _ old: Property, _ new: Property, _ what: String, _ scope: Scope
    ) {
        let name = kind.definition.name
        let (before, after) = (old.effectiveBound(kind), new.effectiveBound(kind))
        // What is cut to a length says more when that is longer.
        let isPrivate = kind == .maxLength && old.handling == .truncate && new.handling == .truncate
        let order = Self.order(before, after, isLower: kind.test.direction == .below)
        if order == 0 { return }
        let text =
            "\(name) of \(what) is \(after?.shown ?? "not given"), was \(before?.shown ?? "not given")"
        if order < 0 {
            note(.constraintNarrowed, scope, name, impacts: [.wire], text + Self.narrowed)
        } else {
            note(
                .constraintWidened, scope, name, impacts: isPrivate ? [.wire, .privacy] : [.wire],
                text + Self.widened)
        }
    }

    /// Negative when the second bound lets fewer values pass, positive when more, zero when the same.
    private static func order(
        _ before: Constraints.Bound?, _ after: Constraints.Bound?, isLower: Bool
    ) -> Int {
        guard let before else { return after == nil ? 0 : -1 }
        guard let after else { return 1 }
        let order: Int
        if case .integer(let one) = before, case .integer(let other) = after {
            order = other > one ? 1 : other < one ? -1 : 0
        } else {
            let (one, other) = (before.doubleValue, after.doubleValue)
            order = other > one ? 1 : other < one ? -1 : 0
        }
        return isLower ? -order : order
    }
}

extension Constraints.Bound {
    /// The bound as it is shown.
    fileprivate var shown: String {
        switch self {
        case .integer(let value): String(value)
        case .double(let value): String(value)
        }
    }
}

extension Property {
    /// The bound that a constraint sets, or what the runtime does where the catalog says nothing (`PropertyLimits` and the defaults of
    /// `PropertyWriter`). Nil if every value passes.
    fileprivate func effectiveBound(_ kind: ConstraintKind) -> Constraints.Bound? {
        if let bound = constraints[kind]?.bound { return bound }
        switch kind.test {
        case (.value, .below): return type.traits.least.map(Constraints.Bound.integer)
        case (.count, .above): return type.kind == .list ? .integer(Int64(PropertyLimits.listCount)) : nil
        case (.length, .above):
            // A text is cut to its `max_length` alone, but for a single one that is truncated.
            let isTruncated = type == .text && handling == .truncate
            let limit = isTruncated ? PropertyLimits.stringLength : type.traits.lengthLimit
            return limit.map { .integer(Int64($0)) }
        case (.value, _), (.count, _), (.length, _), (.form, _): return nil
        }
    }
}
