import SignalVocabulary

extension CatalogResolver {
    /// The properties of included groups in the order included, then the own ones. What cannot be merged is reported.
    ///
    /// A property that is reached over two ways, because two included groups include the same third one, is there once.
    mutating func merge(
        _ includes: [Reference], _ own: Members, owner: @autoclosure () -> String, at place: SourceLocation
    ) -> Members {
        if includes.isEmpty {
            var own = own
            limit(&own, owner(), place)
            checkMemberNames(own, origins: nil, includes: includes)
            return own
        }
        var merged = Members()
        // For every merged property the include that brought it; the number of includes for an own one.
        var origins: [Int] = []
        var indices: [String: Int] = [:]
        for (number, reference) in includes.enumerated() {
            guard let group = group(reference, number, includes) else { continue }
            for (index, property) in members[group].properties.enumerated() {
                if let first = indices[property.name] {
                    if merged.properties[first].location != property.location {
                        reportDuplicate(property, merged.properties[first], including: reference)
                    }
                    continue
                }
                indices[property.name] = merged.properties.count
                merged.properties.append(property)
                merged.names.append(members[group].names[index])
                origins.append(number)
            }
        }
        for (index, property) in own.properties.enumerated() {
            if let first = indices[property.name] {
                reportDuplicate(property, merged.properties[first], includedBy: includes[origins[first]])
                continue
            }
            merged.properties.append(property)
            merged.names.append(own.names[index])
            origins.append(includes.count)
        }
        limit(&merged, owner(), place)
        checkMemberNames(merged, origins: origins, includes: includes)
        return merged
    }

    /// The group that is meant, if there is one and it is meant the first time. All else is reported.
    private mutating func group(_ reference: Reference, _ number: Int, _ includes: [Reference]) -> Int? {
        guard let group = groupIndices[reference.name] else {
            if !findings.isIncomplete {
                findings.misspelt(
                    .unknownGroup, "there is no group \(Quoted.text(reference.name))", word: reference,
                    candidates: groupNames,
                    expected: raw.groups.isEmpty ? "the catalog has no groups" : nil)
            }
            return nil
        }
        if let first = includes[..<number].first(where: { $0.name == reference.name }) {
            findings.error(
                .duplicateValue, "the group \(Quoted.text(reference.name)) is included twice",
                at: reference.location,
                notes: [Diagnostic.Note("first included here", at: first.location)])
            return nil
        }
        return group
    }

    /// Reports two included groups that have a property of one name.
    private mutating func reportDuplicate(
        _ property: Property, _ first: Property, including reference: Reference
    ) {
        findings.error(
            .duplicateName, "the property \(Quoted.text(property.name)) is included twice, from two groups",
            at: reference.location,
            notes: [
                Diagnostic.Note(
                    "the group \(Quoted.text(first.group ?? "")) declares it here", at: first.location),
                Diagnostic.Note(
                    "the group \(Quoted.text(property.group ?? "")) declares it here", at: property.location),
            ])
    }

    /// Reports a property that an included group has already.
    private mutating func reportDuplicate(
        _ property: Property, _ first: Property, includedBy reference: Reference
    ) {
        findings.error(
            .duplicateName, "the property \(Quoted.text(property.name)) is declared twice",
            at: property.location,
            hint: "leave it out here; the included group has it",
            notes: [
                Diagnostic.Note(
                    "the group \(Quoted.text(first.group ?? "")) declares it here", at: first.location),
                Diagnostic.Note("included here", at: reference.location),
            ])
    }

    /// Reports more properties than there may be, and leaves the surplus out: what includes a group must not pile up more,
    /// or a small file could ask for all memory.
    private mutating func limit(
        _ members: inout Members, _ owner: @autoclosure () -> String, _ place: SourceLocation
    ) {
        let surplus = members.properties.count - DeclarationLimits.propertyCount
        if surplus <= 0 { return }
        findings.error(
            .tooManyProperties,
            "\(owner()) has \(members.properties.count) properties, more than \(DeclarationLimits.propertyCount)",
            at: place)
        members.properties.removeLast(surplus)
        members.names.removeLast(surplus)
    }

    /// Reports a `replaced_by` that names none of the properties, or the deprecated one itself.
    mutating func checkReplacement(_ reference: Reference, of name: String, in properties: [Property]) {
        if reference.name == name {
            findings.error(
                .unknownReplacement, "the property \(Quoted.text(name)) cannot replace itself",
                at: reference.location)
        } else if !findings.isIncomplete, !properties.contains(where: { $0.name == reference.name }) {
            findings.misspelt(
                .unknownReplacement,
                "there is no property \(Quoted.text(reference.name)) beside \(Quoted.text(name))",
                word: reference, candidates: properties.map(\.name).filter { $0 != name })
        }
    }

    /// Reports properties that are named like a context property.
    mutating func checkOwnProperties(_ properties: [Property]) {
        if contextIndices.isEmpty { return }
        for property in properties {
            guard let index = contextIndices[property.name] else { continue }
            findings.error(
                .contextConflict,
                "the property \(Quoted.text(property.name)) has the name of a context property",
                at: property.location,
                hint: "leave it out: every event carries the context already, or rename it",
                notes: [
                    Diagnostic.Note("the context property is here", at: raw.context[index].property.location)
                ])
        }
    }
}
