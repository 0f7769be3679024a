import SignalVocabulary
import Testing

@Suite struct QuotedCharacterTests {
    @Test(
        arguments: [
            ("\"", "\\\"", "\\\""), ("\\", "\\\\", "\\\\"), ("\n", "\\n", "\\n"), ("\r", "\\r", "\\r"),
            ("\t", "\\t", "\\t"), ("\u{7}", "\\u0007", "\\u0007"),
            ("\u{E0001}", "\\uDB40\\uDC01", "\\U000E0001"),
            ("a", nil, nil), ("é", nil, nil), ("\u{200D}", nil, nil),
        ] as [(Unicode.Scalar, String?, String?)])
    func `what cannot be written as it is has an escape`(scalar: Unicode.Scalar, json: String?, yaml: String?)
    {
        #expect(QuotedCharacter.escape(of: scalar, in: .json) == json)
        #expect(QuotedCharacter.escape(of: scalar, in: .yaml) == yaml)
    }
}
