/// The keys of `catalog:`.
package enum HeaderKey: String, CatalogKey, CaseIterable {
    case name, version, description, owner, swift, rules, approvals

    package static var mapping: CatalogMapping { .header }
    package static let table = KeyTable<HeaderKey>()

    package var definition: KeyDefinition {
        switch self {
        case .name:
            KeyDefinition(
                rawValue, .name, "The catalog's name, on every record.", example: "name: my-service",
                isRequired: true)
        case .version:
            KeyDefinition(
                rawValue, .version, "The catalog's own semantic version, on every record.",
                example: "version: 1.0.0", isRequired: true)
        case .description:
            KeyDefinition(
                rawValue, .text, "What the catalog is about.", example: "description: What the shop emits.")
        case .owner:
            KeyDefinition(
                rawValue, .text, "Who answers for events that name no owner.", example: "owner: shop-team")
        case .swift:
            KeyDefinition(
                rawValue, .mapping(.swift), "What the generated Swift is like.",
                example: "swift: { access: public }")
        case .rules:
            KeyDefinition(
                rawValue, .rules, "The levels and settings of rules. `sigbook rules` lists them.",
                example: "rules: { missing-owner: error }")
        case .approvals:
            KeyDefinition(
                rawValue, .list(.approval),
                "Breaking changes that may pass `sigbook diff` until a day, each for a reason.",
                example:
                    "approvals: [{ change: event-removed session_opened, until: 2027-01-31, reason: Nobody reads it. }]"
            )
        }
    }
}
