import CatalogModel
import YAMLLite

/// A Segment tracking plan: its track events with their properties.
///
/// Two forms are read: that of the Public API, a list of rules with `type`, `key` and `jsonSchema`, bare or under `data`; and that of the older Config
/// API and of Typewriter's `plan.json`, `rules: {events: [{name, description, rules}]}`.
enum TrackingPlan {
    /// Reads one file.
    static func read(_ document: Document, into draft: inout Draft) {
        let root: Node
        if let data = document.root.mapping?.first(where: { $0.keyText == "data" })?.value {
            root = data
        } else {
            root = document.root
        }
        if let rules = root.sequence { return read(rules, document, &draft) }
        guard var plan = Fields(root, of: "the tracking plan", in: document.path, reportingTo: &draft) else {
            return
        }
        guard let rules = plan.take("rules") else {
            return draft.refuse("the tracking plan has no \"rules\"", at: plan.place)
        }
        // What the plan says of itself, and how the answer is divided into pages.
        plan.ignore(
            "name", "display_name", "id", "slug", "type", "create_time", "update_time", "createdAt",
            "updatedAt",
            "description", "trackingPlan", "pagination", "resourceSchemaId")
        plan.finish(&draft)
        if let list = rules.sequence { return read(list, document, &draft) }
        guard var sections = Fields(rules, of: "\"rules\"", in: document.path, reportingTo: &draft) else {
            return
        }
        for node in sections.list("events", &draft) {
            guard var fields = Fields(node, of: "an event", in: document.path, reportingTo: &draft) else {
                continue
            }
            let name = fields.text("name", &draft)
            let description = fields.text("description", &draft)
            let schema = fields.take("rules")
            fields.ignore("version")
            fields.finish(&draft)
            readEvent(name, description, schema, at: fields.place, document, &draft)
        }
        sections.finish(&draft)
    }

    private static func read(_ rules: [Node], _ document: Document, _ draft: inout Draft) {
        for node in rules {
            guard var fields = Fields(node, of: "a rule", in: document.path, reportingTo: &draft) else {
                continue
            }
            let type = fields.text("type", &draft) ?? "TRACK"
            let name = fields.text("key", &draft)
            let schema = fields.take("jsonSchema") ?? fields.take("json_schema")
            guard type.uppercased() == "TRACK" else {
                draft.leaveOut(
                    "the rule of type \(Quoted.text(type))" + (name.map { " for \(Quoted.text($0))" } ?? ""),
                    at: fields.place)
                continue
            }
            fields.ignore("version", "createdAt", "updatedAt", "deprecatedAt")
            fields.finish(&draft)
            readEvent(name, nil, schema, at: fields.place, document, &draft)
        }
    }

    /// An event: the schema is that of the whole message, with what the catalog wants under `properties`, `properties`.
    private static func readEvent(
        _ name: String?, _ description: String?, _ schema: Node?, at place: SourceLocation,
        _ document: Document,
        _ draft: inout Draft
    ) {
        guard let name, let legal = draft.name(name, of: "the event", at: place) else {
            if name == nil { draft.skip("an event", because: "it has no name", at: place) }
            return
        }
        let subject = "the event \(Quoted.text(name))"
        var text = description
        var properties: [Property] = []
        if let schema, var message = Fields(schema, of: subject, in: document.path, reportingTo: &draft) {
            text = message.text("description", &draft) ?? description
            if let parts = message.take("properties"),
                var sections = Fields(
                    parts, of: "the message of \(subject)", in: document.path, reportingTo: &draft)
            {
                if let node = sections.take("properties") {
                    properties = ObjectSchema(document: document).properties(
                        node, of: "the properties of \(subject)", &draft)
                }
                // Segment writes all three sections, mostly empty.
                for key in ["context", "traits"] {
                    guard let node = sections.take(key), node.hasProperties else { continue }
                    draft.leaveOut("\(Quoted.text(key)) of \(subject)", at: sections.location(of: node))
                }
                sections.finish(&draft)
            }
            message.ignore("$schema", "id", "$id", "type", "labels", "required", "title")
            message.finish(&draft)
        }
        draft.add(
            Event(
                name: legal, description: draft.description(text, of: subject, at: place),
                properties: properties,
                location: place))
    }
}

extension Node {
    /// Whether it is a schema that names properties.
    fileprivate var hasProperties: Bool {
        !(mapping?.first { $0.keyText == "properties" }?.value.mapping ?? []).isEmpty
    }
}
