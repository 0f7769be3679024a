import CatalogModel
import SignalVocabulary

/// A property name is equally private in the whole catalog.
enum InconsistentSensitivityRule: LintRule {
    static let definition = RuleDefinition(
        "inconsistent-sensitivity", .warning,
        "A property name is personal or secret everywhere, or nowhere.",
        why: """
            What is personal on one event is personal on the next. Where the same name is handled here and sent as it is there, the
            second place is usually one that was forgotten.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      voucher: { type: string, max_length: 16, sensitivity: personal, handling: hash, description: Whose voucher it was. }
                  order_sent:
                    description: An order left the house.
                    properties:
                      voucher: { type: string, max_length: 16, sensitivity: personal, handling: hash, description: Whose voucher it was. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      voucher: { type: string, max_length: 16, sensitivity: personal, handling: hash, description: Whose voucher it was. }
                  order_sent:
                    description: An order left the house.
                    properties:
                      1️⃣voucher: { type: string, max_length: 16, description: Whose voucher it was. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        var sensitive: [String: DeclaredProperty] = [:]
        for property in catalog.properties where isSensitive(property) {
            if sensitive[property.property.name] == nil { sensitive[property.property.name] = property }
        }
        if sensitive.isEmpty { return }
        for property in catalog.properties where !isSensitive(property) {
            guard let other = sensitive[property.property.name] else { continue }
            findings.report(
                "\(property.title) is \(property.property.sensitivity.rawValue) here and "
                    + "\(other.property.sensitivity.rawValue) elsewhere", property,
                notes: [Diagnostic.Note("the other one is here", at: other.property.location)])
        }
    }

    private static func isSensitive(_ property: DeclaredProperty) -> Bool {
        property.property.sensitivity == .personal || property.property.sensitivity == .secret
    }
}
