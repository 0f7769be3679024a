import CatalogModel
import SignalVocabulary

// What properties of events and of the context have in common.
extension Comparison {
    /// Compares what two versions of a property may hold and how that leaves the caller. Names and presence are not compared.
    mutating func compare(_ before: Property, _ after: Property, _ what: String, _ scope: Scope) {
        let hasSameValues = compareTypes(before, after, what, scope)
        if hasSameValues {
            compareConstraints(before, after, what, scope)
            let names = (SwiftNames.memberName(of: before), SwiftNames.memberName(of: after))
            if before.name == after.name, names.0 != names.1 {
                note(
                    .swiftNameChanged, scope, impacts: [.source],
                    "\(what) is \(names.1) in Swift, was \(names.0)")
            }
        }
        comparePrivacy(before, after, what, scope)
        compareDeprecations(before.deprecation, after.deprecation, of: what, scope)
        if before.description != after.description {
            compareTexts(before.description, after.description, of: what, scope)
        }
        compareSince(before.since, after.since, of: what, scope)
        if before.example != after.example {
            note(
                .exampleChanged, scope, impacts: [],
                "the example of \(what) is \(Self.shown(after.example)), was \(Self.shown(before.example))")
        }
    }

    /// Compares types and units; false when the values are of another kind, so that bounds of both say nothing together.
    private mutating func compareTypes(
        _ before: Property, _ after: Property, _ what: String, _ scope: Scope
    ) -> Bool {
        if before.unit != after.unit, before.type == after.type {
            compareUnits(before.unit, after.unit, what, scope)
        }
        if before.type == after.type, before.group == after.group { return true }
        let isRenamedInSwift = SwiftNames.memberName(of: before) != SwiftNames.memberName(of: after)
        switch (before.type, after.type) {
        case (.enumeration(let old), .enumeration(let new)):
            if let group = before.group, group != after.group {
                note(
                    .enumTypeMoved, scope, impacts: [.source],
                    "the Swift type of \(what) is no longer \(self.old.swift.valuesType(ofGroup: group))'s: "
                        + "values of events that share that one do not fit it")
            }
            compareEnumerations(old, new, what, scope)
            return true
        case (.duration(let old), .duration(let new)) where old != new:
            noteUnit(new.rawValue, old.rawValue, isRenamedInSwift, what, scope)
            return false
        case (.bytes(let old), .bytes(let new)) where old != new:
            noteUnit(new.rawValue, old.rawValue, isRenamedInSwift, what, scope)
            return false
        case let (old, new) where old != new:
            noteType(
                before, after, what, scope, isRenamedInSwift: isRenamedInSwift && before.name == after.name)
            return false
        default: return true
        }
    }

    private mutating func noteUnit(
        _ new: String, _ old: String, _ isRenamedInSwift: Bool, _ what: String, _ scope: Scope
    ) {
        note(
            .unitChanged, scope, impacts: isRenamedInSwift ? [.source, .wire, .meaning] : [.wire, .meaning],
            "the unit of \(what) is \(new), was \(old): the same time or size is another number")
    }

    private mutating func compareUnits(_ before: String?, _ after: String?, _ what: String, _ scope: Scope) {
        let text = "the unit of \(what) is \(Self.shown(after)), was \(Self.shown(before))"
        note(.unitChanged, scope, impacts: before == nil ? [] : [.meaning], text)
    }

    private mutating func noteType(
        _ before: Property, _ after: Property, _ what: String, _ scope: Scope, isRenamedInSwift: Bool
    ) {
        let (old, new) = (before.type, after.type)
        var impacts: Set<ChangeImpact> = []
        if !old.isSameSwift(as: new) || isRenamedInSwift { impacts.insert(.source) }
        if !old.isSameWire(as: new) { impacts.insert(.wire) }
        // A closed list of values promised that there are no others.
        if case .enumeration(let values) = old, !values.isOpen { impacts.insert(.wire) }
        var text = "the type of \(what) is \(Quoted.text(new.name)), was \(Quoted.text(old.name))"
        if old.isCleaned, new.traits.saysAnything, new != old, after.handling == nil {
            impacts.insert(.privacy)
            text += ": what was taken out of it leaves the caller"
        }
        if impacts.isEmpty { impacts = [.meaning] }
        note(.typeChanged, scope, impacts: impacts, text)
    }

    // MARK: privacy

    private mutating func comparePrivacy(
        _ before: Property, _ after: Property, _ what: String, _ scope: Scope
    ) {
        let (old, new) = (before.handling, after.handling)
        if old != new {
            let change =
                "the handling of \(what) is \(new?.rawValue ?? "none"), was \(old?.rawValue ?? "none")"
            if new.strength < old.strength {
                note(
                    .handlingWeakened, scope, impacts: [.wire, .privacy],
                    "\(change): more of the value leaves the caller")
            } else {
                note(
                    .handlingStrengthened, scope, impacts: [.wire], "\(change): receivers get other values")
            }
        }
        if after.sensitivity < before.sensitivity {
            note(
                .sensitivityLowered, scope, impacts: [.privacy],
                "\(what) counts as \(after.sensitivity.rawValue), was \(before.sensitivity.rawValue)")
        } else if after.sensitivity != before.sensitivity {
            note(
                .sensitivityRaised, scope, impacts: [],
                "\(what) counts as \(after.sensitivity.rawValue), was \(before.sensitivity.rawValue)")
        }
    }
}

extension Handling? {
    /// How little of a value leaves the caller, from nothing done to nothing sent.
    ///
    /// `truncate` leaves the beginning as it is, up to all of a short value; `mask` the last four characters; `hash` no character, but
    /// equal values stay equal, so that they can be followed and, by who has the key, guessed; `redact` only that there was a value;
    /// `drop` not even that.
    var strength: Int {
        switch self {
        case nil: 0
        case .truncate: 1
        case .mask: 2
        case .hash: 3
        case .redact: 4
        case .drop: 5
        }
    }
}

extension PropertyType {
    /// Whether callers pass the same Swift type for both. Enumerations have types of their own.
    fileprivate func isSameSwift(as other: PropertyType) -> Bool {
        guard let name = traits.swift, let otherName = other.traits.swift else {
            return kind == .enumeration && other.kind == .enumeration
        }
        return name == otherName
    }

    /// Whether values of both look alike on the wire, if nothing replaces them.
    fileprivate func isSameWire(as other: PropertyType) -> Bool {
        traits.wire == other.traits.wire && (kind == .list) == (other.kind == .list)
    }

    /// Whether what may be personal is taken out of its values: free text is scrubbed, URLs lose users and queries.
    fileprivate var isCleaned: Bool {
        switch traits.treatment {
        case .scrubbed, .stripped: true
        case .hashed, nil: false
        }
    }
}
