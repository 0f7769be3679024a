import SignalTransport
import Testing

/// Sunday, 6 November 1994, 08:49:37: the date of RFC 9110's examples.
private let moment: Int64 = 784_111_777

@Suite struct RetryAfterTests {
    @Test(arguments: [
        ("0", 0), ("120", 120), (" 7\t", 7), ("86400", 86_400), ("86401", 86_400), ("000000000000005", 5),
        ("99999999999999999999999999999999", 86_400),
    ])
    func `seconds are taken up to a day`(text: String, seconds: Int) {
        #expect(RetryAfter.delay(text.utf8, now: moment) == .seconds(seconds))
    }

    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    ])
    func `a date is taken in all three forms`(text: String) {
        #expect(RetryAfter.delay(text.utf8, now: moment - 90) == .seconds(90))
        #expect(RetryAfter.delay(text.utf8, now: moment) == .zero)
        #expect(RetryAfter.delay(text.utf8, now: moment + 1) == .zero)
        #expect(RetryAfter.delay(text.utf8, now: moment - 1_000_000) == .seconds(86_400))
    }

    @Test(arguments: [
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Thu, 29 Feb 2024 23:59:60 GMT", 1_709_251_200),
        ("Fri, 01 Mar 2024 00:00:00 GMT", 1_709_251_200), ("Tue Mar 10 12:00:00 2026", 1_773_144_000),
        ("Wednesday, 01-Jan-25 00:00:00 GMT", 1_735_689_600), ("Mon, 28 Feb 2000 00:00:00 GMT", 951_696_000),
    ])
    func `a date is the second that it names`(text: String, seconds: Int64) {
        #expect(RetryAfter.delay(text.utf8, now: seconds - 1000) == .seconds(1000))
    }

    @Test func `a year of two digits is at most fifty years ahead`() {
        // In 2026, 94 is 1994 and past; 70 is 2070 and far ahead.
        let now: Int64 = 1_790_000_000
        #expect(RetryAfter.delay("Sunday, 06-Nov-94 08:49:37 GMT".utf8, now: now) == .zero)
        #expect(RetryAfter.delay("Sunday, 06-Nov-70 08:49:37 GMT".utf8, now: now) == .seconds(86_400))
    }

    @Test(arguments: [
        "", " ", "-1", "+1", "1.5", "1e3", "0x10", "10 s", "soon", "Sun, 06 Nov 1994",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 Nov 1994 08:49:37 GMT+1", "Xxx, 06 Nov 1994 08:49:37 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 nov 1994 08:49:37 GMT", "Sun, 32 Nov 1994 08:49:37 GMT",
        "Sun, 00 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:00 GMT",
        "Sunday, 06 Nov 1994 08:49:37 GMT", "Sun, 06-Nov-94 08:49:37 GMT", "Sun Nov 6 08:49:37 1994",
        "1994-11-06T08:49:37Z",
        "\u{664}\u{665}",
    ])
    func `what is neither is ignored`(text: String) {
        #expect(RetryAfter.delay(text.utf8, now: moment) == nil)
    }

    @Test(arguments: [Int64.min, -1, 0, 1, .max])
    func `no clock makes it trap or wait longer than a day`(now: Int64) {
        for text in [
            "5", "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 9999",
        ] {
            let delay = RetryAfter.delay(text.utf8, now: now)
            #expect(delay.map { $0 >= .zero && $0 <= RetryAfter.maximum } ?? true)
        }
    }
}
