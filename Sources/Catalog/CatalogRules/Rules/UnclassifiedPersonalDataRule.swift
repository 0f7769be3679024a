import CatalogModel
import SignalVocabulary

/// What looks personal says how private it is.
enum UnclassifiedPersonalDataRule: LintRule {
    private static let words = RuleSetting.texts(
        "words", default: [], "More words, or phrases with `_` between their words, that look personal.")

    static let definition = RuleDefinition(
        "unclassified-personal-data", .warning,
        "A property whose name looks personal, such as `email`, says its `sensitivity`.",
        why: """
            A property is `internal` unless it says otherwise, and leaves the app as it is. For something named `email`, `ip` or `token`
            that is seldom meant. Say `sensitivity: personal` (or `secret`) with a `handling`; if it is not about a person, say
            `sensitivity: internal` or `public`, so that the next reader knows that somebody thought about it. A name is what its
            last words say: `billing_email` looks personal, and so does `email_hash`; `email_template` and `token_count` do not.
            `name` alone does, `tool_name` does not. Truth values, lengths of time, byte counts and doubles are let pass.
            """,
        settings: [words],
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      email: { type: string, max_length: 254, sensitivity: personal, handling: hash, description: Where the bill goes. }
                      tool_name: { type: string, max_length: 64, description: What wrapped it. }
                      shop_address: { type: string, max_length: 64, sensitivity: public, description: Where the shop is. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      1️⃣billing_email: { type: string, max_length: 254, description: Where the bill goes. }
                      2️⃣client_ip: { type: ip, description: Where it came from. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        var phrases = PersonalWords.phrasesByLastWord
        let more = findings.texts(words).sorted()
        phrases.merge(PersonalWords.byLastWord(more)) { $0 + $1 }
        // The same names come again and again; matching them once is enough.
        var matches: [String: String?] = [:]
        for property in catalog.properties where canBePersonal(property.property) {
            let name = property.property.name
            let match: String?
            if let known = matches[name] {
                match = known
            } else {
                match = PersonalWords.match(property.words, name: name, phrases)
                matches[name] = .some(match)
            }
            guard let match,
                catalog.value(of: PropertyKey.sensitivity, at: property.property.location) == nil
            else { continue }
            findings.report(
                "\(property.title) looks personal (\(Quoted.text(match))), but has no \"sensitivity\"",
                property,
                hint:
                    "say \"sensitivity: personal\" with a \"handling\", or \"internal\" if it is about nobody"
            )
        }
    }

    private static func canBePersonal(_ property: Property) -> Bool {
        if property.sensitivity != .internal { return false }
        switch property.type {
        case .bool, .duration, .bytes, .double, .list(.bool), .list(.double): return false
        default: return true
        }
    }
}
