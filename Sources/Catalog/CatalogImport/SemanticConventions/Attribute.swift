import CatalogModel
import YAMLLite

/// An attribute of the semantic conventions, or a reference to one with what it refines.
struct Attribute {
    /// Its key, such as `http.route`.
    var key: String
    /// What it holds; nil: nothing that a property can hold, or a reference that keeps what the definition says.
    var type: PropertyType?
    /// Why there is no type, to be put behind "it": `is a template`.
    var untyped: String?
    var brief: String?
    var note: String?
    var example: String?
    var isRequired: Bool?
    /// When it is required, in words.
    var condition: String?
    var deprecation: Deprecation?
    var location: SourceLocation

    /// This definition with what a reference to it says on top.
    func refined(by reference: Attribute) -> Attribute {
        var result = self
        result.brief = reference.brief ?? brief
        result.note = reference.note ?? note
        result.example = reference.example ?? example
        result.isRequired = reference.isRequired ?? isRequired
        result.condition = reference.condition ?? condition
        result.deprecation = reference.deprecation ?? deprecation
        result.location = reference.location
        return result
    }
}

extension Attribute {
    /// Reads an attribute; `key` is under which of its keys the attribute's own key stands (`id`, `key` or `ref`).
    init?(_ fields: inout Fields, key: String, _ draft: inout Draft) {
        self.key = key
        location = fields.place
        fields.subject = "the attribute \(Quoted.text(key))"
        if let node = fields.take("type") { readType(node, fields, &draft) }
        brief = fields.text("brief", &draft)
        note = fields.text("note", &draft)
        if let node = fields.take("examples") { example = Self.firstExample(node) }
        if let node = fields.take("requirement_level") { readRequirement(node) }
        if let node = fields.take("deprecated") {
            deprecation = SemanticConventions.deprecation(node, of: fields.subject, in: fields, &draft)
        }
        // Nothing of these is said of a single property by a catalog.
        fields.ignore("stability", "sampling_relevant", "tag", "allow_custom_values", "role")
        fields.finish(&draft)
    }

    private mutating func readType(_ node: Node, _ fields: Fields, _ draft: inout Draft) {
        if let name = node.scalar?.text {
            type =
                switch name {
                case "string": .string
                case "int": .int
                case "double": .double
                case "boolean": .bool
                case "string[]": .list(.string)
                case "int[]": .list(.int)
                case "double[]": .list(.double)
                case "boolean[]": .list(.bool)
                default: nil
                }
            if type == nil { untyped = "is of the type \(Quoted.text(name))" }
            return
        }
        guard
            var members = Fields(
                node, of: "the type of \(fields.subject)", in: location.path, reportingTo: &draft)
        else { return untyped = "has a type that cannot be read" }
        var values: [Enumeration.Value] = []
        var isText = true
        for member in members.list("members", &draft) {
            guard
                var field = Fields(
                    member, of: "a value of \(fields.subject)", in: location.path, reportingTo: &draft)
            else { continue }
            let id = field.text("id", &draft)
            if let value = field.take("value")?.scalar {
                if value.value != .string { isText = false }
                values.append(
                    Enumeration.Value(rawValue: value.text, description: field.text("brief", &draft)))
            } else if let id {
                values.append(Enumeration.Value(rawValue: id, description: field.text("brief", &draft)))
            }
            field.ignore("brief", "stability")
            field.finish(&draft)
        }
        members.ignore("allow_custom_values")
        members.finish(&draft)
        if isText {
            // Values of the conventions are open by definition (semconv-syntax.v2.md, "Enums").
            type = values.isEmpty ? .string : .enumeration(Enumeration(values: values, isOpen: true))
        } else {
            type = .int
            draft.leaveOut(
                "the meaning of \(values.count) values of \(fields.subject), which are numbers,", at: location
            )
        }
    }

    private mutating func readRequirement(_ node: Node) {
        if let level = node.scalar?.text {
            isRequired = level == "required"
        } else if let entry = node.mapping?.first {
            isRequired = false
            if entry.keyText == "conditionally_required" { condition = entry.value.scalar?.text }
        }
    }

    /// The first of several examples, or the only one.
    private static func firstExample(_ node: Node) -> String? {
        var node = node
        while let first = node.sequence?.first { node = first }
        return node.scalar?.text
    }
}
