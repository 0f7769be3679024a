import CatalogModel
import SignalVocabulary

/// A property name has one type and one unit in the whole catalog.
enum InconsistentTypeRule: LintRule {
    static let definition = RuleDefinition(
        "inconsistent-type", .warning, "A property name has one type and one unit in the whole catalog.",
        why: """
            In most receivers a name is one column for all events. A column that is text for one event and a number for another cannot
            be added up, and one that is in milliseconds here and in seconds there is added up wrongly. Declare the property
            in a group that all those events include. Lists of values may differ.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      wait_ms: { type: duration, unit: ms, description: How long the customer waited. }
                  order_sent:
                    description: An order left the house.
                    properties:
                      wait_ms: { type: duration, unit: ms, description: How long the order waited. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      waiting: { type: duration, unit: ms, description: How long the customer waited. }
                      channel: { type: enum, values: [web, app], description: How it came in. }
                  order_sent:
                    description: An order left the house.
                    properties:
                      waiting: { type: duration, unit: 1️⃣s, description: How long the order waited. }
                      channel: { type: 2️⃣string, max_length: 9, description: How it went out. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        var first: [String: DeclaredProperty] = [:]
        for property in catalog.properties {
            guard let other = first[property.property.name] else {
                first[property.property.name] = property
                continue
            }
            let (type, otherType) = (property.property.type, other.property.type)
            let place = property.property.location
            let note = Diagnostic.Note("the other one is here", at: other.property.location)
            if type.name != otherType.name {
                findings.report(
                    "\(property.title) is of type \(Quoted.text(type.name)) here and "
                        + "\(Quoted.text(otherType.name)) elsewhere", property,
                    at: catalog.location(of: PropertyKey.type, at: place), notes: [note])
            } else if unit(of: property.property) != unit(of: other.property) {
                findings.report(
                    "\(property.title) is in \(title(ofUnitOf: property.property)) here and in "
                        + "\(title(ofUnitOf: other.property)) elsewhere", property,
                    at: catalog.location(of: PropertyKey.unit, at: place), notes: [note])
            }
        }
    }

    private static func unit(of property: Property) -> String? {
        switch property.type {
        case .duration(let unit): unit.rawValue
        case .bytes(let unit): unit.rawValue
        default: property.unit
        }
    }

    private static func title(ofUnitOf property: Property) -> String {
        unit(of: property).map(Quoted.text) ?? "no unit"
    }
}
