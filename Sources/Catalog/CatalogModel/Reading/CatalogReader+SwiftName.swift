extension CatalogReader {
    /// Checks the Swift names that a property gives by itself, and hands back the one of its member.
    mutating func checkSwiftName(
        _ property: Property, in scope: SwiftNames.MemberScope, isOptional: Bool
    ) -> String {
        let name = SwiftNames.memberName(of: property)
        if let conflict = SwiftNames.conflict(ofMember: name, in: scope) {
            findings.error(
                .swiftNameReserved,
                "the property \(Quoted.text(property.name)) cannot be \(Quoted.text(name)) in Swift: \(conflict)",
                at: property.location,
                hint:
                    "give it another name there, such as \"swift_name: \(SwiftNames.memberNameExample(name))\""
            )
        }
        guard case .enumeration(let enumeration) = property.type else { return name }
        let type = SwiftNames.typeName(ofEnumeration: property)
        if let conflict = SwiftNames.conflict(ofType: type) {
            findings.error(
                .swiftNameReserved,
                "the values of \(Quoted.text(property.name)) cannot be the type \(Quoted.text(type)) in Swift: \(conflict)",
                at: property.location,
                hint:
                    "give it another name there, such as \"swift_name: \(SwiftNames.memberNameExample(name))\""
            )
        }
        if isOptional, let none = enumeration.values.first(where: { SwiftNames.caseName(of: $0) == "none" }) {
            findings.error(
                .swiftNameReserved,
                "the enum value \(Quoted.text(none.rawValue)) of the optional property \(Quoted.text(property.name)) "
                    + "would be mistaken for Swift's \"Optional.none\"",
                at: property.location,
                hint: "give it a name: \(none.named("noValue"))")
        }
        return name
    }
}

extension SwiftNames {
    /// A free name to show as an example.
    static func memberNameExample(_ name: String) -> String { name + "Value" }
}
