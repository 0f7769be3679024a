import YAMLLite

// What a catalog says about how it came to be what it is, so that a comparison with an older version knows.
extension CatalogReader {
    /// Reads the section `removed:`.
    mutating func readRemoved(_ section: Entry) {
        catalog.removed += tombstones(section.value, of: "a removed event")
    }

    /// Reads `removed:`, of the catalog or of an event.
    mutating func tombstones(_ node: Node, of kind: String) -> [Tombstone] {
        guard let entries = entries(node, for: "removed") else { return [] }
        var tombstones: [Tombstone] = []
        for entry in entries {
            let name = entry.keyText
            var tombstone = Tombstone(name: name, location: location(of: entry.key))
            let isNamed = checkName(entry.key, name, of: kind)
            guard let fields = self.entries(entry.value, for: name) else { continue }
            for field in fields {
                switch key(field, among: TombstoneKey.self, "of \(kind)") {
                case .since: tombstone.since = version(field.value, for: field.keyText)
                case .reason: tombstone.reason = text(field.value, for: field.keyText)
                case nil: break
                }
            }
            if isNamed { tombstones.append(tombstone) }
        }
        return tombstones
    }

    /// Reads `renamed_from:` of an event or a property.
    mutating func formerName(_ node: Node, of kind: String) -> String? {
        guard let name = text(node, for: "renamed_from"), checkName(node, name, of: kind) else { return nil }
        return name
    }

    /// Reads `approvals:` of the header.
    mutating func approvals(_ node: Node) -> [Approval] {
        guard case .sequence(let elements) = node.content else {
            wrongType(
                node, for: "approvals", expected: "a list of approvals",
                hint: "write \"- {change: …, until: …, reason: …}\"")
            return []
        }
        var approvals: [Approval] = []
        var places: [String: SourceLocation] = [:]
        for element in elements {
            guard let approval = approval(element) else { continue }
            if let first = places.updateValue(approval.location, forKey: approval.change) {
                places[approval.change] = first
                findings.error(
                    .duplicateValue, "the change \(Quoted.text(approval.change)) is approved twice",
                    at: approval.location, notes: [Diagnostic.Note("first approved here", at: first)])
                continue
            }
            approvals.append(approval)
        }
        return approvals
    }

    private mutating func approval(_ node: Node) -> Approval? {
        guard case .mapping(let entries) = node.content else {
            wrongType(
                node, for: "approvals", expected: "a list of mappings",
                hint: "write \"- {change: …, until: …, reason: …}\"")
            return nil
        }
        var approval = Approval(change: "", until: "", reason: "", location: location(of: node))
        for entry in entries {
            switch key(entry, among: ApprovalKey.self, "of an approval") {
            case .change:
                approval.change = text(entry.value, for: entry.keyText) ?? ""
                approval.location = location(of: entry.value)
            case .until: approval.until = date(entry.value, for: entry.keyText) ?? ""
            case .reason: approval.reason = text(entry.value, for: entry.keyText) ?? ""
            case nil: break
            }
        }
        for key in ApprovalKey.allCases where !entries.contains(where: { $0.keyText == key.name }) {
            missingKey(
                key.name, of: "the approval", at: location(of: node), hint: Self.approvalHint(for: key))
        }
        return approval.change.isEmpty ? nil : approval
    }

    private static func approvalHint(for key: ApprovalKey) -> String {
        switch key {
        case .change: "name it as \"sigbook diff\" does, such as \"property-removed order_placed.total\""
        case .until: "say the last day on which it holds, as YYYY-MM-DD"
        case .reason: "say why the change may break what it breaks"
        }
    }
}
