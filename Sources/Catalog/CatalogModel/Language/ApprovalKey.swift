/// The keys of an approval, all of which it must have.
package enum ApprovalKey: String, CatalogKey, CaseIterable {
    case change, until, reason

    package static var mapping: CatalogMapping { .approval }
    package static let table = KeyTable<ApprovalKey>()

    package var definition: KeyDefinition {
        switch self {
        case .change:
            KeyDefinition(
                rawValue, .text,
                "The change, as `sigbook diff` names it, such as `property-removed order_placed.total`.",
                example:
                    "change: property-removed order_placed.total, until: 2027-01-31, reason: Nobody reads it.",
                isRequired: true)
        case .until:
            KeyDefinition(
                rawValue, .day, "The last day on which it holds.",
                example:
                    "change: property-removed order_placed.total, until: 2027-01-31, reason: Nobody reads it.",
                isRequired: true)
        case .reason:
            KeyDefinition(
                rawValue, .text, "Why the change may break what it breaks.",
                example:
                    "change: property-removed order_placed.total, until: 2027-01-31, reason: Nobody reads it.",
                isRequired: true)
        }
    }
}
