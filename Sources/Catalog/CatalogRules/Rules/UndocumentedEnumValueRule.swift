import CatalogModel

/// Every value of an enumeration says what it means.
enum UndocumentedEnumValueRule: LintRule {
    static let definition = RuleDefinition(
        "undocumented-enum-value", .off, "Every value of an enumeration has a description.",
        why: """
            Off by default, since many values explain themselves. Switch it on where those who read the data are not those who
            write the code.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      channel:
                        type: enum
                        values: [{ value: web, description: By the shop's pages. }, { value: app, description: By the app. }]
                        description: How it came in.
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      channel: { type: enum, values: 1️⃣[web, app], description: How it came in. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for property in catalog.properties {
            guard case .enumeration(let enumeration) = property.property.type else { continue }
            let values = enumeration.values.filter { $0.description == nil }.map(\.rawValue)
            if values.isEmpty { continue }
            let shown = Quoted.list(Array(values.prefix(3))) + (values.count > 3 ? " …" : "")
            findings.report(
                "\(values.count) of \(enumeration.values.count) values of \(Quoted.text(property.property.name)) "
                    + "have no description: \(shown)",
                property, at: catalog.location(of: PropertyKey.values, at: property.property.location))
        }
    }
}
