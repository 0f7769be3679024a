import CatalogModel

/// A property as generated code names and types it.
///
/// Made once for each property, because names and types are needed in many places; a class, because a property is large to copy.
final class Member: Sendable {
    /// The property.
    let property: Property
    /// The Swift name, without backticks.
    let name: String
    /// The Swift name as it is declared and used.
    let escapedName: String
    /// The Swift type without `?`, as it is written inside the structure that has the property.
    let type: String
    /// The Swift type without `?`, as it is written outside of that structure.
    let outerType: String
    /// Whether the Swift type comes from Foundation.
    let needsFoundation: Bool

    /// The property of the structure called `owner`, which is escaped.
    init(_ property: Property, in owner: String) {
        self.property = property
        name = SwiftNames.memberName(of: property)
        escapedName = SwiftNames.escaped(name)
        needsFoundation =
            switch property.type {
            case .timestamp, .uuid, .url: true
            default: false
            }
        if case .enumeration = property.type {
            type = SwiftNames.escaped(SwiftNames.typeName(ofEnumeration: property))
            outerType = owner + "." + type
        } else {
            type = Self.swiftType(property.type)
            outerType = type
        }
    }

    /// Whether its values must match a pattern.
    var hasPattern: Bool { property.constraints.pattern != nil }

    /// Whether only the factory's second overload sets it: a deprecated property that may be left out.
    var isRetired: Bool { !property.isRequired && property.deprecation != nil }

    private static func swiftType(_ type: PropertyType) -> String {
        switch type {
        case .string, .text, .ip, .enumeration: "Swift.String"
        case .int: "Swift.Int"
        case .double: "Swift.Double"
        case .bool: "Swift.Bool"
        case .timestamp: "Foundation.Date"
        case .duration: "Swift.Duration"
        case .bytes: "Signalbook.ByteCount"
        case .uuid: "Foundation.UUID"
        case .url: "Foundation.URL"
        case .list(.string), .list(.text): "[Swift.String]"
        case .list(.int): "[Swift.Int]"
        case .list(.double): "[Swift.Double]"
        case .list(.bool): "[Swift.Bool]"
        }
    }
}
