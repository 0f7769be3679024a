import SignalVocabulary

/// Follows the references of a ``RawCatalog``, merges groups into events, and makes the checks that need more than one place.
struct CatalogResolver {
    /// What the files say.
    var raw: RawCatalog
    /// What was found so far.
    var findings: Findings
    /// The groups by name.
    var groupIndices: [String: Int] = [:]
    /// What each group has when everything it includes is merged in.
    var members: [Members] = []
    /// The names of the groups, for "did you mean": made once, however many references are wrong.
    lazy var groupNames: [String] = raw.groups.map(\.group.name)
    /// The events by name.
    var eventIndices: [String: Int] = [:]
    /// The context properties by name.
    var contextIndices: [String: Int] = [:]
    /// The scopes for the enumerations of groups, by Swift name, with the group's place.
    var valuesTypes: [String: (group: String, place: SourceLocation)] = [:]

    /// What the header says about the generated Swift.
    var swift: SwiftSettings { raw.header?.swift ?? SwiftSettings() }

    /// Properties with their Swift names.
    struct Members {
        var properties: [Property] = []
        var names: [String] = []
    }

    /// A resolver of what was read.
    ///
    /// - Parameter findings: what reading has found; what resolving finds is added to it.
    init(_ raw: consuming RawCatalog, _ findings: consuming Findings) {
        self.raw = raw
        self.findings = findings
    }

    /// Resolves everything. Nil only when there is no header; whether the catalog may be used is for the findings to say.
    mutating func resolve(files: [String]) -> Catalog? {
        checkHeader(files)
        indexContext()
        indexGroups()
        indexEvents()
        resolveGroups()
        let events = resolveEvents()
        checkContextReplacements()
        checkRenames(among: raw.context.map(\.property), of: "the context")
        checkTypeNames()
        guard let header = raw.header else { return nil }
        return Catalog(
            name: header.name, version: header.version, description: header.description, owner: header.owner,
            swift: header.swift, rules: header.rules, location: header.location, context: raw.context,
            contextLocation: raw.contextLocation, groups: groups(), events: events, removed: raw.removed,
            retention: raw.retention, files: files, approvals: header.approvals ?? [],
            hasApprovals: header.approvals != nil)
    }

    private mutating func checkHeader(_ files: [String]) {
        // A header may stand in the part of a file that could not be read.
        if raw.header != nil || findings.isIncomplete { return }
        findings.error(
            .missingHeader, "no file of the catalog has a \"catalog\" section",
            at: files.first.map { SourceLocation(path: $0, line: 1, column: 1) },
            hint: "begin one of them with \"catalog: {name: my-service, version: 1.0.0}\"")
    }

    private mutating func indexContext() {
        if raw.context.count > DeclarationLimits.propertyCount {
            findings.error(
                .tooManyProperties,
                "the context has \(raw.context.count) properties, more than \(DeclarationLimits.propertyCount)",
                at: raw.contextLocation)
            raw.context.removeLast(raw.context.count - DeclarationLimits.propertyCount)
            raw.contextReplacements.removeAll { $0.index >= DeclarationLimits.propertyCount }
        }
        for (index, context) in raw.context.enumerated() {
            let property = context.property
            if let first = contextIndices[property.name] {
                duplicate(
                    "context property", property.name, at: property.location,
                    first: raw.context[first].property.location)
            } else {
                contextIndices[property.name] = index
            }
        }
        let names = raw.context.map { SwiftNames.memberName(of: $0.property) }
        let members = Members(properties: raw.context.map(\.property), names: names)
        checkMemberNames(members, origins: nil, includes: [])
    }

    private mutating func indexGroups() {
        groupIndices.reserveCapacity(raw.groups.count)
        for index in raw.groups.indices {
            let group = raw.groups[index].group
            if let first = groupIndices[group.name] {
                duplicate("group", group.name, at: group.location, first: raw.groups[first].group.location)
            } else {
                groupIndices[group.name] = index
            }
        }
    }

    private mutating func indexEvents() {
        var tombstones: [String: SourceLocation] = [:]
        for tombstone in raw.removed {
            if let first = tombstones[tombstone.name] {
                duplicate("removed event", tombstone.name, at: tombstone.location, first: first)
            } else {
                tombstones[tombstone.name] = tombstone.location
            }
        }
        eventIndices.reserveCapacity(raw.events.count)
        var formerNames: [(name: String, event: Int)] = []
        var index = 0
        while index < raw.events.count {
            let name = raw.events[index].event.name
            if let first = eventIndices[name] {
                duplicate(
                    "event", name, at: raw.events[index].event.location,
                    first: raw.events[first].event.location)
            } else {
                eventIndices[name] = index
            }
            if !tombstones.isEmpty, let tombstone = tombstones[name] {
                findings.error(
                    .removedName, "the event \(Quoted.text(name)) has the name of a removed event",
                    at: raw.events[index].event.location,
                    hint: "take a new name, so that old records keep their meaning",
                    notes: [Diagnostic.Note("removed here", at: tombstone)])
            }
            if let former = raw.events[index].event.renamedFrom { formerNames.append((former, index)) }
            index += 1
        }
        checkFormerNames(formerNames)
    }

    /// Reports a name that is declared twice.
    private mutating func duplicate(
        _ kind: String, _ name: String, at place: SourceLocation, first: SourceLocation
    ) {
        findings.error(
            .duplicateName, "the \(kind) \(Quoted.text(name)) is declared twice", at: place,
            notes: [Diagnostic.Note("first declared here", at: first)])
    }

    private mutating func checkContextReplacements() {
        for replacement in raw.contextReplacements {
            let property = raw.context[replacement.index].property
            checkReplacement(replacement.reference, of: property.name, in: raw.context.map(\.property))
        }
    }

    private func groups() -> [PropertyGroup] {
        var result: [PropertyGroup] = []
        result.reserveCapacity(raw.groups.count)
        for index in raw.groups.indices {
            var group = raw.groups[index].group
            group.properties = members[index].properties
            result.append(group)
        }
        return result
    }
}
