import SignalVocabulary
import Testing

@Suite struct HiddenCharactersTests {
    @Test(arguments: [
        0x00, 0x07, 0x09, 0x0A, 0x1B, 0x7F, 0x80, 0x9B, 0xAD, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029,
        0x202A, 0x202E,
        0x2060, 0x2066, 0x2069, 0xE000, 0xFEFF, 0xFFF9, 0xFFFE, 0xFFFF, 0xE0001, 0x10FFFF,
    ])
    func `a character that is not seen or that reorders others is hidden`(number: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(number))
        #expect(HiddenCharacters.contains(scalar))
        #expect(HiddenCharacters.occur(in: "a\(scalar)"))
        #expect(!HiddenCharacters.isPrintableASCII("a\(scalar)"))
    }

    @Test(arguments: [
        0x20, 0x41, 0x7E, 0xA0, 0xE9, 0x0301, 0x05D0, 0x200C, 0x200D, 0x3000, 0x5927, 0xFE0F, 0x1F468,
    ])
    func `letters, marks, spaces, emoji and joiners are not`(number: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(number))
        #expect(!HiddenCharacters.contains(scalar))
        #expect(!HiddenCharacters.occur(in: "a\(scalar)"))
        #expect(HiddenCharacters.escaped("a\(scalar)") == "a\(scalar)")
    }

    @Test func `only ASCII that prints is printable ASCII`() {
        for byte in UInt8(0)...0x7F {
            #expect(
                HiddenCharacters.isPrintableASCII(String(Unicode.Scalar(byte)))
                    == (0x20...0x7E).contains(byte))
        }
        #expect(HiddenCharacters.isPrintableASCII(""))
        #expect(!HiddenCharacters.isPrintableASCII("é"))
    }

    @Test(arguments: [
        ("\u{7}", #"\u{7}"#, #"\u0007"#, #"\u0007"#, "⟨U+0007⟩"),
        ("\u{202E}", #"\u{202E}"#, #"\u202E"#, #"\u202E"#, "⟨U+202E⟩"),
        ("\u{E0001}", #"\u{E0001}"#, #"\uDB40\uDC01"#, #"\U000E0001"#, "⟨U+E0001⟩"),
    ])
    func `every form shows the number`(text: String, escape: String, json: String, yaml: String, mark: String)
        throws
    {
        let scalar = try #require(text.unicodeScalars.first)
        #expect(HiddenCharacters.escape(of: scalar) == escape)
        #expect(HiddenCharacters.escaped("é" + text + "b") == "é" + escape + "b")
        #expect(HiddenCharacters.jsonEscape(of: scalar) == json)
        #expect(HiddenCharacters.yamlEscape(of: scalar) == yaml)
        #expect(HiddenCharacters.mark(of: scalar) == mark)
    }
}
