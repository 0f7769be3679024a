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
        writer.beginList(indent: "        ")
        writer.put("properties.")
        method(for: property.type)
        writer.put("(")
        writer.beginItem()
        writer.literal(property.name)
        // A call without limits and handling stays on one line, however long.
        let isLimited = property.handling != nil || Self.isLimited(property)
        if isLimited { writer.beginItem() } else { writer.put(", ") }
        writer.put(made: member.escapedName)
        if case .enumeration(let enumeration) = property.type {
            if isOptional { writer.put("?") }
            writer.put(enumeration.isOpen ? ".rawValue" : ".wireValue")
        }
        guard isLimited else { return writer.line(")") }
        constraintArguments(of: property)
        if let handling = property.handling {
            writer.beginItem()
            writer.put("handling: .")
            writer.put(handling.swiftName)
        }
        writer.endList(")", indent: "        ", closesOnOwnLine: false)
    }

    /// Whether ``constraintArguments(of:)`` writes anything.
    private static func isLimited(_ property: Property) -> Bool {
        switch property.type {
        case .duration, .bytes: true
        default: property.constraints != Constraints()
        }
    }

    /// Writes the arguments between value and handling, in the order in which the writer's methods take them.
    private mutating func constraintArguments(of property: Property) {
        let constraints = property.constraints
        switch property.type {
        case .duration(let unit): argument("unit: .", unit.swiftName)
        case .bytes(let unit): argument("unit: .", unit.swiftName)
        default: break
        }
        for kind in ConstraintKind.allCases {
            switch constraints[kind] {
            case .bound(let bound)?: argument(kind, bound.text)
            case .pattern(let pattern)?: if let name = patterns[pattern] { argument(kind, name) }
            case nil: break
            }
        }
    }

    private mutating func argument(_ kind: ConstraintKind, _ value: String) {
        writer.beginItem()
        writer.put(kind.swiftLabel)
        writer.put(": ")
        writer.put(made: value)
    }

    private mutating func argument(_ label: StaticString, _ value: StaticString) {
        writer.beginItem()
        writer.put(label)
        writer.put(value)
    }

    /// Writes the name of the writer's method for a type: named for its kind, or for the kind of a list's elements in the plural.
    private mutating func method(for type: PropertyType) {
        switch type {
        case .enumeration(let enumeration) where enumeration.isOpen: writer.put("openEnumeration")
        case .list(let element):
            writer.put(element.kind.swiftName)
            writer.put("s")
        default: writer.put(type.kind.swiftName)
        }
    }
}
