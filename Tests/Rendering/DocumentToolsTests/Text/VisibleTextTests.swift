import DocumentTools
import Testing

@Suite struct VisibleTextTests {
    @Test func `hidden characters are shown by their numbers in documents, and as escapes in messages`() {
        let text = "a\u{202E}b\tc\nd"
        #expect(VisibleText.of(text) == "a⟨U+202E⟩b c\nd")
        #expect(VisibleText.of(text, as: .message) == #"a\u{202E}b\u{9}c\u{A}d"#)
        #expect(VisibleText.of("plain\n") == "plain\n")
    }

    @Test func `white space on one line is single spaces`() {
        #expect(VisibleText.oneLine("a  b\n\n c") == "a b c")
        #expect(VisibleText.oneLine("a  b") == "a  b")
    }

    @Test func `hidden characters of JSON become its own escapes`() {
        #expect(VisibleText.json("{\"a\":\"\u{9B}é\u{E0001}\"\t}") == #"{"a":"\u009Bé\uDB40\uDC01" }"#)
        #expect(VisibleText.json("[1]") == "[1]")
    }
}
