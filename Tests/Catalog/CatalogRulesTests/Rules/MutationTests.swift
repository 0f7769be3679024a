import CatalogModel
import Testing

@testable import CatalogRules

/// One change to a text.
private struct Change {
    var old: String
    var new: String

    init(_ old: String, _ new: String) {
        self.old = old
        self.new = new
    }
}

/// A catalog that keeps all rules that are on by default.
private let clean = """
    catalog:
      name: shop
      version: 2.0.0
      owner: checkout
      description: What the shop tells about its orders.

    context:
      session_id: { type: string, max_length: 64, description: The visit that the work is for. }

    groups:
      payment:
        payment_method: { type: enum, values: [card, invoice, cash_on_delivery], description: How it is paid. }
        price: { type: double, unit: EUR, minimum: 0, description: What it costs. }

    events:
      order_placed:
        description: A customer placed an order.
        include: [payment]
        since: 1.0.0
        properties:
          item_count: { type: int, minimum: 1, example: 3, description: How many items it has. }
          is_gift: { type: bool, required: false, description: Whether it is wrapped. }
          customer_email: { type: string, max_length: 254, sensitivity: personal, handling: hash, description: Where the bill goes. }
          wait_ms: { type: duration, unit: ms, description: How long the customer waited. }
      payment_failed:
        description: A payment did not come through.
        severity: error
        include: [payment]
        since: 1.0.0
        properties:
          failure_message: { type: text, max_length: 256, description: What the bank said. }
          discount_percent: { type: double, unit: '%', minimum: 0, maximum: 100, description: How much was taken off. }
      order_cancelled:
        description: A customer took an order back.
        since: 1.0.0
        expires: 2030-06-30
        deprecated: { since: 1.5.0, reason: Orders are refused instead., replaced_by: order_refused }
      order_refused:
        description: The shop did not take an order.
        since: 1.5.0
    removed:
      order_made: { since: 2.0.0, reason: The shop says placed. }

    """

/// Adds lines at the end of the last event.
private func adding(_ lines: String...) -> Change {
    Change("    since: 1.5.0\n", "    since: 1.5.0\n" + lines.map { "    \($0)\n" }.joined())
}

/// Adds lines to the header.
private func setting(_ line: String) -> Change {
    Change("  owner: checkout\n", "  owner: checkout\n  rules: { \(line) }\n")
}

