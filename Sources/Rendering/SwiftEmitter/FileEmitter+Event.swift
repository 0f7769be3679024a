import CatalogModel
import SignalVocabulary

extension FileEmitter {
    /// Writes an event: its structure, then its factory.
    mutating func eventDeclaration(_ shape: EventShape) {
        let event = shape.event
        writer.line()
        writer.documentation(event.description)
        writer.line("///")
        eventFacts(shape)
        if event.deprecation != nil { deprecation(of: shape, renamedTo: .type, indent: "") }
        writer.put(index.access)
        writer.put("struct ")
        writer.put(shape.typeName)
        writer.line(": Signalbook.Event {")
        for member in shape.members {
            if case .enumeration(let enumeration) = member.property.type {
                nestedEnumeration(enumeration, of: member)
                writer.line()
            }
        }
        for member in shape.members {
            writer.documentation(member.description, indent: "    ")
            writer.put("    ")
            writer.put(index.access)
            writer.put("let ")
            writer.put(member.escapedName)
            writer.put(": ")
            writer.put(member.type)
            writer.line(member.property.isRequired ? "" : "?")
            writer.line()
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
        if let owner = event.owner { fact("Owner", EscapedText.oneLine(owner)) }
        if event.stability == .development { fact("Stability", "in development, may change") }
        if let since = event.since { fact("Since", EscapedText.oneLine(since)) }
        if let expires = event.expires { fact("Expires", EscapedText.oneLine(expires)) }
        for member in shape.members {
            if let privacy = Self.privacy(of: member.property) {
                fact("Privacy", "`" + member.property.name + "` " + privacy)
            }
        }
        fact("Catalog", Self.place(event.location) + " `" + event.name + "`")
    }

    private mutating func fact(_ title: String, _ text: String) {
        writer.put("/// - ")
        writer.put(title)
        writer.put(": ")
        writer.line(text)
    }

    private mutating func definition(of event: Event) {
        writer.put("    ")
        writer.put(index.access)
        writer.line("static var definition: Signalbook.EventDefinition {")
        var arguments = [
            "\"" + EscapedText.literal(event.name) + "\"", "severity: ." + event.severity.swiftName,
        ]
        if event.sampleRate != 1 { arguments.append("sampleRate: " + event.sampleRate.description) }
        arguments.append("catalog: SignalCatalog.identity")
        writer.list("Signalbook.EventDefinition(", arguments, ")", indent: "        ", closesOnOwnLine: false)
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
        writer.put(shape.typeName)
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
            writer.documentation(
                parameter: member.name, Self.parameterDescription(of: member), indent: "    ")
        }
    }

    private mutating func factoryFunction(of shape: EventShape, retired: [Member], withRetired: Bool) {
        writer.documentation(shape.event.description, indent: "    ")
        parameterDescriptions(of: shape.members.filter { withRetired || !$0.isRetired })
        if shape.event.deprecation != nil {
            deprecation(of: shape, renamedTo: .factory, indent: "    ")
        } else if withRetired {
            let reasons = retired.map { Self.retirement(of: $0, in: shape) }
            writer.put("    @available(*, deprecated, message: ")
            writer.literal(reasons.joined(separator: "; "))
            writer.line(")")
        }
        var parameters: [String] = []
        var arguments: [String] = []
        for member in shape.members {
            if !member.isRetired || withRetired {
                // The overload with one retired property is told from the other by requiring it.
                let isOptional = !member.property.isRequired
                let mayBeLeftOut = isOptional && !(member.isRetired && retired.count == 1)
                var parameter = member.parameter(isOptional: mayBeLeftOut)
                if isOptional, !mayBeLeftOut { parameter += "?" }
                parameters.append(parameter)
                arguments.append(member.argument)
            } else {
                arguments.append(SwiftNames.escapedLabel(member.name) + ": nil")
            }
        }
        writer.list(
            index.access + "static func " + shape.escapedMemberName + "(", parameters, ") -> Self {",
            indent: "    ", closesOnOwnLine: true)
        writer.list("Self(", arguments, ")", indent: "        ", closesOnOwnLine: false)
        writer.line("    }")
    }
}
