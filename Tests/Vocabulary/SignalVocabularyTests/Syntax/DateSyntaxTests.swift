import SignalVocabulary
import Testing

@Suite struct DateSyntaxTests {
    @Test(arguments: ["2024-02-29", "2000-02-29", "2026-12-31", "0000-02-29", "9999-01-01", "1600-02-29"])
    func `a day that exists is one`(text: String) {
        #expect(DateSyntax.isDate(text))
        #expect(DateSyntax.isTimestamp(text + "T00:00:00Z"))
    }

    @Test(arguments: [
        "2023-02-29", "1900-02-29", "2100-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-01-00",
        "2026-1-1",
        "26-01-01", "", "2026-04-31", "2026/01/01", "2026-01-01 ", "+026-01-01", "２026-01-01",
    ])
    func `a day that does not exist is none`(text: String) {
        #expect(!DateSyntax.isDate(text))
        #expect(!DateSyntax.isTimestamp(text + "T00:00:00Z"))
    }

    @Test(arguments: [
        "2026-02-05T10:00:00Z", "2026-02-05t10:00:00z", "2026-02-05T23:59:60Z", "2026-02-05T10:00:00.1Z",
        "2026-02-05T10:00:00.123456789012Z", "2026-02-05T10:00:00+23:59", "2026-02-05T10:00:00.5-00:00",
    ])
    func `a moment of RFC 3339 is one`(text: String) { #expect(DateSyntax.isTimestamp(text)) }

    @Test(arguments: [
        "", "2026-02-05", "2026-02-05T10:00:00", "2026-02-05 10:00:00Z", "2026-02-05T24:00:00Z",
        "2026-02-05T10:60:00Z",
        "2026-02-05T10:00:61Z", "2026-02-05T10:00:00.Z", "2026-02-05T10:00:00+1:00",
        "2026-02-05T10:00:00+24:00",
        "2026-02-05T10:00:00+10:60", "2026-02-05T10:00:00Zz", "2026-02-05T10:00:00.5", "2026-02-05T10-00-00Z",
        "2026-02-05T10:00:00+1000", "2026-02-05T10:00:00,5Z", "2026-02-05T10:00:00+10:00Z",
    ])
    func `any other text is none`(text: String) { #expect(!DateSyntax.isTimestamp(text)) }

    @Test func `months have their days, and February one more in a leap year`() {
        #expect(
            (1...12).map { DateSyntax.days(inMonth: $0, of: 2026) } == [
                31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
            ])
        #expect(
            [1900, 2000, 2023, 2024, 2100, 2400].map { DateSyntax.days(inMonth: 2, of: $0) } == [
                28, 29, 28, 29, 28, 29,
            ])
    }
}
