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
        if let handling = property.handling { arguments.append("handling: ." + handling.rawValue) }
        writer.list(head, arguments, ")", indent: "        ", closesOnOwnLine: false)
    }

    /// The arguments between value and handling, in the order in which the writer's methods take them.
    private func constraintArguments(of property: Property) -> [String] {
        let constraints = property.constraints
        var arguments: [String] = []
        switch property.type {
        case .duration(let unit): arguments.append("unit: ." + Self.name(of: unit))
        case .bytes(let unit): arguments.append("unit: ." + Self.name(of: unit))
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

    private static func literal(_ bound: Constraints.Bound) -> String {
        switch bound {
        case .integer(let value): String(value)
        case .double(let value): value.description
        }
    }

    private static func method(for type: PropertyType) -> String {
        switch type {
        case .string: "string"
        case .text: "text"
        case .int: "integer"
        case .double: "double"
        case .bool: "boolean"
        case .enumeration(let enumeration): enumeration.isOpen ? "openEnumeration" : "enumeration"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .bytes: "bytes"
        case .uuid: "uuid"
        case .url: "url"
        case .ip: "ip"
        case .list(.string): "strings"
        case .list(.text): "texts"
        case .list(.int): "integers"
        case .list(.double): "doubles"
        case .list(.bool): "booleans"
        }
    }

    private static func name(of unit: DurationUnit) -> String {
        switch unit {
        case .nanoseconds: "nanoseconds"
        case .microseconds: "microseconds"
        case .milliseconds: "milliseconds"
        case .seconds: "seconds"
        case .minutes: "minutes"
        case .hours: "hours"
        case .days: "days"
        }
    }

    private static func name(of unit: ByteUnit) -> String {
        switch unit {
        case .bytes: "bytes"
        case .kibibytes: "kibibytes"
        case .mebibytes: "mebibytes"
        case .gibibytes: "gibibytes"
        case .kilobytes: "kilobytes"
        case .megabytes: "megabytes"
        case .gigabytes: "gigabytes"
        }
    }
}
