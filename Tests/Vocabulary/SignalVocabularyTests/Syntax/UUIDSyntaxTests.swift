import SignalVocabulary
import Testing

@Suite struct UUIDSyntaxTests {
    @Test(arguments: [
        "0b3cdd3e-5b3c-4b0e-9b0e-0b3cdd3e5b3c", "0B3CDD3E-5B3C-4B0E-9B0E-0B3CDD3E5B3C",
        "00000000-0000-0000-0000-000000000000",
    ])
    func `a UUID is one, in either case and of any version`(text: String) { #expect(UUIDSyntax.isUUID(text)) }

    @Test(arguments: [
        "", "0b3cdd3e5b3c4b0e9b0e0b3cdd3e5b3c", "0b3cdd3e-5b3c-4b0e-9b0e-0b3cdd3e5b3",
        "0b3cdd3e-5b3c-4b0e-9b0e-0b3cdd3e5b3cc",
        "0b3cdd3e-5b3c-4b0e-9b0e-0b3cdd3e5b3g", "0b3cdd3e_5b3c-4b0e-9b0e-0b3cdd3e5b3c",
        "0b3cdd3-e5b3c-4b0e-9b0e-0b3cdd3e5b3c",
        "{0b3cdd3e-5b3c-4b0e-9b0e-0b3cdd3e5b3}",
    ])
    func `any other text is none`(text: String) { #expect(!UUIDSyntax.isUUID(text)) }
}
