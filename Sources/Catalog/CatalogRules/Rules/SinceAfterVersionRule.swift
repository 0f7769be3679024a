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
        for event in catalog.events {
            if let message = message(event.event.since) {
                findings.report(message, event, at: catalog.location(of: "since", at: event.event.location))
            }
            if let message = message(event.event.deprecation?.since) {
                findings.report(
                    message, event, at: catalog.location(of: "deprecated", at: event.event.location))
            }
        }
        for property in catalog.properties {
            let place = property.property.location
            if let message = message(property.property.since) {
                findings.report(message, property, at: catalog.location(of: "since", at: place))
            }
            if let message = message(property.property.deprecation?.since) {
                findings.report(message, property, at: catalog.location(of: "deprecated", at: place))
            }
        }
        for tombstone in catalog.catalog.removed + catalog.events.flatMap(\.event.removed) {
            if let message = message(tombstone.since) {
                findings.report(message, at: catalog.location(of: "since", at: tombstone.location))
            }
        }
    }
}
