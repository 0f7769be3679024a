import Testing

@testable import CatalogModel

@Suite struct `Formats of texts` {
    @Test(arguments: [
        "0.0.0", "1.2.3", "10.20.30", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-0.3.7", "1.0.0-x-y.z+b.5",
        "1.0.0+21AF",
    ])
    func `a semantic version is one`(text: String) { #expect(Formats.isSemanticVersion(text)) }

    @Test(arguments: [
        "", "1", "1.0", "1.0.0.", "1..0", "1.0.0-", "1.0.0-a.", "1.0.0-.a", "1.0.0+a+b", "1.0.0 ", "00.1.0",
        "1.0.0-\u{E9}",
    ])
    func `what is no semantic version is none`(text: String) { #expect(!Formats.isSemanticVersion(text)) }
}
