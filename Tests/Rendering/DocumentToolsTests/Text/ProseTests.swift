import DocumentTools
import Testing

@Suite struct ProseTests {
    @Test func `paragraphs are the blocks between empty lines`() {
        #expect(Prose.paragraphs("one\ntwo\n  \n\nthree\n") == ["one two", "three"])
        #expect(Prose.paragraphs("") == [])
        #expect(Prose.paragraphs("a\u{7}") == ["a⟨U+0007⟩"])
    }

    @Test(arguments: [
        ("plain", [("plain", false)]), ("a `b` c", [("a ", false), ("b", true), (" c", false)]),
        ("a `b", [("a ", false), ("`b", false)]), ("a `` b", [("a ", false), ("``", false), (" b", false)]),
    ])
    func `code is between backticks`(text: String, parts: [(String, Bool)]) {
        #expect(Prose.parts(text).map(\.text) == parts.map(\.0))
        #expect(Prose.parts(text).map(\.isCode) == parts.map(\.1))
    }

    @Test func `a summary is the first sentence`() {
        #expect(Prose.summary("Version 1.2 of it. More.") == "Version 1.2 of it.")
        #expect(Prose.summary("One\nline") == "One line")
    }
}
