import CatalogModel
import Foundation
import Testing

@testable import SwiftEmitter

@Suite struct HostileTextTests {
    @Test(arguments: [
        ("plain", "plain"), (#"say "hi""#, #"say \"hi\""#), (#"a\b"#, #"a\\b"#),
        (#"\(exit(1))"#, #"\\(exit(1))"#),
        ("a\nb\r\tc", #"a\nb\r\tc"#), ("nul\u{0}", #"nul\u{0}"#),
        ("\u{202E}bidi\u{2066}", #"\u{202E}bidi\u{2066}"#),
        ("\u{FEFF}mark", #"\u{FEFF}mark"#), ("line\u{2028}separator", #"line\u{2028}separator"#),
        ("Größe 大小 👩‍👧", "Größe 大小 👩‍👧"), ("\u{7F}", #"\u{7F}"#), ("", ""),
        ("\u{200C}\u{200D}\u{AD}\u{E0001}", "\u{200C}\u{200D}\\u{AD}\\u{E0001}"),
    ])
    func `a string literal says exactly what the catalog says`(value: String, literal: String) {
        #expect(EscapedText.literal(value) == literal)
    }

    @Test(arguments: [
        ("one", ["one"]), ("one\ntwo", ["one", "two"]), ("one\r\ntwo", ["one", "two"]),
        ("one\r\rtwo", ["one", "", "two"]),
        ("one\n\n\n\ntwo\n", ["one", "", "two"]), ("*/ fatalError() /*", ["*/ fatalError() /*"]),
        ("x\u{2028}import Evil", ["x", "import Evil"]), ("x\u{85}y\u{B}z", ["x", "y", "z"]),
        ("\u{202E}evil", [#"\u{202E}evil"#]), ("\u{200D}\u{AD}", ["\u{200D}\\u{AD}"]), ("a\tb", ["a b"]),
        ("wide enough to be wrapped", ["wide enough to be", "wrapped"]),
        ("unbreakable_and_very_long", ["unbreakable_and_very_long"]), ("", [""]), ("\n", []),
    ])
    func `a comment keeps to its lines`(value: String, lines: [String]) {
        #expect(EscapedText.lines(value, width: 20) == lines)
    }

    @Test func `no line of a description leaves its comment`() throws {
        let swift = try Emission.events(
            #"""
            events:
              e:
                description: "first\nstruct Evil {}\r\u2028struct Evil2 {}\u0085struct Evil3 {}"
                owner: "me\nstruct Evil4 {}"
                deprecated: { reason: "no\") struct Evil5 {} //\n" }
                properties:
                  p: { type: string, description: "p\nlet evil = 1", max_length: 5 }
            """#)
        for line in swift.split(whereSeparator: \.isNewline) where line.contains("vil") {
            let text = line.trimmingCharacters(in: .whitespaces)
            #expect(text.hasPrefix("///") || text.hasPrefix("@available"), "\(line)")
        }
    }

    /// Names that Swift has plans of its own for. What the catalog's checks refuse is tested there; what they let pass must
    /// come out so that it compiles, which `PluginTests` see to with the same names.
    @Test(arguments: [
        ("class", "let `class`: Swift.String", "class: Swift.String", "class: `class`"),
        ("default", "let `default`: Swift.String", "default: Swift.String", "default: `default`"),
        ("init", "let `init`: Swift.String", "init: Swift.String", "init: `init`"),
        ("type", "let type: Swift.String", "type: Swift.String", "type: type"),
        ("inout", "let `inout`: Swift.String", "`inout`: Swift.String", "`inout`: `inout`"),
        ("let", "let `let`: Swift.String", "`let`: Swift.String", "let: `let`"),
        ("nil", "let `nil`: Swift.String", "nil: Swift.String", "nil: `nil`"),
    ])
    func `a hostile property name is escaped where it must be`(
        name: String, declaration: String, parameter: String, argument: String
    ) throws {
        let swift = try Emission.events(
            "events: { e: { description: E., properties: { \(name): { type: string, description: P. } } } }")
        expect(swift, has: declaration)
        expect(swift, has: "static func e(\(parameter)) -> Self {\n    Self(\(argument))\n}")
    }

    @Test(arguments: [
        "self", "1st", "_x", "a__b", "größe", "👍", String(repeating: "x", count: 200), "definition",
    ])
    func `a property name that cannot be written in Swift is refused`(name: String) {
        let result = CatalogLoader.load([
            CatalogSource(path: "c.yaml", text: Emission.header),
            CatalogSource(
                path: "e.yaml",
                text:
                    "events: { e: { description: E., properties: { \(name): { type: string, description: P. } } } }"
            ),
        ])
        #expect(result.catalog == nil)
        #expect(result.diagnostics.containError)
    }

    @Test func `names that differ only for the wire are refused, not cross-wired`() {
        let result = CatalogLoader.load([
            CatalogSource(path: "c.yaml", text: Emission.header),
            CatalogSource(
                path: "e.yaml",
                text: """
                    events:
                      foo_bar: { description: A. }
                      fooBar: { description: B. }
                      e:
                        description: E.
                        properties:
                          x_y: { type: string, description: P. }
                          xY: { type: int, description: P. }
                    """),
        ])
        #expect(result.diagnostics.filter { $0.rule == "swift-name-collision" }.count == 2)
    }
}
