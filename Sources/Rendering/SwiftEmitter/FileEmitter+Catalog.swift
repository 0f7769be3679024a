import CatalogModel
import SignalVocabulary

extension FileEmitter {
    /// Writes what the catalog tells the runtime about itself, beside its header.
    mutating func catalogDeclaration() {
        let catalog = index.catalog
        writer.line()
        writer.put("/// The catalog ")
        writer.put(made: EscapedText.oneLine(catalog.name))
        writer.put(", version ")
        writer.put(made: EscapedText.oneLine(catalog.version))
        writer.line(".")
        writer.put(index.access)
        writer.put("enum ")
        writer.put(made: index.catalogType)
        writer.line(": Signalbook.Catalog {")
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
            writer.beginList(indent: "            ")
            writer.put(".init(")
            writer.beginItem()
            writer.literal(item.property.name)
            writer.beginItem()
            writer.put(".")
            writer.put(Self.kind(of: item.property.type))
            if let role = item.role {
                writer.beginItem()
                writer.put("role: .")
                writer.put(made: role.rawValue)
            }
            if let value = item.defaultValue {
                writer.beginItem()
                writer.put("defaultValue: ")
                writer.literal(value)
            }
            if let variable = item.variable {
                writer.beginItem()
                writer.put("variable: ")
                writer.literal(variable)
            }
            if let handling = item.property.handling {
                writer.beginItem()
                writer.put("handling: .")
                writer.put(handling.swiftName)
            }
            writer.endList("),", indent: "            ", closesOnOwnLine: false)
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
        writer.put("struct ")
        writer.put(made: index.contextType)
        writer.line(": Signalbook.ContextProperties {")
        for member in members {
            if case .enumeration(let enumeration) = member.property.type {
                nestedEnumeration(enumeration, of: member)
                writer.line()
            }
        }
        for member in members {
            writer.beginDocumentation(.member)
            description(of: member.property)
            if Self.isPrivate(member.property) {
                writer.put("\n\n- Privacy: ")
                privacy(of: member.property)
            }
            writer.endDocumentation(.member)
            writer.put("    ")
            writer.put(index.access)
            writer.put("var ")
            writer.put(made: member.escapedName)
            writer.put(": ")
            writer.put(made: member.type)
            writer.line("?")
            writer.line()
        }
        writer.put("    ")
        writer.put(index.access)
        writer.put("static var catalog: any Signalbook.Catalog.Type { ")
        writer.put(made: index.catalogType)
        writer.line(".self }")
        writer.line()
        recordFunction(members, areOptional: true)
        writer.line("}")
        writer.line()
        writer.put("nonisolated extension ")
        writer.put(made: index.catalog.swift.scopeType)
        writer.line(" {")
        scopeFunction(members, isAsynchronous: false)
        writer.line()
        scopeFunction(members, isAsynchronous: true)
        writer.line("}")
    }

    private mutating func scopeFunction(_ members: [Member], isAsynchronous: Bool) {
        // The qualifiers are the runtime's own: the operation runs where its caller does.
        let isolation: StaticString = isAsynchronous ? "nonisolated(nonsending) " : ""
        writer.line(
            "    /// Runs `operation` with these context properties on every event it and its child tasks track."
        )
        parameterDescriptions(of: members)
        writer.line("    ///   - operation: What runs with them.")
        writer.beginList(indent: "    ")
        writer.put(index.access)
        writer.put(isolation)
        writer.put("static func with<Result>(")
        for member in members { parameter(member, isOptional: true) }
        writer.beginItem()
        writer.put("operation: ")
        writer.put(isolation)
        writer.put(isAsynchronous ? "() async throws -> Result" : "() throws -> Result")
        writer.endList(
            isAsynchronous ? ") async rethrows -> Result {" : ") rethrows -> Result {", indent: "    ",
            closesOnOwnLine: true)
        writer.beginList(indent: "        ")
        writer.put("let properties = ")
        writer.put(made: index.contextType)
        writer.put("(")
        for member in members { argument(member) }
        writer.endList(")", indent: "        ", closesOnOwnLine: false)
        writer.put(isAsynchronous ? "        return try await " : "        return try ")
        writer.line("Signalbook.SignalContext.run(with: properties, operation: operation)")
        writer.line("    }")
    }

    private static func kind(of type: PropertyType) -> StaticString {
        // The checks let no list into the context; as text it would at least be scrubbed.
        if case .list = type { return PropertyKind.text.swiftName }
        return type.kind.swiftName
    }
}
