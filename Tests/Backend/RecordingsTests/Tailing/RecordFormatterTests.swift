import DocumentTools
import Recordings
import Testing

@Suite struct RecordFormatterTests {
    private func text(_ line: String, width: Int? = nil) throws -> String {
        var formatter = RecordFormatter(context: ["session_id"], width: width) { text, _ in text }
        return try withRecord(line) { formatter.line($0) }
    }

    @Test func `a record is one line of columns, its own properties first`() throws {
        #expect(
            try text(
                #"{"timestamp":"2026-01-01T10:00:00.1234Z","event":"a","severity":"warn","session_id":"s","x":1,"y":"two words","z":null,"violations":"x: minimum"}"#
            )
                == "── 2026-01-01 UTC\n10:00:00.123 warn  a                x=1 y=\"two words\" violations=\"x: minimum\" session_id=s\n"
        )
    }

    @Test func `a line is cut where the terminal ends`() throws {
        let lines = try text(
            #"{"timestamp":"2026-01-01T10:00:00Z","event":"a","severity":"warn","x":"0123456789"}"#, width: 40
        )
        #expect(lines.split(separator: "\n").last == "10:00:00.000 warn  a                x=0…")
    }

    @Test func `nothing in a record is obeyed by a terminal`() throws {
        let line =
            #"{"timestamp":"x","event":"\u001b]0;owned\u0007","severity":"?","a\u001b[2J":"\u009b31m\u202e\r\nb","l":["\u001b"]}"#
        let shown = try text(line)
        #expect(
            shown
                == #"--:--:--.--- -     \u{1B}]0;owned\u{7} a\u{1B}[2J=\u{9B}31m\u{202E}\u{D}\u{A}b l=["\u001b"]"#
                + "\n")
        var formatter = RecordFormatter(context: [], width: nil) { text, _ in text }
        #expect(formatter.line(unreadable: "\u{1B}[31m") == "\\u{1B}[31m\n")
        _ = try withRecord(line) { formatter.line($0) }
        #expect(VisibleText.json("{\"a\":\"\u{9B}é\u{E0001}\"\t}") == #"{"a":"\u009Bé\uDB40\uDC01" }"#)
    }

    @Test func `joiners, which words and emoji are made with, stay as they are`() throws {
        let text = "\u{200C}👩\u{200D}👧\u{AD}"
        let shown = "\u{200C}👩\u{200D}👧\\u{AD}"
        let name = try self.text("{\"event\":\"\(text)\"}")
        // By scalars: the first joiner is part of the character before it.
        #expect(Array(name.unicodeScalars).contains(Array(shown.unicodeScalars)))
        #expect(try self.text("{\"event\":\"a\",\"b\":\"\(text)\"}").contains("b=" + shown))
        #expect(VisibleText.json("\"\(text)\"") == "\"\u{200C}👩\u{200D}👧\\u00AD\"")
    }
}
