import CatalogModel
import SignalVocabulary

/// The values of an enumeration are written in one style.
enum MixedEnumStyleRule: LintRule {
    static let definition = RuleDefinition(
        "mixed-enum-style", .warning, "The values of one enumeration are written in one style.",
        why: """
            Nobody can remember that it is `in_store` but `by-phone`. Values of one word fit every style of their case; where values are
            names that others gave, suppress the finding and say so.
            """,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      channel: { type: enum, values: [web, in_store, by_phone], description: How it came in. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      channel: { type: enum, values: 1️⃣[web, in_store, by-phone], description: How it came in. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for property in catalog.properties {
            guard case .enumeration(let enumeration) = property.property.type else { continue }
            var style = Style()
            for value in enumeration.values {
                let added = style.union(Style(of: value.rawValue))
                guard added.isMixed else {
                    style = added
                    continue
                }
                findings.report(
                    "the values of \(Quoted.text(property.property.name)) are written in several styles; "
                        + "\(Quoted.text(value.rawValue)) is the first that is unlike those before it",
                    property,
                    at: catalog.location(of: PropertyKey.values, at: property.property.location))
                break
            }
        }
    }

    /// What was seen in a value, or in several.
    private struct Style: OptionSet {
        var rawValue: UInt8

        static let underscore = Style(rawValue: 1)
        static let hyphen = Style(rawValue: 2)
        static let space = Style(rawValue: 4)
        static let small = Style(rawValue: 8)
        static let capitals = Style(rawValue: 16)
        static let humps = Style(rawValue: 32)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The style of a value.
        init(of value: String) {
            self = []
            var hasSmall = false
            var hasCapital = false
            for byte in value.utf8 {
                switch byte {
                case 0x5F: insert(.underscore)
                case 0x2D: insert(.hyphen)
                case 0x20: insert(.space)
                case _ where ASCII.isLower(byte): hasSmall = true
                case _ where ASCII.isUpper(byte): hasCapital = true
                default: break
                }
            }
            if hasSmall { insert(hasCapital ? .humps : .small) } else if hasCapital { insert(.capitals) }
        }

        /// Whether no one style has all of it.
        var isMixed: Bool {
            let separators = intersection([.underscore, .hyphen, .space]).rawValue.nonzeroBitCount
            let cases = intersection([.small, .capitals]).rawValue.nonzeroBitCount
            return separators > 1 || cases > 1 || contains(.humps) && separators > 0 && !contains(.space)
        }
    }
}
