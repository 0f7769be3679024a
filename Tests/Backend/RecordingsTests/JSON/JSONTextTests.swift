import Recordings
import Testing
import TestSupport

@Suite struct JSONTextTests {
    private func double(_ text: String) -> Double {
        Array(text.utf8).withUnsafeBufferPointer { JSONText.double($0) }
    }
    private func integer(_ text: String) -> Int64? {
        Array(text.utf8).withUnsafeBufferPointer { JSONText.integer($0) }
    }

    @Test func `numbers are read as Swift reads them, to the last bit`() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<20_000 {
            let whole = generator.next() >> (generator.next() % 64)
            let text: String
            switch generator.next() % 4 {
            case 0: text = "\(whole)"
            case 1: text = "-\(whole).\(generator.next() % 1_000_000)"
            case 2: text = "\(Double(bitPattern: generator.next() >> 2))"
            default: text = "\(whole % 100).\(generator.next())e\(Int(generator.next() % 600) - 300)"
            }
            let expected = try #require(Double(text))
            #expect(double(text).bitPattern == expected.bitPattern, "\(text)")
        }
    }

    @Test func `a small number with many digits behind its point is exact`() {
        for text in [
            "0.001667", "0.000000000000000000000001", "0.1", "-0.0", "0", "123456789012345",
            "1234567890123456", "9007199254740993",
        ] {
            #expect(double(text) == Double(text), "\(text)")
        }
        #expect(double("1e400") == .infinity)
    }

    @Test func `whole numbers are exact to the ends of 64 bits and none beyond`() {
        #expect(integer("9223372036854775807") == .max)
        #expect(integer("-9223372036854775808") == .min)
        #expect(integer("9223372036854775808") == nil)
        #expect(integer("-0") == 0)
        #expect(integer("-") == nil)
        #expect(integer("") == nil)
        #expect(integer("12a") == nil)
    }
}
