import CatalogModel
import YAMLLite

/// OpenTelemetry's semantic conventions: events with the attributes they refer to.
///
/// Both forms of the model files are read, also mixed: `groups:` (open-telemetry/weaver, `schemas/semconv-syntax.md`) and `definition/2` with
/// `attributes:`, `attribute_groups:` and `events:` (`schemas/semconv-syntax.v2.md`). Spans, metrics, entities and resources have no place in a
/// catalog of events.
struct SemanticConventions {
    /// The definitions of attributes by their keys.
    private var attributes: [String: Attribute] = [:]
    /// The attributes of groups by the groups' identifiers.
    private var groups: [String: [Reference]] = [:]
    /// The events, in the order of files.
    private var events: [RawEvent] = []

    /// What a list of attributes holds.
    private enum Reference {
        /// An attribute, with what is refined.
        case attribute(Attribute)
        /// All attributes of a group.
        case group(String, SourceLocation)
    }

    private struct RawEvent {
        var event: Event
        var references: [Reference]
    }

    /// How deep groups may refer to groups.
    private static let maximumDepth = 32

    /// Reads files; a definition in one of them may be referred to by any other.
    static func read(_ documents: [Document], into draft: inout Draft) {
        var conventions = SemanticConventions()
        for document in documents { conventions.read(document, &draft) }
        for event in conventions.events { draft.add(conventions.resolve(event, &draft)) }
    }

    private mutating func read(_ document: Document, _ draft: inout Draft) {
        guard var file = Fields(document.root, of: "the file", in: document.path, reportingTo: &draft) else {
            return
        }
        file.ignore("file_format", "version")
        for node in file.list("groups", &draft) { readGroup(node, in: document.path, &draft) }
        for node in file.list("attributes", &draft) {
            guard var fields = Fields(node, of: "an attribute", in: document.path, reportingTo: &draft) else {
                continue
            }
            _ = reference(&fields, prefix: "", &draft)
        }
        for node in file.list("attribute_groups", &draft) {
            guard var fields = Fields(node, of: "an attribute group", in: document.path, reportingTo: &draft)
            else {
                continue
            }
            let id = fields.text("id", &draft) ?? ""
            fields.ignore("type", "brief", "note", "visibility", "stability")
            groups[id, default: []] += references(of: &fields, prefix: "", &draft)
            fields.finish(&draft)
        }
        for node in file.list("events", &draft) {
            guard var fields = Fields(node, of: "an event", in: document.path, reportingTo: &draft) else {
                continue
            }
            readEvent(&fields, name: fields.text("name", &draft), prefix: "", &draft)
        }
        for kind in ["metrics", "spans", "entities"] {
            for node in file.list(kind, &draft) { leaveOut(node, in: document.path, &draft) }
        }
        file.finish(&draft)
    }

    private mutating func readGroup(_ node: Node, in path: String, _ draft: inout Draft) {
        guard var fields = Fields(node, of: "a group", in: path, reportingTo: &draft) else { return }
        let id = fields.text("id", &draft) ?? ""
        let type = fields.text("type", &draft) ?? "span"
        let prefix = fields.text("prefix", &draft).map { $0 + "." } ?? ""
        switch type {
        case "event":
            let derived = id.hasPrefix("event.") ? String(id.dropFirst("event.".utf8.count)) : id
            readEvent(&fields, name: fields.text("name", &draft) ?? derived, prefix: prefix, &draft)
        default:
            // Whatever it describes, its attributes may be defined here for others to refer to.
            var attributes = references(of: &fields, prefix: prefix, &draft)
            if let base = fields.text("extends", &draft) {
                attributes.insert(.group(base, fields.place), at: 0)
            }
            groups[id, default: []] += attributes
            if type != "attribute_group" {
                draft.leaveOut("the \(type) \(Quoted.text(id))", at: fields.place)
            }
        }
    }

    private mutating func readEvent(
        _ fields: inout Fields, name: String?, prefix: String, _ draft: inout Draft
    ) {
        let place = fields.place
        guard let name, let legal = draft.name(name, of: "the event", at: place) else {
            if name == nil { draft.skip("an event", because: "it has no name", at: place) }
            return
        }
        fields.subject = "the event \(Quoted.text(name))"
        let brief = fields.text("brief", &draft)
        let note = fields.text("note", &draft)
        var event = Event(
            name: legal,
            description: draft.description(Self.joined(brief, note), of: fields.subject, at: place),
            location: place)
        if let stability = fields.text("stability", &draft), stability != "stable" {
            event.stability = .development
        }
        if let node = fields.take("deprecated") {
            event.deprecation = Self.deprecation(node, of: fields.subject, in: fields, &draft)
        }
        var references = references(of: &fields, prefix: prefix, &draft)
        if let base = fields.text("extends", &draft) { references.insert(.group(base, place), at: 0) }
        fields.finish(&draft)
        events.append(RawEvent(event: event, references: references))
    }

