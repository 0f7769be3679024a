import CatalogModel

/// Every group is included somewhere.
enum UnusedGroupRule: LintRule {
    static let definition = RuleDefinition(
        "unused-group", .warning, "Every group is included by an event, directly or through other groups.",
        why: "What nobody includes is on no record. Include it, or take it out.",
        stage: .catalog,
        examples: [
            .valid(
                """
                groups:
                  shop:
                    shop_number: { type: int, description: Which shop it was. }
                events:
                  order_placed: { description: A customer placed an order., include: [shop] }
                """),
            .invalid(
                """
                groups:
                  1️⃣shop:
                    shop_number: { type: int, description: Which shop it was. }
                events:
                  order_placed: { description: A customer placed an order. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        var used: Set<String> = []
        var queue: [String] = []
        for event in catalog.events {
            for name in event.event.includes where used.insert(name).inserted { queue.append(name) }
        }
        let includes = Dictionary(
            catalog.catalog.groups.map { ($0.name, $0.includes) }, uniquingKeysWith: { first, _ in first })
        while let name = queue.popLast() {
            for name in includes[name] ?? [] where used.insert(name).inserted { queue.append(name) }
        }
        for group in catalog.catalog.groups where !used.contains(group.name) {
            findings.report(
                "no event includes the group \(Quoted.text(group.name))", at: group.location,
                within: [group.location])
        }
    }
}