/// For every rule what makes the clean catalog break it, and no other. A rule that is off by default is switched on besides.
private let mutations: [String: [Change]] = [
    "event-name": [Change("  payment_failed:", "  payment_went_wrong_and_then_failed:")],
    "property-name": [Change("item_count:", "itemCount:")],
    "generic-name": [Change("is_gift:", "info:")],
    "similar-event-names": [
        Change(
            "removed:", "  orders_placed: { description: Several orders came in., since: 1.0.0 }\nremoved:")
    ],
    "similar-property-names": [
        adding("properties: { items_count: { type: int, description: How many items it had. } }")
    ],
    "common-prefix": [
        Change("item_count:", "order_item_count:"), Change("is_gift:", "order_gift:"),
        Change("customer_email:", "order_email:"), Change("wait_ms:", "order_wait_ms:"),
    ],
    "unit-contradiction": [Change("unit: ms", "unit: s")],
    "unit-repeated": [],
    "missing-unit": [Change("unit: EUR, ", "")],
    "type-by-name": [Change("type: bool", "type: enum, values: [wrapped, bare]")],
    "placeholder-description": [Change("Whether it is wrapped.", "TODO")],
    "short-description": [Change("Whether it is wrapped.", "Wrapped.")],
    "description-repeats-name": [Change("Whether it is wrapped.", "A gift.")],
    "description-style": [Change("Whether it is wrapped.", "Whether it is wrapped")],
    "undocumented-enum-value": [],
    "invalid-example": [Change("example: 3", "example: 0")],
    "missing-owner": [Change("  owner: checkout\n", "")],
    "expired": [Change("2030-06-30", "2026-06-30")],
    "expires-soon": [Change("2030-06-30", "2027-01-15")],
    "expires-too-late": [],
    "expired-approval": [
        Change(
            "  owner: checkout\n",
            "  owner: checkout\n  approvals: [{ change: event-removed order_made, until: 2026-12-31, reason: The shop agreed. }]\n"
        )
    ],
    "development-without-expiry": [adding("stability: development")],
    "deprecated-without-reason": [Change("reason: Orders are refused instead., ", "")],
    "deprecated-without-replacement": [Change(", replaced_by: order_refused", "")],
    "deprecated-replacement": [
        adding("deprecated: { reason: The shop takes all., replaced_by: order_placed }")
    ],
    "missing-since": [Change("    since: 1.5.0\n", "")],
    "since-after-version": [Change("since: 1.5.0, reason", "since: 3.0.0, reason")],
    "tombstone-without-reason": [Change(", reason: The shop says placed.", "")],
    "inconsistent-type": [
        adding("properties: { failure_message: { type: url, description: Where the bank says more. } }")
    ],
    "inconsistent-sensitivity": [
        adding(
            "properties: { customer_email: { type: string, max_length: 9, sensitivity: internal, description: Whose order it was. } }"
        )
    ],
    "unclassified-personal-data": [Change("sensitivity: personal, handling: hash, ", "")],
    "free-text-as-string": [Change("type: text", "type: string")],
    "unbounded-label": [adding("properties: { region: { type: string, description: Where it was sent. } }")],
    "unbounded-string": [Change("max_length: 64, ", "")],
    "unbounded-percentage": [Change(", maximum: 100", "")],
    "all-optional": [
        adding(
            "properties:",
            "  is_late: { type: bool, required: false, description: Whether it came too late. }",
            "  has_items: { type: bool, required: false, description: Whether anything was in it. }")
    ],
    "wide-event": [setting("wide-event: { maximum_properties: 3 }")],
    "unused-group": [
        Change("events:", "  shop: { shop_number: { type: int, description: Which shop it was. } }\nevents:")
    ],
    "single-value-enum": [Change("[card, invoice, cash_on_delivery]", "[card]")],
    "enum-case-only-difference": [
        Change("[card, invoice, cash_on_delivery]", "[card, { value: Card, name: oldCard }]")
    ],
    "mixed-enum-style": [Change("invoice, cash_on_delivery", "late_invoice, cash-on-delivery")],
    "severity-by-name": [Change("severity: error", "severity: warn")],
    "sampled-error": [Change("severity: error", "severity: error\n    sample_rate: 0.5")],
    "ambiguous-word": [Change("[card, invoice", "[card, no")],
    "ambiguous-number": [Change("maximum: 100", "maximum: 1e2")],
    "ambiguous-date": [Change("max_length: 64,", "max_length: 64, example: 2027-01-01,")],
    "comment-in-text": [Change("A customer placed an order.", "A customer placed the order #1 of many.")],
    "unknown-rule": [adding("suppress: { no-such-rule: The shop wants it so. }")],
    "invalid-setting": [setting("event-name: { smallest: 3 }")],
    "fixed-rule": [adding("suppress: { invalid-name: The shop wants it so. }")],
    "retired-rule": [setting("unit-in-name: off")],
    "placeholder-reason": [Change("unit: EUR, ", "suppress: { missing-unit: TODO }, ")],
    "unused-suppression": [adding("suppress: { missing-owner: The shop wants it so. }")],
]

@Suite struct `A clean catalog` {
    private func rules(in text: String) -> [String] {
        let sources = [CatalogSource(path: "shop.yaml", text: text)]
        let diagnostics = CatalogChecker(today: RuleExample.today).check(sources).diagnostics
        return Set(diagnostics.map(\.rule)).sorted()
    }

    @Test func `keeps all rules`() {
        #expect(rules(in: clean) == [])
    }

    @Test func `can be made to break every rule`() {
        #expect(Set(mutations.keys) == Set(RuleIndex.all.compactMap { $0.definition?.name }))
    }

    @Test(arguments: mutations.keys.sorted())
    func `breaks exactly the rule that a change is meant to break`(name: String) throws {
        var text = clean
        for change in try #require(mutations[name]) {
            #expect(text.contains(change.old), "nothing to change: \(change.old)")
            text = text.replacing(change.old, with: change.new, maxReplacements: 1)
        }
        if RuleIndex.entry(named: name)?.level == .off {
            text = text.replacing(
                "  owner: checkout\n", with: "  owner: checkout\n  rules: { \(name): warning }\n")
        }
        #expect(rules(in: text) == [name])
    }
}
