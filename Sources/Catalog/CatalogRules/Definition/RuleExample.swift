package import CatalogModel

/// A catalog that keeps a rule, or breaks it at marked places; printed by `sigbook explain`, and run as a test.
package struct RuleExample: Sendable {
    /// A place in the example.
    package struct Mark: Sendable, Hashable {
        /// The line, from 1.
        package var line: Int
        /// The column in UTF-8 bytes, from 1.
        package var column: Int

        /// A place.
        package init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    /// The catalog file, without marks.
    package var text: String { parts.text }
    /// Where the rule is broken, in order; empty: nowhere.
    package var marks: [Mark] { parts.marks }
    /// The catalog file with a mark at each place where the rule is broken.
    private let marked: String

    /// An example that keeps the rule.
    static func valid(_ text: String) -> Self { Self(marked: text) }

    /// An example that breaks the rule at each `1️⃣` (or another number). The marks are not part of the example.
    static func invalid(_ text: String) -> Self { Self(marked: text) }

    private init(marked: String) { self.marked = marked }

    /// The file and the marks.
    ///
    /// NOTE: Taken apart when they are asked for, because every check makes the definitions of all rules, and needs no example.
    private var parts: (text: String, marks: [Mark]) {
        var text = ""
        var marks: [Mark] = []
        var mark = Mark(line: 1, column: 1)
        for character in marked {
            // A digit, U+FE0F and U+20E3, the enclosing keycap.
            if character.unicodeScalars.count == 3, character.unicodeScalars.last == "\u{20E3}" {
                marks.append(mark)
                continue
            }
            text.append(character)
            if character == "\n" {
                mark = Mark(line: mark.line + 1, column: 1)
            } else {
                mark.column += character.utf8.count
            }
        }
        return (text + "\n", marks)
    }

    /// The day that it is in every example.
    package static let today = Day("2027-01-01")

    /// The path of the example's file.
    package static let path = "example.yaml"

    /// The example's file, and a header for it if it has none of its own. A rule that is off by default is switched on there.
    package func sources(for rule: RuleDefinition) -> [CatalogSource] {
        let text = text
        let source = CatalogSource(path: Self.path, text: text)
        if text.hasPrefix("catalog:") { return [source] }
        let rules = rule.level == .off ? ", rules: {\(rule.name): warning}" : ""
        let header = "catalog: {name: example, version: 2.0.0, owner: shop\(rules)}\n"
        return [source, CatalogSource(path: "header.yaml", text: header)]
    }
}
