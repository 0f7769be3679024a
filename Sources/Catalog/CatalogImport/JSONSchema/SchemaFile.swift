import CatalogModel
import YAMLLite

/// A file of JSON Schema: an event for the object it describes or, if it describes none itself, for each object among its definitions.
enum SchemaFile {
    /// Reads one file.
    static func read(_ document: Document, into draft: inout Draft) {
        guard let entries = document.root.mapping else {
            return draft.refuse(
                "a JSON Schema must be an object", at: SourceLocation(path: document.path, document.root))
        }
        if entries.contains(where: { $0.keyText == "properties" }) {
            return readEvent(document.root, named: fileName(of: document.path), document, &draft)
        }
        for key in ["$defs", "definitions"] {
            guard let definitions = entries.first(where: { $0.keyText == key })?.value.mapping else {
                continue
            }
            for definition in definitions {
                let isObject = definition.value.mapping?.contains { $0.keyText == "properties" } ?? false
                if isObject {
                    readEvent(definition.value, named: definition.keyText, document, &draft)
                } else {
                    draft.leaveOut(
                        "the definition \(Quoted.text(definition.keyText)), which is no object,",
                        at: SourceLocation(path: document.path, definition.key))
                }
            }
            return
        }
        draft.refuse(
            "the schema describes no object", at: SourceLocation(path: document.path, document.root),
            hint: "expected \"properties\", or \"$defs\" with objects")
    }

    private static func readEvent(_ node: Node, named key: String, _ document: Document, _ draft: inout Draft)
    {
        guard
            var fields = Fields(
                node, of: "the schema \(Quoted.text(key))", in: document.path, reportingTo: &draft)
        else { return }
        let title = fields.text("title", &draft)
        guard let name = draft.name(title ?? key, of: "the event", at: fields.place) else { return }
        fields.subject = "the event \(Quoted.text(name))"
        var event = Event(
            name: name,
            description: draft.description(
                fields.text("description", &draft), of: fields.subject, at: fields.place),
            location: fields.place)
        if fields.flag("deprecated", &draft) == true { event.deprecation = Deprecation() }
        event.properties = ObjectSchema(document: document).properties(&fields, &draft)
        draft.add(event)
    }

    /// A path's last part, up to its first dot.
    private static func fileName(of path: String) -> String {
        let last = path.split(separator: "/").last.map(String.init) ?? path
        return last.split(separator: ".").first.map(String.init) ?? last
    }
}
