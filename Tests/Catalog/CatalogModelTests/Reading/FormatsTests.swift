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

    @Test(arguments: ["2024-02-29", "2000-02-29", "2026-12-31"])
    func `a day that exists is one`(text: String) { #expect(Formats.isDate(text)) }

    @Test(arguments: [
        "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1", "26-01-01", "",
        "2026-04-31",
    ])
    func `a day that does not exist is none`(text: String) { #expect(!Formats.isDate(text)) }

    @Test(arguments: [
        "::", "::1", "1::", "fe80::1", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "0.0.0.0",
        "255.255.255.255",
    ])
    func `an address is one`(text: String) { #expect(Formats.isIPAddress(text)) }

    @Test(arguments: [
        "", ":", ":::", "1:2", "1:2:3:4:5:6:7:8:9", "1::2::3", ":1:2:3:4:5:6:7", "12345::", "g::", "1.2.3",
        "1.2.3.4.5", "01.2.3.4",
        "1.2.3.256", "1.2.3.4::", "::1.2.3",
    ])
    func `what is no address is none`(text: String) { #expect(!Formats.isIPAddress(text)) }

    @Test(arguments: [
        "2026-02-05T10:00:00", "2026-02-05 10:00:00Z", "2026-02-05T24:00:00Z", "2026-02-05T10:00:00.Z",
        "2026-02-05T10:00:00+1:00", "2026-02-05T10:00:00Zz",
    ])
    func `what is no RFC 3339 timestamp is none`(text: String) { #expect(!Formats.isTimestamp(text)) }
}
