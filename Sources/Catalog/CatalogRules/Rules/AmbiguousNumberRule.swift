import CatalogModel
import SignalVocabulary
import YAMLLite

/// A number is written so that every reader of YAML reads the same one.
enum AmbiguousNumberRule: LintRule {
    static let definition = RuleDefinition(
        "ambiguous-number", .warning, "Numbers are written in digits: no `1e3`, no `0o17`, no plain `10:30`.",
        why: """
            `1e3` and `0o17` are numbers to YAML 1.2 and texts to YAML 1.1; `10:30` is a text to the one and, counted in sixties, the
            number 630 to the other. Digits and quotes mean the same to both. Numbers with leading zeros or `_` are refused
            in any case (`yaml-ambiguous-number`).
            """,
        isFixable: true, stage: .text,
        examples: [
            .valid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      item_count: { type: int, minimum: 1, maximum: 1000, description: How many items it has. }
                      slot: { type: enum, values: [{ value: '10:30', name: early }, { value: '14:30', name: late }], description: When it is brought. }
                """),
            .invalid(
                """
                events:
                  order_placed:
                    description: A customer placed an order.
                    properties:
                      total: { type: double, unit: EUR, maximum: 1️⃣1e3, description: What it costs. }
                      item_count: { type: int, minimum: 2️⃣0o1, description: How many items it has. }
                      slot: { type: enum, values: [{ value: 3️⃣10:30, name: early }, { value: 4️⃣14:30, name: late }], description: When it is brought. }
                """),
        ])

    static func check(_ catalog: CheckedCatalog, _ findings: inout RuleFindings) {
        for scalar in catalog.plainScalars {
            let text = scalar.scalar.text
            switch scalar.scalar.value {
            case .integer(let value) where text.utf8.contains(0x6F):
                report("is no number to many readers of YAML", scalar, digits: String(value), &findings)
            case .double(let value) where hasOddExponent(text) && value.isFinite:
                report("is no number to many readers of YAML", scalar, digits: digits(value), &findings)
            case .string where isSexagesimal(text):
                findings.report(
                    "a plain \(Quoted.text(text)) is a number to many readers of YAML", at: scalar.location,
                    within: scalar.declarations, hint: "put it in quotes", fix: scalar.quoting)
            default: break
            }
        }
    }

    private static func report(
        _ message: String, _ scalar: PlainScalar, digits: String?, _ findings: inout RuleFindings
    ) {
        var fix: Diagnostic.Fix?
        if let digits, let range = scalar.node.textRange {
            fix = Diagnostic.Fix(
                title: "write \(Quoted.text(scalar.scalar.text)) as \(Quoted.text(digits))",
                path: scalar.location.path,
                range: range, replacement: digits)
        }
        findings.report(
            "a plain \(Quoted.text(scalar.scalar.text)) " + message, at: scalar.location,
            within: scalar.declarations,
            hint: digits.map { "expected \(Quoted.text($0))" } ?? "write it in digits", fix: fix)
    }

    /// Whether it has an exponent that YAML 1.1 does not take: one without a sign, or behind a number without a point.
    private static func hasOddExponent(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let exponent = bytes.firstIndex(where: { $0 | 0x20 == 0x65 }) else { return false }
        let hasSign =
            exponent + 1 < bytes.count && (bytes[exponent + 1] == 0x2B || bytes[exponent + 1] == 0x2D)
        return !hasSign || !bytes[..<exponent].contains(0x2E)
    }

    /// The number in digits, if it has few enough of them.
    private static func digits(_ value: Double) -> String? {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
        let text = String(value)
        return text.utf8.contains(0x65) ? nil : text
    }

    /// Whether it is a number of base 60 to YAML 1.1 (yaml.org/type/int.html).
    private static func isSexagesimal(_ text: String) -> Bool {
        let body = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        let parts = body.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, first.utf8.first != 0x30,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(ASCII.isDigit) })
        else { return false }
        return parts.dropFirst().allSatisfy { $0.utf8.count <= 2 && (Int($0) ?? 60) < 60 }
    }
}
