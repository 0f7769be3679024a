import CatalogModel

/// No `since` is later than the catalog's version.
enum SinceAfterVersionRule: LintRule {
    static let definition = RuleDefinition(
        "since-after-version", .warning, "No `since` is later than the catalog's own version.",
        why: """
            A version that does not exist yet cannot have brought or deprecated anything: either `since` has a typing error, or the
            catalog's `version` was forgotten. Only the three numbers are compared.
            """,
        examples: [
            .valid(
                """
                catalog: { name: shop, version: 1.2.0, owner: checkout }
                events:
                  order_placed: { description: A customer placed an order., since: 1.2.0 }
                """),
            .invalid(
                """
                catalog: { name: shop, version: 1.2.0, owner: checkout }
                events:
                  order_placed: { description: A customer placed an order., since: 1️⃣1.20.0 }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        let version = catalog.catalog.version
        func message(_ since: String?) -> String? {
            guard let since, Version.isLater(since, than: version) else { return nil }
            return "the version \(Quoted.text(since)) is later than the catalog's, \(Quoted.text(version))"
        }
        for item in catalog.declarations {
            if let message = message(item.declaration.since) {
                findings.report(
                    message, item,
                    at: catalog.location(of: DeclarationKey.since, at: item.declaration.location))
            }
            if let message = message(item.declaration.deprecation?.since) {
                findings.report(
                    message, item,
                    at: catalog.location(of: DeclarationKey.deprecated, at: item.declaration.location))
            }
        }
        for property in catalog.properties {
            let place = property.property.location
            if let message = message(property.property.since) {
                findings.report(message, property, at: catalog.location(of: DeclarationKey.since, at: place))
            }
            if let message = message(property.property.deprecation?.since) {
                findings.report(
                    message, property, at: catalog.location(of: DeclarationKey.deprecated, at: place))
            }
        }
        for tombstone in catalog.catalog.removed + catalog.declarations.flatMap(\.declaration.removed) {
            if let message = message(tombstone.since) {
                findings.report(
                    message, at: catalog.location(of: DeclarationKey.since, at: tombstone.location))
            }
        }
    }
}
