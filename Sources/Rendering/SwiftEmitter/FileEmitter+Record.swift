import CatalogModel
import SignalVocabulary

extension FileEmitter {
    /// Writes the function that hands every property to the runtime's writer, with whatever is not that writer's default.
    ///
    /// - Parameter areOptional: whether the structure has all of them as optionals, whatever the catalog says.
    mutating func recordFunction(_ members: [Member], areOptional: Bool = false) {
        writer.put("    ")
        writer.put(index.access)
        writer.put("func record(into properties: inout Signalbook.PropertyWriter) {")
        if members.isEmpty { return writer.line("}") }
        writer.line()
        for member in members { writerCall(member, isOptional: areOptional || !member.property.isRequired) }
        writer.line("    }")
    }

    private mutating func writerCall(_ member: Member, isOptional: Bool) {
        let property = member.property
        var value = member.escapedName
        if case .enumeration(let enumeration) = property.type {
            value += (isOptional ? "?." : ".") + (enumeration.isOpen ? "rawValue" : "wireValue")
        }
        let key = "\"" + EscapedText.literal(property.name) + "\""
        let head = "properties." + Self.method(for: property.type) + "("
        let constraints = constraintArguments(of: property)
        if constraints.isEmpty, property.handling == nil {
            writer.put("        ")
            writer.put(head)
            writer.put(key)
            writer.put(", ")
            writer.put(value)
            return writer.line(")")
        }
        var arguments = [key, value] + constraints
        if let handling = property.handling { arguments.append("handling: ." + handling.swiftName) }
        writer.list(head, arguments, ")", indent: "        ", closesOnOwnLine: false)
    }

    /// The arguments between value and handling, in the order in which the writer's methods take them.
    private func constraintArguments(of property: Property) -> [String] {
        let constraints = property.constraints
        var arguments: [String] = []
        switch property.type {
        case .duration(let unit): arguments.append("unit: ." + unit.swiftName)
        case .bytes(let unit): arguments.append("unit: ." + unit.swiftName)
        default: break
        }
        if let minimum = constraints.minimum { arguments.append("minimum: " + Self.literal(minimum)) }
        if let maximum = constraints.maximum { arguments.append("maximum: " + Self.literal(maximum)) }
        if let maxItems = constraints.maxItems { arguments.append("maxItems: " + String(maxItems)) }
        if let maxLength = constraints.maxLength { arguments.append("maxLength: " + String(maxLength)) }
        if let pattern = constraints.pattern, let name = patterns[pattern] {
            arguments.append("pattern: " + name)
        }
        return arguments
    }

    /// The writer's method for a type: named for its kind, or for the kind of a list's elements in the plural.
    private static func method(for type: PropertyType) -> String {
        switch type {
        case .enumeration(let enumeration) where enumeration.isOpen: "openEnumeration"
        case .list(let element): element.kind.swiftName + "s"
        case .string, .text, .int, .double, .bool, .enumeration, .timestamp, .duration, .bytes, .uuid, .url,
            .ip:
            type.kind.swiftName
        }
    }
}
