import CatalogModel

extension Comparison {
    /// Compares the values of two enumerations. Their order says nothing.
    mutating func compareEnumerations(
        _ old: Enumeration, _ new: Enumeration, _ what: String, _ scope: Scope
    ) {
        if old == new { return }
        if !old.isOpen, new.isOpen {
            note(
                .enumOpened, scope, impacts: [.source, .wire],
                "\(what) may have values that are not listed: its Swift type is a struct, and receivers see others"
            )
        } else if old.isOpen, !new.isOpen {
            note(
                .enumClosed, scope, impacts: [.source],
                "\(what) has only the values that are listed: its Swift type is an enum")
        }
        let pairs = Pairs(old.values, new.values)
        for value in pairs.removed {
            note(
                .enumValueRemoved, scope, value.rawValue, impacts: [.source, .wire],
                "the value \(Quoted.text(value.rawValue)) of \(what) is gone")
        }
        for value in pairs.added {
            note(
                .enumValueAdded, scope, value.rawValue, impacts: new.isOpen ? [] : [.source, .wire],
                "the value \(Quoted.text(value.rawValue)) of \(what) is new"
                    + (new.isOpen
                        ? "" : ": the list was closed, so a switch over it and receivers do not know it"))
        }
        for (before, after) in pairs.kept { compare(before, after, what, scope) }
        noteReused(old, new, pairs, what, scope)
    }

    private mutating func compare(
        _ before: Enumeration.Value, _ after: Enumeration.Value, _ what: String, _ scope: Scope
    ) {
        let value = Quoted.text(after.rawValue)
        let names = (SwiftNames.caseName(of: before), SwiftNames.caseName(of: after))
        if before.rawValue != after.rawValue {
            note(
                .enumValueRenamed, scope, after.rawValue,
                impacts: names.0 == names.1 ? [.wire] : [.source, .wire],
                "the value \(value) of \(what) was written \(Quoted.text(before.rawValue))")
        } else if names.0 != names.1 {
            note(
                .swiftNameChanged, scope, after.rawValue, impacts: [.source],
                "the value \(value) of \(what) is \(names.1) in Swift, was \(names.0)")
        }
        if before.description != after.description {
            var text = "the description of \(value) of \(what) has other words"
            if before.description == nil { text = "the value \(value) of \(what) is described" }
            if after.description == nil { text = "the value \(value) of \(what) is not described any more" }
            note(.descriptionChanged, scope, after.rawValue, impacts: [], text)
        }
    }

    /// Values that took the place of others.
    ///
    /// Whether new words mean a new thing no tool can tell. Two cases are plain: a value is now described in the very words of
    /// another one, or its Swift name was another one's, so that the same call sends a different value.
    private mutating func noteReused(
        _ old: Enumeration, _ new: Enumeration, _ pairs: Pairs<Enumeration.Value>, _ what: String,
        _ scope: Scope
    ) {
        var owners: [String: String] = [:]
        var descriptions: [String: String] = [:]
        for value in old.values {
            owners[SwiftNames.caseName(of: value)] = value.rawValue
            if let text = value.description { descriptions[text] = value.rawValue }
        }
        let origins = Dictionary(
            pairs.kept.map { ($0.new.rawValue, $0.old) }, uniquingKeysWith: { first, _ in first })
        for value in new.values {
            let origin = origins[value.rawValue]
            let text = "the value \(Quoted.text(value.rawValue)) of \(what)"
            let name = SwiftNames.caseName(of: value)
            if let owner = owners[name], owner != origin?.rawValue {
                note(
                    .enumValueReused, scope, value.rawValue, impacts: [.meaning],
                    "\(text) is what \(name) sends, which sent \(Quoted.text(owner))")
            } else if let words = value.description, words != origin?.description,
                let other = descriptions[words], other != origin?.rawValue
            {
                note(
                    .enumValueReused, scope, value.rawValue, impacts: [.meaning],
                    "\(text) is described as \(Quoted.text(other)) was")
            }
        }
    }
}
