import Testing

@testable import Signalbook

@Suite struct RecordIdentifierTests {
    private func text(_ id: RecordIdentifier) -> String {
        withUnsafeBytes(of: id.words) { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `an identifier shows its buffer, its lane and its count in hexadecimal`() {
        var id = RecordIdentifier(buffer: 0x0123_4567_89AB_CDEF, lane: 5)
        #expect(text(id) == "0123456789abcdef" + "05" + "00000000000000")
        id.advance()
        #expect(text(id) == "0123456789abcdef" + "05" + "00000000000001")
    }

    @Test func `counting up carries over every digit, as printing the number would`() {
        var id = RecordIdentifier(buffer: 1, lane: 0)
        for number in 0..<70_000 {
            let digits = String(number, radix: 16)
            let expected = String(repeating: "0", count: 14 - digits.count) + digits
            guard text(id).suffix(14) == expected else {
                Issue.record("after \(number): \(text(id))")
                return
            }
            id.advance()
        }
    }
}
