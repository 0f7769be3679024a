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
        let traits = property.type.traits
        needsFoundation = traits.needsFoundation
        if let swift = traits.swift {
            type = swift
            outerType = swift
        } else {
            type = SwiftNames.escaped(SwiftNames.typeName(ofEnumeration: property))
            outerType = owner + "." + type
        }
    }

    /// Whether its values must match a pattern.
    var hasPattern: Bool { property.constraints.pattern != nil }

    /// Whether only the factory's second overload sets it: a deprecated property that may be left out.
    var isRetired: Bool { !property.isRequired && property.deprecation != nil }
}
