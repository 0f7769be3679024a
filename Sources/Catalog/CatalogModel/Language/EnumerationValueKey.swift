/// The keys of an enumeration's value that is given as a mapping.
package enum EnumerationValueKey: CatalogKey, CaseIterable {
    case value, name, description, renamedFrom

    package static var mapping: CatalogMapping { .enumerationValue }
    package static let table = KeyTable<EnumerationValueKey>()

    package var definition: KeyDefinition {
        switch self {
        case .value:
            KeyDefinition(
                "value", .enumerationValue, "The value on the wire.", example: "value: GET", isRequired: true)
        case .name:
            KeyDefinition(
                "name", .swiftName, "The Swift case, where the value gives none.",
                example: "value: \"1\", name: first")
        case .description:
            KeyDefinition(
                "description", .text, "What it means.", example: "value: GET, description: Reads a resource.")
        case .renamedFrom:
            KeyDefinition(
                "renamed_from", .enumerationValue, "The value it was before.",
                example: "value: GET, renamed_from: FETCH")
        }
    }
}
