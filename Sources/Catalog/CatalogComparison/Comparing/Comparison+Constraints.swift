import CatalogModel
import SignalVocabulary

extension Comparison {
    /// Compares what the values of a property must keep to; both versions have the same type and unit.
    mutating func compareConstraints(_ before: Property, _ after: Property, _ what: String, _ scope: Scope) {
        let (old, new) = (before.constraints, after.constraints)
        if old == new { return }
        let type = after.type
        compareLimits(
            "minimum", old.minimum ?? type.leastValue, new.minimum ?? type.leastValue, isLower: true, what,
            scope)
        compareLimits("maximum", old.maximum, new.maximum, isLower: false, what, scope)
        // What is cut to a length says more when that is longer.
        let isCut = before.handling == .truncate && after.handling == .truncate
        compareLimits(
            "max_length", Self.bound(old.maxLength, before.defaultLength),
            Self.bound(new.maxLength, after.defaultLength), isLower: false, isPrivate: isCut, what, scope)
        compareLimits(
            "max_items", Self.bound(old.maxItems, type.defaultCount),
            Self.bound(new.maxItems, type.defaultCount),
            isLower: false, what, scope)
        guard old.pattern != new.pattern else { return }
        let text = "the pattern of \(what) is \(Self.shown(new.pattern)), was \(Self.shown(old.pattern))"
        if old.pattern == nil {
            note(.constraintNarrowed, scope, "pattern", impacts: [.wire], text + Self.narrowed)
        } else if new.pattern == nil {
            note(.constraintWidened, scope, "pattern", impacts: [.wire], text + Self.widened)
        } else {
            note(.patternChanged, scope, impacts: [.wire], text + ": what fits one need not fit the other")
        }
    }

    // A record with a value that breaks a constraint is refused or marked, by the runtime's configuration.
    private static let narrowed = ": values that were fine break it"
    private static let widened = ": receivers get values that they never had"

    private static func bound(_ limit: Int?, _ standard: Int?) -> Constraints.Bound? {
        (limit ?? standard).map { .integer(Int64($0)) }
    }

    private mutating func compareLimits(
        _ name: String, _ before: Constraints.Bound?, _ after: Constraints.Bound?, isLower: Bool,
        isPrivate: Bool = false, _ what: String, _ scope: Scope
    ) {
        let order = Self.order(before, after, isLower: isLower)
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

// What the runtime does where the catalog says nothing (`PropertyLimits` and the defaults of `PropertyWriter`).
extension PropertyType {
    /// The least value of durations and byte counts; nil: any.
    fileprivate var leastValue: Constraints.Bound? {
        switch self {
        case .duration, .bytes: .integer(0)
        default: nil
        }
    }

    /// The most elements of a list that says no `max_items`; nil: it is not a list.
    fileprivate var defaultCount: Int? {
        if case .list = self { PropertyLimits.listCount } else { nil }
    }
}

extension Property {
    /// The most characters of a value if no `max_length` is given; nil: as many as the record holds.
    ///
    /// A text is cut to its `max_length` alone, but for a single one that is truncated.
    fileprivate var defaultLength: Int? {
        switch type {
        case .string, .url, .list(.string): PropertyLimits.stringLength
        case .text: handling == .truncate ? PropertyLimits.stringLength : nil
        case .int, .double, .bool, .enumeration, .timestamp, .duration, .bytes, .uuid, .ip, .list: nil
        }
    }
}
