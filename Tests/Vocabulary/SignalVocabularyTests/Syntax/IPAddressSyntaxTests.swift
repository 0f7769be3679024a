#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Testing

import SignalVocabulary
import TestSupport

@Suite struct IPAddressSyntaxTests {
    private func isAddress(_ text: String) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { IPAddressSyntax.isAddress($0) }
    }

    @Test(
        "an address is accepted",
        arguments: [
            "0.0.0.0", "255.255.255.255", "::", "::1", "fe80::1", "1::", "2001:db8::8a2e:370:7334",
            "1:2:3:4:5:6:7:8",
            "::ffff:192.0.2.1", "64:ff9b::192.0.2.33", "fe80::1%eth0", "fe80::1%1", "FE80::ABCD",
            "1:2:3:4:5:6:7::",
            "::2:3:4:5:6:7:8", "1:2:3:4:5:6:1.2.3.4",
        ])
    func accepted(text: String) { #expect(isAddress(text)) }

    @Test(
        "other text is refused",
        arguments: [
            "", "1", "1.2.3", "1.2.3.256", "001.002.003.004", ":::::", ":1:2:3:4:5:6:7", "g::", "1.2.3.4.5",
            "256.1.1.1", "01.2.3.4", "1.2.3.4 ", "1..2.3", ".1.2.3.4", ":",
            ":::", "1:2",
            "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "::g", ":1::2", "1::2:", "::1.2.3", "1.2.3.4::",
            "::1%",
            "1:2:3:4:5:6:7:1.2.3.4", "::1:1.2.3.4:5", "1:2:3:4::5:6:7:8", "fe80::1%e th", "1.2.3.4%eth0",
        ])
    func refused(text: String) { #expect(!isAddress(text)) }

    @Test func `the system's inet_pton agrees, group by group`() {
        var generator = SeededGenerator(seed: 11)
        var seen = 0
        for _ in 0..<40_000 {
            var text = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                ["", "0", "1", "ab", "FFFF", "12345", "1.2.3.4", "g"].randomElement(using: &generator) ?? ""
            }.joined(separator: ":")
            if Bool.random(using: &generator) {
                text = text.replacing("12345", with: "1").replacing("g", with: "2")
            }
            if Int.random(in: 0...3, using: &generator) == 0 {
                text = (0..<4).map { _ in
                    ["0", "7", "10", "255", "256", "01", ""].randomElement(using: &generator) ?? ""
                }.joined(separator: ".")
            }
            var six = [UInt8](repeating: 0, count: 16)
            var four = [UInt8](repeating: 0, count: 4)
            let isSix = inet_pton(AF_INET6, text, &six) == 1
            let isFour = inet_pton(AF_INET, text, &four) == 1
            seen += isSix || isFour ? 1 : 0
            let bytes = Array(text.utf8)
            let groups = bytes.withUnsafeBufferPointer { IPAddressSyntax.ipv6($0) }
            let address = bytes.withUnsafeBufferPointer { IPAddressSyntax.ipv4($0) }
            #expect((groups != nil) == isSix, "\(text)")
            #expect((address != nil) == isFour, "\(text)")
            if let groups {
                #expect(
                    (0..<8).flatMap { [UInt8(groups[$0] >> 8), UInt8(groups[$0] & 0xFF)] } == six, "\(text)")
            }
        }
        #expect(seen > 1000)
    }
}
