import Testing

@testable import SigbookCommands

/// Places in bytes, in UTF-16 code units.
@Suite struct SourceTextTests {
    @Test func `a column counts UTF-16 code units`() {
        let text = SourceText(Array("a\nÄ😀é!\r\nx".utf8))
        // Ä has 2 bytes and 1 unit, the face 4 and 2, é 2 and 1.
        #expect(text.column(line: 2, byteColumn: 1) == 1)
        #expect(text.column(line: 2, byteColumn: 3) == 2)
        #expect(text.column(line: 2, byteColumn: 7) == 4)
        #expect(text.column(line: 2, byteColumn: 9) == 5)
        #expect(text.place(at: 2 + 8) == SourceText.Place(line: 2, column: 5))
        #expect(text.place(at: 0) == SourceText.Place(line: 1, column: 1))
        #expect(text.place(at: 1000) == SourceText.Place(line: 3, column: 2))
    }

    @Test func `a byte order mark is no column`() {
        let text = SourceText([0xEF, 0xBB, 0xBF] + Array("ab".utf8))
        #expect(text.column(line: 1, byteColumn: 2) == 2)
        #expect(text.place(at: 4) == SourceText.Place(line: 1, column: 2))
    }

    @Test func `places that the text does not have are left as they are`() {
        let text = SourceText(Array("ab\n".utf8))
        #expect(text.column(line: 9, byteColumn: 5) == 5)
        #expect(text.column(line: 1, byteColumn: 50) == 50)
        #expect(text.column(line: 0, byteColumn: 0) == 0)
        #expect(SourceText([]).place(at: 3) == SourceText.Place(line: 1, column: 1))
    }
}
