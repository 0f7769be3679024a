import Foundation
import Recordings
import Testing
import TestSupport

@Suite struct TimestampTests {
    private func parse(_ text: String) -> Int64? {
        Array(text.utf8).withUnsafeBufferPointer { Timestamp.unixNanoseconds($0) }
    }

    @Test func `times are those that Foundation reads`() throws {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<2000 {
            let seconds = Int64(generator.next() % 9_000_000_000)
            let text = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
            #expect(parse(text) == seconds * 1_000_000_000, "\(text)")
            #expect(
                Timestamp.text(unixNanoseconds: seconds * 1_000_000_000) == text.replacing("Z", with: ".000Z")
            )
        }
    }

    @Test func `fractions and offsets count`() {
        #expect(parse("1970-01-01T00:00:00.123456789Z") == 123_456_789)
        #expect(parse("1970-01-01T00:00:00.1234567891Z") == 123_456_789)
        #expect(parse("1970-01-01T01:00:00+01:00") == 0)
        #expect(parse("1969-12-31T23:00:00-01:00") == nil)
        #expect(parse("1970-01-01T23:00:00-01:30") == 88_200_000_000_000)
        #expect(parse("2016-12-31t23:59:60z") == 1_483_228_800_000_000_000)
    }

    @Test(arguments: [
        "", "2026-01-01", "2026-01-01T10:00:00", "2026-13-01T10:00:00Z", "2026-02-29T10:00:00Z",
        "2026-01-00T10:00:00Z",
        "2026-01-01T24:00:00Z", "2026-01-01T10:60:00Z", "2026-01-01 10:00:00Z", "2026-01-01T10:00:00.Z",
        "2026-01-01T10:00:00Zx",
        "2026-01-01T10:00:00+1:00", "x026-01-01T10:00:00Z", "9999-01-01T10:00:00Z",
    ])
    func `what is no such time is refused`(_ text: String) { #expect(parse(text) == nil) }
}
