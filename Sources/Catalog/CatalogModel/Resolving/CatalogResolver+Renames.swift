extension CatalogResolver {
    /// Reports events that say they had the name of another event, or the same former name as another one.
    mutating func checkFormerNames(_ names: [(name: String, event: Int)]) {
        var first: [String: Int] = [:]
        for (name, index) in names {
            let event = raw.events[index].event
            if let other = eventIndices[name] {
                stillThere(
                    "an event", event.name, name, at: event.location, raw.events[other].event.location)
            } else if let other = first.updateValue(index, forKey: name) {
                takenTwice("event", name, at: event.location, raw.events[other].event.location)
            }
        }
    }

    /// Reports properties that say they had the name of a property beside them, or the same former name as another one.
    ///
    /// - Parameter own: those to report about; nil: all.
    mutating func checkRenames(
        among properties: [Property], of owner: @autoclosure () -> String, own: [Property]? = nil
    ) {
        let own = own ?? properties
        guard own.contains(where: { $0.renamedFrom != nil }) else { return }
        var first: [String: Property] = [:]
        for property in own {
            guard let name = property.renamedFrom else { continue }
            if let other = properties.first(where: { $0.name == name }) {
                stillThere(
                    "a property of \(owner())", property.name, name, at: property.location, other.location)
            } else if let other = first.updateValue(property, forKey: name) {
                takenTwice("property of \(owner())", name, at: property.location, other.location)
            }
        }
    }

    /// Reports properties that have the name of a removed one of the same event.
    mutating func checkRemoved(_ event: Event) {
        if event.removed.isEmpty { return }
        for tombstone in event.removed {
            guard let property = event.properties.first(where: { $0.name == tombstone.name }) else {
                continue
            }
            findings.error(
                .removedName,
                "the property \(Quoted.text(property.name)) has the name of a removed property of "
                    + "\(Quoted.text(event.name))", at: property.location,
                hint: "take a new name, so that old records keep their meaning",
                notes: [Diagnostic.Note("removed here", at: tombstone.location)])
        }
    }

    private mutating func stillThere(
        _ kind: String, _ name: String, _ former: String, at place: SourceLocation, _ other: SourceLocation
    ) {
        findings.error(
            .formerName,
            "\(Quoted.text(name)) cannot be renamed from \(Quoted.text(former)): there is \(kind) of that name",
            at: place, hint: name == former ? "name what it was called before" : nil,
            notes: name == former ? [] : [Diagnostic.Note("it is here", at: other)])
    }

    private mutating func takenTwice(
        _ kind: String, _ former: String, at place: SourceLocation, _ other: SourceLocation
    ) {
        findings.error(
            .formerName, "a second \(kind) is renamed from \(Quoted.text(former))", at: place,
            notes: [Diagnostic.Note("the first one is here", at: other)])
    }
}
