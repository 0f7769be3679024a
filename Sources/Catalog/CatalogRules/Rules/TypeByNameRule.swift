import CatalogModel
import SignalVocabulary

/// A name that promises a type keeps the promise.
enum TypeByNameRule: LintRule {
    static let definition = RuleDefinition(
        "type-by-name", .warning,
        "A name that promises a type, such as `is_…` or `…_count`, keeps the promise.",
        why: """
            A type that fits is checked by the compiler and understood by receivers: `is_…` and `has_…` are `bool`, `…_count` is an
            `int`, `…_timestamp` and `…_at` are `timestamp`, `…_url` is a `url` (whose query never leaves the caller), `…_uuid` is
            a `uuid`.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      is_gift: { type: bool, description: Whether it is wrapped. }
                      paid_at: { type: timestamp, description: When it was paid. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      is_gift: { type: 1️⃣string, max_length: 3, description: Whether it is wrapped. }
                      paid_at: { type: 2️⃣int, description: When it was paid. }
                      shop_url: { type: 3️⃣string, max_length: 99, description: Where it was placed. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for property in catalog.properties {
            guard let promised = promisedType(property.words), property.property.type.kind != promised else {
                continue
            }
            findings.report(
                "\(property.title) is of type \(Quoted.text(property.property.type.name)), "
                    + "but its name promises \(Quoted.text(promised.rawValue))", property,
                at: catalog.location(of: PropertyKey.type, at: property.property.location))
        }
    }

    /// The type that a name of several words promises.
    private static func promisedType(_ words: [String]) -> PropertyKind? {
        guard words.count > 1, let first = words.first, let last = words.last else { return nil }
        switch last {
        case "count": return .integer
        case "timestamp", "at": return .timestamp
        case "url", "uri": return .url
        case "uuid", "guid": return .uuid
        default: return first == "is" || first == "has" ? .boolean : nil
        }
    }
}
