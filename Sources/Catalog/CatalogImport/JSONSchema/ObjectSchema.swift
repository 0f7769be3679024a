import CatalogModel
import SignalPattern
import YAMLLite

/// Reads the properties that a JSON Schema of an object describes (draft-07 to 2020-12).
struct ObjectSchema {
    /// The file's whole content, for references within it.
    let document: Document

    /// How many references may lead to another reference.
    private static let maximumReferences = 16

    /// The properties of an object's schema.
    func properties(_ node: Node, of subject: String, _ draft: inout Draft) -> [Property] {
        guard var fields = Fields(node, of: subject, in: document.path, reportingTo: &draft) else {
            return []
        }
        return properties(&fields, &draft)
    }

    /// The properties of an object's schema whose other keys the caller has read; what is left of it is said.
    func properties(_ fields: inout Fields, _ draft: inout Draft) -> [Property] {
        let required = Set(fields.list("required", &draft).compactMap { $0.scalar?.text })
        var properties: [Property] = []
        if let node = fields.take("properties"),
            var map = Fields(
                node, of: "the properties of \(fields.subject)", in: document.path, reportingTo: &draft)
        {
            for entry in map.takeRest() {
                if let property = property(entry, isRequired: required.contains(entry.keyText), &draft) {
                    properties.append(property)
                }
            }
        }
        if let node = fields.take("additionalProperties"), node.scalar?.value != .bool(false) {
            draft.leaveOut(
                "that \(fields.subject) may have further properties", at: fields.location(of: node))
        }
        fields.ignore(
            "$schema", "$id", "id", "type", "title", "description", "$defs", "definitions", "$comment")
        fields.finish(&draft)
        return properties
    }

    // MARK: One property

    private func property(_ entry: Entry, isRequired: Bool, _ draft: inout Draft) -> Property? {
        let place = SourceLocation(path: document.path, entry.key)
        let subject = "the property \(Quoted.text(entry.keyText))"
        guard let node = resolved(entry.value, of: subject, &draft),
            let name = draft.name(entry.keyText, of: "the property", at: place, isProperty: true),
            var fields = Fields(node, of: subject, in: document.path, reportingTo: &draft)
        else { return nil }
        var isNullable = false
        if let alternative = alternative(to: &fields, &isNullable, &draft) { fields = alternative }
        var constraints = Constraints()
        guard let type = type(&fields, &constraints, &isNullable, &draft) else { return nil }
        readBounds(&fields, type, &constraints, &draft)
        let title = fields.text("title", &draft)
        var property = Property(
            name: name, type: type,
            description: draft.description(
                fields.text("description", &draft) ?? title, of: subject, at: place),
            isRequired: isRequired && !isNullable, constraints: constraints, location: place)
        property.example = example(&fields, &draft)
        if fields.flag("deprecated", &draft) == true { property.deprecation = Deprecation() }
        fields.ignore("$id", "id", "$comment", "$schema")
        fields.finish(&draft)
        return property
    }

    /// What a local reference refers to; nil, said, where it leads nowhere.
    private func resolved(_ node: Node, of subject: String, _ draft: inout Draft) -> Node? {
        var node = node
        for _ in 0...Self.maximumReferences {
            guard let reference = node.mapping?.first(where: { $0.keyText == "$ref" })?.value.scalar?.text
            else {
                return node
            }
            let place = SourceLocation(path: document.path, node)
            guard reference.hasPrefix("#/"), let target = target(of: reference) else {
                draft.skip(
                    subject, because: "its schema \(Quoted.text(reference)) is not in the file", at: place)
                return nil
            }
            node = target
        }
        draft.skip(
            subject, because: "its schema refers to itself", at: SourceLocation(path: document.path, node))
        return nil
    }

    /// Follows a JSON Pointer (RFC 6901) from the top of the file.
    private func target(of reference: String) -> Node? {
        var node = document.root
        for part in reference.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
            let key = part.split(separator: "~", omittingEmptySubsequences: false).enumerated().map {
                index, piece in
                guard index > 0 else { return String(piece) }
                return (piece.hasPrefix("1") ? "/" : "~") + piece.dropFirst()
            }.joined()
            guard let next = node.mapping?.first(where: { $0.keyText == key })?.value else { return nil }
            node = next
        }
        return node
    }

    /// The only schema of `anyOf` or `oneOf` beside `null`, with what stands around it.
    private func alternative(
        to fields: inout Fields, _ isNullable: inout Bool, _ draft: inout Draft
    ) -> Fields? {
        for key in ["anyOf", "oneOf"] {
            guard let node = fields.take(key) else { continue }
            let schemas = node.sequence ?? []
            let others = schemas.filter { schema in
                schema.mapping?.first { $0.keyText == "type" }?.value.scalar?.text != "null"
            }
            guard others.count == 1, let only = others.first, only.mapping != nil, schemas.count == 2 else {
                draft.leaveOut("\(Quoted.text(key)) of \(fields.subject)", at: fields.location(of: node))
                continue
            }
            isNullable = true
            guard let schema = resolved(only, of: fields.subject, &draft), let inner = schema.mapping else {
                continue
            }
            let merged = Node(
                content: .mapping(inner + fields.takeRest()), start: schema.start, length: schema.length)
            return Fields(merged, of: fields.subject, in: document.path, reportingTo: &draft)
        }
        return nil
    }

    private func example(_ fields: inout Fields, _ draft: inout Draft) -> String? {
        let first = fields.list("examples", &draft).first
        let node = first ?? fields.take("example") ?? fields.take("default")
        fields.ignore("example")
        return node?.scalar?.text
    }
}
