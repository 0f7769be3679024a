extension CatalogResolver {
    /// Reports members that would have one Swift name.
    ///
    /// - Parameter origins: for every member the index of the include that brought it, or the number of includes for
    ///   an own one; nil: all are own. Two members from one include were reported with that group.
    mutating func checkMemberNames(_ members: Members, origins: [Int]?, includes: [Reference]) {
        var table = NameTable()
        var index = 0
        while index < members.names.count {
            if let first = table.insert(members.names[index]) {
                reportCollision(members, first, index, origins, includes)
            }
            index += 1
        }
        checkNestedTypeNames(members, origins, includes)
    }

    private mutating func reportCollision(
        _ members: Members, _ first: Int, _ second: Int, _ origins: [Int]?, _ includes: [Reference]
    ) {
        let (one, other) = (members.properties[first], members.properties[second])
        // Of one wire name: reported as a duplicate.
        if one.name == other.name { return }
        collision(
            "the properties \(Quoted.text(one.name)) and \(Quoted.text(other.name)) both give the Swift name "
                + Quoted.text(members.names[second]),
            first, second, members, origins, includes)
    }

    /// Reports types nested in one event that would have one name.
    private mutating func checkNestedTypeNames(_ members: Members, _ origins: [Int]?, _ includes: [Reference])
    {
        var types = NameTable()
        // The properties that are enumerations, as the table numbers them.
        var enumerations: [Int] = []
        var index = 0
        while index < members.properties.count {
            defer { index += 1 }
            guard case .enumeration = members.properties[index].type else { continue }
            let name = SwiftNames.typeName(ofEnumeration: members.properties[index])
            enumerations.append(index)
            guard let number = types.insert(name) else { continue }
            let first = enumerations[number]
            // Of one member name: reported already.
            if members.names[first] == members.names[index] { continue }
            collision(
                "the values of \(Quoted.text(members.properties[first].name)) and "
                    + "\(Quoted.text(members.properties[index].name)) both give the Swift type \(Quoted.text(name))",
                first, index, members, origins, includes)
        }
    }

    private mutating func collision(
        _ message: String, _ first: Int, _ second: Int, _ members: Members, _ origins: [Int]?,
        _ includes: [Reference]
    ) {
        var place = members.properties[second].location
        var notes = [Diagnostic.Note("the first one is here", at: members.properties[first].location)]
        if let origins {
            if origins[first] == origins[second], origins[second] < includes.count { return }
            if origins[second] < includes.count {
                notes.append(Diagnostic.Note("the second one is here", at: place))
                place = includes[origins[second]].location
            }
        }
        findings.error(
            .swiftNameCollision, message, at: place, hint: "rename one of them, or give one a \"swift_name\"",
            notes: notes)
    }

    /// Reports events whose types, factories or name constants would collide with one another or with generated names.
    mutating func checkTypeNames() {
        var types: [String: Int] = [:]
        var members: [String: Int] = [:]
        types.reserveCapacity(raw.events.count)
        members.reserveCapacity(raw.events.count)
        var index = 0
        while index < raw.events.count {
            let event = raw.events[index].event
            let type = SwiftNames.typeName(of: event)
            let member = SwiftNames.memberName(of: event)
            if let conflict = SwiftNames.conflict(ofType: type) {
                reserved(event, type, conflict)
            } else if type == swift.catalogType || type == swift.contextType {
                reserved(event, type, "the generated code has a type \"\(type)\" already")
            } else if let conflict = SwiftNames.conflict(ofEvent: member) {
                reserved(event, member, conflict)
            } else if let group = valuesTypes[type] {
                findings.error(
                    .swiftNameCollision,
                    "the event \(Quoted.text(event.name)) and the values of the group \(Quoted.text(group.group)) "
                        + "both give the Swift type \(Quoted.text(type))",
                    at: event.location, hint: "give the event a \"swift_name\"",
                    notes: [Diagnostic.Note("the group is here", at: group.place)])
            } else if let first = types.updateValue(index, forKey: type) {
                collision(event, raw.events[first].event, type)
            } else if let first = members.updateValue(index, forKey: member) {
                collision(event, raw.events[first].event, member)
            } else if SwiftNames.shadowsCommonType(type) {
                findings.add(
                    Diagnostic(
                        .warning, rule: CatalogRule.swiftNameShadows.rawValue,
                        "the event \(Quoted.text(event.name)) gives a Swift type \(Quoted.text(type)), "
                            + "which hides the common one from its whole module",
                        at: event.location,
                        hint: "give it another name there, such as \"swift_name: \(member)Happened\""))
            }
            index += 1
        }
        for group in raw.groups { checkNestedTypes(group.group.properties) }
        for event in raw.events { checkNestedTypes(event.event.properties) }
        checkNestedTypes(raw.context.map(\.property))
    }

    /// Reports enumerations whose type would hide the scope of a group's values where both are used.
    private mutating func checkNestedTypes(_ properties: [Property]) {
        if valuesTypes.isEmpty { return }
        for property in properties {
            guard case .enumeration = property.type else { continue }
            let name = SwiftNames.typeName(ofEnumeration: property)
            guard let group = valuesTypes[name] else { continue }
            findings.error(
                .swiftNameCollision,
                "the values of \(Quoted.text(property.name)) and those of the group \(Quoted.text(group.group)) "
                    + "both give the Swift type \(Quoted.text(name))",
                at: property.location, hint: "give the property a \"swift_name\"",
                notes: [Diagnostic.Note("the group is here", at: group.place)])
        }
    }

    private mutating func reserved(_ event: Event, _ name: String, _ conflict: String) {
        findings.error(
            .swiftNameReserved,
            "the event \(Quoted.text(event.name)) cannot be \(Quoted.text(name)) in Swift: \(conflict)",
            at: event.location,
            hint: "give it another name there, such as \"swift_name: "
                + "\(SwiftNames.memberName(of: event))Happened\"")
    }

    private mutating func collision(_ event: Event, _ first: Event, _ name: String) {
        // Of one wire name: reported as a duplicate.
        if event.name == first.name { return }
        findings.error(
            .swiftNameCollision,
            "the events \(Quoted.text(first.name)) and \(Quoted.text(event.name)) both give the Swift name "
                + Quoted.text(name),
            at: event.location, hint: "rename one of them, or give one a \"swift_name\"",
            notes: [Diagnostic.Note("the first one is here", at: first.location)])
    }
}
