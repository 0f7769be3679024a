import CatalogModel
import SignalVocabulary

extension FileEmitter {
    /// Writes an event: its structure, then its factory.
    mutating func eventDeclaration(_ shape: EventShape) {
        let event = shape.event
        writer.line()
        writer.documentation(event.description, .declaration)
        writer.line("///")
        eventFacts(shape)
        if event.deprecation != nil { deprecation(of: shape, renamedTo: .type, indent: "") }
        writer.put(index.access)
        writer.put("struct ")
        writer.put(made: shape.typeName)
        writer.line(": Signalbook.Event {")
        for member in shape.members {
            if case .enumeration(let enumeration) = member.property.type {
                nestedEnumeration(enumeration, of: member)
                writer.line()
            }
        }
        for member in shape.members {
            writer.beginDocumentation(.member)
            description(of: member.property)
            writer.endDocumentation(.member)
            writer.put("    ")
            writer.put(index.access)
            writer.put("let ")
            writer.put(made: member.escapedName)
            writer.put(": ")
            writer.put(made: member.type)
            writer.line(member.property.isRequired ? "\n" : "?\n")
        }
        definition(of: event)
        writer.line()
        recordFunction(shape.members)
        writer.line("}")
        factory(of: shape)
    }

    /// Writes what tools and people want to know about an event besides what it says.
    private mutating func eventFacts(_ shape: EventShape) {
        let event = shape.event
        if let owner = event.owner { fact("/// - Owner: ", owner) }
        if event.stability == .development { writer.line("/// - Stability: in development, may change") }
        if let since = event.since { fact("/// - Since: ", since) }
        if let expires = event.expires { fact("/// - Expires: ", expires) }
        for member in shape.members where Self.isPrivate(member.property) {
            writer.put("/// - Privacy: ")
            privacy(of: member.property)
            writer.line()
        }
        writer.put("/// - Catalog: ")
        writer.put(made: shownPath)
        writer.put(":")
        writer.put(made: String(event.location.line))
        writer.put(" `")
        writer.put(made: event.name)
        writer.line("`")
    }

    private mutating func fact(_ lead: StaticString, _ text: String) {
        writer.put(lead)
        writer.put(made: EscapedText.oneLine(text))
        writer.line()
    }

    private mutating func definition(of event: Event) {
        writer.put("    ")
        writer.put(index.access)
        writer.line("static var definition: Signalbook.EventDefinition {")
        writer.beginList(indent: "        ")
        writer.put("Signalbook.EventDefinition(")
        writer.beginItem()
        writer.literal(event.name)
        writer.beginItem()
        writer.put("severity: .")
        writer.put(event.severity.swiftName)
        if event.sampleRate != 1 {
            writer.beginItem()
            writer.put("sampleRate: ")
            writer.put(made: event.sampleRate.description)
        }
        writer.beginItem()
        writer.put("catalog: ")
        writer.put(made: index.catalogType)
        writer.put(".self")
        writer.endList(")", indent: "        ", closesOnOwnLine: false)
        writer.line("    }")
    }

    /// Writes the function by which `track(.sessionCreated(…))` is completed.
    ///
    /// A deprecated property that may be left out gets an overload of its own, so that only who sets it is warned.
    private mutating func factory(of shape: EventShape) {
        let retired = shape.members.filter(\.isRetired)
        writer.line()
        if shape.event.deprecation != nil { deprecation(of: shape, renamedTo: .none, indent: "") }
        writer.put("nonisolated extension Signalbook.Event where Self == ")
        writer.put(made: shape.typeName)
        writer.line(" {")
        factoryFunction(of: shape, retired: retired, withRetired: false)
        if !retired.isEmpty {
            writer.line()
            factoryFunction(of: shape, retired: retired, withRetired: true)
        }
        writer.line("}")
    }

    /// Writes what completion shows beside the parameters of a function that sets these properties.
    mutating func parameterDescriptions(of members: [Member]) {
        if members.isEmpty { return }
        writer.line("    ///")
        writer.line("    /// - Parameters:")
        for member in members {
            writer.beginDocumentation(.parameter)
            writer.put(made: member.name)
            writer.put(": ")
            parameterDescription(of: member.property)
            writer.endDocumentation(.parameter)
        }
    }

    private mutating func factoryFunction(of shape: EventShape, retired: [Member], withRetired: Bool) {
        writer.documentation(shape.event.description, .member)
        let members = retired.isEmpty || withRetired ? shape.members : shape.members.filter { !$0.isRetired }
        parameterDescriptions(of: members)
        if shape.event.deprecation != nil {
            deprecation(of: shape, renamedTo: .factory, indent: "    ")
        } else if withRetired {
            let reasons = retired.map { Self.retirement(of: $0, in: shape) }
            writer.put("    @available(*, deprecated, message: ")
            writer.literal(reasons.joined(separator: "; "))
            writer.line(")")
        }
        writer.beginList(indent: "    ")
        writer.put(index.access)
        writer.put("static func ")
        writer.put(made: shape.escapedMemberName)
        writer.put("(")
        for member in members {
            // The overload with one retired property is distinguished from the other by requiring it.
            let isDistinguishing = member.isRetired && retired.count == 1
            parameter(member, isOptional: !member.property.isRequired && !isDistinguishing)
            if isDistinguishing { writer.put("?") }
        }
        writer.endList(") -> Self {", indent: "    ", closesOnOwnLine: true)
        writer.beginList(indent: "        ")
        writer.put("Self(")
        for member in shape.members {
            if withRetired || !member.isRetired {
                argument(member)
            } else {
                writer.beginItem()
                writer.put(made: SwiftNames.escapedLabel(member.name))
                writer.put(": nil")
            }
        }
        writer.endList(")", indent: "        ", closesOnOwnLine: false)
        writer.line("    }")
    }

    /// Writes a parameter of a function that makes the structure, as an item of a list.
    mutating func parameter(_ member: Member, isOptional: Bool) {
        writer.beginItem()
        writer.put(made: SwiftNames.escapedParameter(member.name))
        writer.put(": ")
        writer.put(made: member.outerType)
        if isOptional { writer.put("? = nil") }
    }

    /// Writes the argument that hands on the parameter, as an item of a list.
    mutating func argument(_ member: Member) {
        writer.beginItem()
        writer.put(made: SwiftNames.escapedLabel(member.name))
        writer.put(": ")
        writer.put(made: member.escapedName)
    }
}
