extension CatalogResolver {
    /// Merges into every event what it includes, and gives it the owner of the catalog if it has none.
    mutating func resolveEvents() -> [Event] {
        var events: [Event] = []
        events.reserveCapacity(raw.events.count)
        let owner = raw.header?.owner
        // Every event's place is taken as it is handed on, so that no array is ever copied.
        var names: [String] = []
        var index = 0
        while index < raw.events.count {
            let current = raw.events[index]
            var event = current.event
            checkOwnProperties(event.properties)
            event.properties =
                merge(
                    current.includes, Members(properties: event.properties, names: current.memberNames),
                    owner: "the event \(Quoted.text(current.event.name))", at: event.location
                ).properties
            for replacement in current.replacements {
                checkReplacement(
                    replacement.reference, of: current.event.properties[replacement.index].name,
                    in: event.properties)
            }
            checkRenames(
                among: event.properties, of: "the event \(Quoted.text(event.name))",
                own: current.event.properties)
            checkRemoved(event)
            if let reference = current.replacedBy { checkReplacement(reference, ofEvent: event.name, &names) }
            if event.owner == nil { event.owner = owner }
            events.append(event)
            index += 1
        }
        return events
    }

    /// Reports a `replaced_by` that names no event, or the deprecated one itself.
    private mutating func checkReplacement(
        _ reference: Reference, ofEvent name: String, _ names: inout [String]
    ) {
        if reference.name == name {
            findings.error(
                .unknownReplacement, "the event \(Quoted.text(name)) cannot replace itself",
                at: reference.location)
        } else if eventIndices[reference.name] == nil, !findings.isIncomplete {
            if names.isEmpty { names = raw.events.map(\.event.name) }
            findings.misspelt(
                .unknownReplacement, "there is no event \(Quoted.text(reference.name))", word: reference,
                candidates: names, expected: "name another event of the catalog")
        }
    }
}
