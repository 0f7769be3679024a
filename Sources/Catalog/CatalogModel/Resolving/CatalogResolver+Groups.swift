extension CatalogResolver {
    /// How far a group is resolved.
    private enum Progress { case untouched, open, done }

    /// Merges into every group what it includes.
    ///
    /// A depth-first search with a stack of its own, since a catalog may nest groups as deep as it likes; every group is merged
    /// once, after all that it includes.
    mutating func resolveGroups() {
        members = raw.groups.map { _ in Members() }
        var progress = [Progress](repeating: .untouched, count: raw.groups.count)
        // Where an open group is on the stack.
        var depths = [Int](repeating: 0, count: raw.groups.count)
        var stack: [(group: Int, include: Int)] = []
        for root in raw.groups.indices where progress[root] == .untouched {
            progress[root] = .open
            depths[root] = 0
            stack.append((root, 0))
            while let (group, include) = stack.last {
                if include == raw.groups[group].includes.count {
                    resolveGroup(group)
                    progress[group] = .done
                    stack.removeLast()
                    continue
                }
                guard let child = groupIndices[raw.groups[group].includes[include].name] else {
                    stack[stack.count - 1].include += 1
                    continue
                }
                switch progress[child] {
                case .done: stack[stack.count - 1].include += 1
                case .untouched:
                    stack[stack.count - 1].include += 1
                    progress[child] = .open
                    depths[child] = stack.count
                    stack.append((child, 0))
                case .open:
                    reportCycle(stack, from: depths[child])
                    raw.groups[group].includes.remove(at: include)
                }
            }
        }
    }

    /// Reports a cycle: the groups from `start` to the top of the stack, the last of which includes the first.
    private mutating func reportCycle(_ stack: [(group: Int, include: Int)], from start: Int) {
        let cycle = stack[start...]
        guard let first = cycle.first, let last = cycle.last else { return }
        let shown = 8
        var path = cycle.prefix(shown).map { raw.groups[$0.group].group.name }
        if cycle.count > shown { path.append("…") }
        path.append(raw.groups[first.group].group.name)
        // The others are past the include that led on.
        let notes = cycle.dropLast().prefix(shown).map { step in
            let reference = raw.groups[step.group].includes[step.include - 1]
            return Diagnostic.Note(
                "\(Quoted.text(raw.groups[step.group].group.name)) includes \(Quoted.text(reference.name)) here",
                at: reference.location)
        }
        findings.error(
            .includeCycle,
            "the group \(Quoted.text(raw.groups[first.group].group.name)) includes itself: "
                + path.joined(separator: " → "),
            at: raw.groups[last.group].includes[last.include].location, notes: notes)
    }

    private mutating func resolveGroup(_ index: Int) {
        let group = raw.groups[index]
        members[index] = merge(
            group.includes, Members(properties: group.group.properties, names: group.memberNames),
            owner: "the group \(Quoted.text(group.group.name))", at: group.group.location)
        checkOwnProperties(group.group.properties)
        checkRenames(
            among: members[index].properties, of: "the group \(Quoted.text(group.group.name))",
            own: group.group.properties)
        for replacement in group.replacements {
            checkReplacement(
                replacement.reference, of: group.group.properties[replacement.index].name,
                in: members[index].properties)
        }
        for property in group.group.properties {
            guard case .enumeration = property.type else { continue }
            let name = swift.valuesType(ofGroup: group.group.name)
            if let first = valuesTypes[name], first.place != group.group.location {
                findings.error(
                    .swiftNameCollision,
                    "the groups \(Quoted.text(first.group)) and \(Quoted.text(group.group.name)) "
                        + "both give the Swift name \(Quoted.text(name))",
                    at: group.group.location, hint: "rename one of them",
                    notes: [Diagnostic.Note("the first one is here", at: first.place)])
            } else {
                valuesTypes[name] = (group.group.name, group.group.location)
            }
            break
        }
    }
}