    /// A metric, a span or an entity.
    private func leaveOut(_ node: Node, in path: String, _ draft: inout Draft) {
        let name = node.mapping?.first { ["name", "type", "id"].contains($0.keyText) }?.value.scalar?.text
        draft.leaveOut(name.map(Quoted.text) ?? "an element", at: SourceLocation(path: path, node))
    }

    // MARK: Attributes

    private mutating func references(of fields: inout Fields, prefix: String, _ draft: inout Draft)
        -> [Reference]
    {
        fields.list("attributes", &draft).compactMap { node in
            guard
                var attribute = Fields(node, of: "an attribute", in: fields.place.path, reportingTo: &draft)
            else { return nil }
            return reference(&attribute, prefix: prefix, &draft)
        }
    }

    /// One element of a list of attributes; a definition is kept for others.
    private mutating func reference(
        _ fields: inout Fields, prefix: String, _ draft: inout Draft
    ) -> Reference? {
        if let group = fields.text("ref_group", &draft) { return .group(group, fields.place) }
        if let key = fields.text("ref", &draft) {
            return Attribute(&fields, key: key, &draft).map(Reference.attribute)
        }
        guard let key = fields.text("id", &draft) ?? fields.text("key", &draft) else {
            draft.skip("an attribute", because: "it has no key", at: fields.place)
            return nil
        }
        guard let attribute = Attribute(&fields, key: prefix + key, &draft) else { return nil }
        if attributes[attribute.key] == nil { attributes[attribute.key] = attribute }
        return .attribute(attribute)
    }

    // MARK: Resolving

    private func resolve(_ raw: RawEvent, _ draft: inout Draft) -> Event {
        var event = raw.event
        var order: [String] = []
        var found: [String: Attribute] = [:]
        collect(raw.references, depth: 0, &order, &found, &draft)
        for key in order {
            guard let attribute = found[key] else { continue }
            let subject = "the attribute \(Quoted.text(key)) of \(Quoted.text(event.name))"
            guard let type = attribute.type else {
                draft.skip(
                    subject, because: "it " + (attribute.untyped ?? "is defined in none of the files"),
                    at: attribute.location)
                continue
            }
            guard let name = draft.name(key, of: "the attribute", at: attribute.location, isProperty: true)
            else { continue }
            var description = Self.joined(attribute.brief, attribute.note)
            if let condition = attribute.condition {
                description = Self.joined(description, "Required: " + condition)
            }
            event.properties.append(
                Property(
                    name: name, type: type,
                    description: draft.description(description, of: subject, at: attribute.location),
                    isRequired: attribute.isRequired ?? false, deprecation: attribute.deprecation,
                    example: attribute.example, location: attribute.location))
        }
        return event
    }

    private func collect(
        _ references: [Reference], depth: Int, _ order: inout [String], _ found: inout [String: Attribute],
        _ draft: inout Draft
    ) {
        for reference in references {
            switch reference {
            case .attribute(let attribute):
                if found[attribute.key] == nil { order.append(attribute.key) }
                let definition = found[attribute.key] ?? attributes[attribute.key]
                found[attribute.key] = definition?.refined(by: attribute) ?? attribute
            case .group(let id, let place):
                guard depth < Self.maximumDepth, let members = groups[id] else {
                    draft.skip(
                        "the group \(Quoted.text(id))",
                        because: depth < Self.maximumDepth
                            ? "it is defined in none of the files" : "groups refer to each other", at: place)
                    continue
                }
                collect(members, depth: depth + 1, &order, &found, &draft)
            }
        }
    }

    // MARK: Parts

    /// A deprecation: a text, or `reason`, `renamed_to` and `note`.
    ///
    /// What it is replaced by stays in words, for the catalog may not have it.
    static func deprecation(
        _ node: Node, of subject: String, in fields: Fields, _ draft: inout Draft
    ) -> Deprecation? {
        if let text = node.scalar?.text { return Deprecation(reason: text) }
        guard
            var parts = Fields(
                node, of: "the deprecation of \(subject)", in: fields.place.path, reportingTo: &draft)
        else { return nil }
        let reason = parts.text("reason", &draft)
        let target = parts.text("renamed_to", &draft)
        let note = parts.text("note", &draft)
        parts.finish(&draft)
        let text = note ?? target.map { "Renamed to \($0)." } ?? reason
        return Deprecation(reason: text)
    }

    private static func joined(_ first: String?, _ second: String?) -> String? {
        guard let first, !first.isEmpty else { return second }
        guard let second, !second.isEmpty else { return first }
        return first + (first.hasSuffix("\n") ? "\n" : "\n\n") + second
    }
}
