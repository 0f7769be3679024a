import SignalTransport
import Testing

@Suite struct PlainLineTests {
    @Test(arguments: [
        ("", ""), ("  a \n\t b  ", "a b"), ("a\u{0}b\u{1B}[31m", "a\u{FFFD}b\u{FFFD}[31m"),
        ("a\u{202E}b", "a\u{FFFD}b"), ("👩\u{200D}🚀", "👩\u{200D}🚀"),
        ("0123456789", "0123456789"), ("0123456789a", "012345678…"), ("é€😀", "é€😀"),
    ])
    func `text becomes one short line without anything that a terminal acts upon`(
        text: String, expected: String
    ) {
        #expect(plainLine(text.utf8, maximumLength: 10) == expected)
    }

    @Test func `bytes that are no UTF-8 are replaced, and only as many are read as can be shown`() {
        #expect(plainLine([0x61, 0xFF, 0x62], maximumLength: 10) == "a\u{FFFD}b")
        let endless = sequence(first: UInt8(0xFF)) { $0 }
        #expect(plainLine(endless, maximumLength: 10).unicodeScalars.count == 10)
    }
}
