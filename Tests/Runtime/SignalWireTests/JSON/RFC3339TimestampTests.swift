import Foundation
import SignalWire
import Testing
import TestSupport

@Suite struct RFC3339TimestampTests {
    private func text(_ write: (UnsafeMutablePointer<UInt8>) -> Void) -> String {
        String(unsafeUninitializedCapacity: RFC3339Timestamp.length) { memory in
            guard let base = memory.baseAddress else { return 0 }
            write(base)
            return RFC3339Timestamp.length
        }
    }

    private func text(seconds: Int64, nanoseconds: Int64 = 0) -> String {
        text { RFC3339Timestamp.write(secondsSince1970: seconds, nanoseconds: nanoseconds, to: $0) }
    }

    @Test(
        arguments: [
            (0, 0, "1970-01-01T00:00:00.000000Z"), (-1, 999_999_999, "1969-12-31T23:59:59.999999Z"),
            (951_782_400, 0, "2000-02-29T00:00:00.000000Z"), (951_868_800, 0, "2000-03-01T00:00:00.000000Z"),
            (4_107_542_400, 0, "2100-03-01T00:00:00.000000Z"),
            (1_770_285_600, 123_456_789, "2026-02-05T10:00:00.123456Z"),
            (-62_135_596_800, 0, "0001-01-01T00:00:00.000000Z"),
            (253_402_300_799, 999_999_999, "9999-12-31T23:59:59.999999Z"),
            (-62_135_596_801, 5, "0001-01-01T00:00:00.000000Z"),
            (253_402_300_800, 0, "9999-12-31T23:59:59.999999Z"),
            (.min, 0, "0001-01-01T00:00:00.000000Z"), (.max, 0, "9999-12-31T23:59:59.999999Z"),
            (0, -5, "1970-01-01T00:00:00.000000Z"), (0, .max, "1970-01-01T00:00:00.999999Z"),
        ] as [(Int64, Int64, String)])
    func `a moment becomes its timestamp, and what has no four-digit year the nearest that has`(
        seconds: Int64, nanoseconds: Int64, expected: String
    ) {
        #expect(text(seconds: seconds, nanoseconds: nanoseconds) == expected)
    }

    @Test func `Foundation says the same of two thousand moments since 1800`() {
        let formatter = ISO8601DateFormatter()
        var generator = SeededGenerator()
        for _ in 0..<2000 {
            let seconds = Int64.random(in: -5_364_662_400...253_402_300_799, using: &generator)
            let expected = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
            #expect(text(seconds: seconds) == expected.dropLast() + ".000000Z")
        }
    }

    @Test func `nanoseconds since 1970 are cut to microseconds`() {
        #expect(
            text { RFC3339Timestamp.write(unixNanoseconds: .max, to: $0) } == "2554-07-21T23:34:33.709551Z")
        #expect(
            text { RFC3339Timestamp.write(unixNanoseconds: 999, to: $0) } == "1970-01-01T00:00:00.000000Z")
    }
}
