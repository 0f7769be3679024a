import CatalogModel
import SignalVocabulary

extension FileEmitter {
    /// Writes what the catalog tells the runtime about itself, beside its header.
    mutating func catalogDeclaration() {
        let catalog = index.catalog
        writer.line()
        writer.put("/// The catalog ")
        writer.put(EscapedText.oneLine(catalog.name))
        writer.put(", version ")
        writer.put(EscapedText.oneLine(catalog.version))
        writer.line(".")
        writer.put(index.access)
        writer.line("enum SignalCatalog: Signalbook.Catalog {")
        writer.line("    /// The name and the version that every record carries.")
        writer.put("    ")
        writer.put(index.access)
        writer.line("static var identity: Signalbook.CatalogIdentity {")
        writer.put("        Signalbook.CatalogIdentity(name: ")
        writer.literal(catalog.name)
        writer.put(", version: ")
        writer.literal(catalog.version)
        writer.line(")")
        writer.line("    }")
        writer.line()
        contextDefinitions(catalog.context)
        writer.line()
        writer.line("    /// The name of every event, as it is on the wire.")
        writer.put("    ")
        writer.put(index.access)
        writer.line("enum EventName {}")
        writer.line("}")
    }

    private mutating func contextDefinitions(_ context: [ContextProperty]) {
        writer.line("    /// The properties that every event carries.")
        writer.put("    ")
        writer.put(index.access)
        writer.put("static var context: [Signalbook.ContextPropertyDefinition] {")
        if context.isEmpty { return writer.line(" [] }") }
        writer.line()
        writer.line("        [")
        for item in context {
            var arguments = [
                "\"" + EscapedText.literal(item.property.name) + "\"",
                "." + Self.kind(of: item.property.type),
            ]
            if let role = item.role { arguments.append("role: ." + role.rawValue) }
            if let value = item.defaultValue {
                arguments.append("defaultValue: \"" + EscapedText.literal(value) + "\"")
            }
            if let variable = item.variable {
                arguments.append("variable: \"" + EscapedText.literal(variable) + "\"")
            }
            if let handling = item.property.handling { arguments.append("handling: ." + handling.swiftName) }
            writer.list(".init(", arguments, "),", indent: "            ", closesOnOwnLine: false)
        }
        writer.line("        ]")
        writer.line("    }")
    }

    /// Writes the structure that holds the context properties, and the functions that open a scope with them.
    mutating func contextDeclaration(_ members: [Member]) {
        writer.line()
        writer.line(
            "/// What every event of the catalog carries. What is not set keeps the surrounding scope's value."
        )
        writer.put(index.access)
        writer.line("struct CatalogContext: Signalbook.ContextProperties {")
        for member in members {
            if case .enumeration(let enumeration) = member.property.type {
                nestedEnumeration(enumeration, of: member)
                writer.line()
            }
        }
        for member in members {
            var text = member.description
            if let privacy = Self.privacy(of: member.property) {
                text += "\n\n- Privacy: `" + member.property.name + "` " + privacy
            }
            writer.documentation(text, indent: "    ")
            writer.put("    ")
            writer.put(index.access)
            writer.put("var ")
            writer.put(member.escapedName)
            writer.put(": ")
            writer.put(member.type)
            writer.line("?")
            writer.line()
        }
        recordFunction(members, areOptional: true)
        writer.line("}")
        writer.line()
        writer.line("nonisolated extension Signalbook.SignalContext {")
        scopeFunction(members, isAsynchronous: false)
        writer.line()
        scopeFunction(members, isAsynchronous: true)
        writer.line("}")
    }

    private mutating func scopeFunction(_ members: [Member], isAsynchronous: Bool) {
        // The qualifiers are the runtime's own: the operation runs where its caller does.
        let isolation = isAsynchronous ? "nonisolated(nonsending) " : ""
        let effects = isAsynchronous ? "async throws" : "throws"
        writer.line(
            "    /// Runs `operation` with these context properties on every event it and its child tasks track."
        )
        parameterDescriptions(of: members)
        writer.documentation(parameter: "operation", "What runs with them.", indent: "    ")
        writer.list(
            index.access + isolation + "static func with<Result>(",
            members.map { $0.parameter(isOptional: true) }
                + ["operation: " + isolation + "() " + effects + " -> Result"],
            isAsynchronous ? ") async rethrows -> Result {" : ") rethrows -> Result {",
            indent: "    ", closesOnOwnLine: true)
        writer.list(
            "let properties = CatalogContext(", members.map(\.argument), ")", indent: "        ",
            closesOnOwnLine: false)
        writer.put(isAsynchronous ? "        return try await " : "        return try ")
        writer.line("Signalbook.SignalContext.with(properties, operation: operation)")
        writer.line("    }")
    }

    private static func kind(of type: PropertyType) -> String {
        // The checks let no list into the context; as text it would at least be scrubbed.
        if case .list = type { return PropertyKind.text.swiftName }
        return type.kind.swiftName
    }
}
