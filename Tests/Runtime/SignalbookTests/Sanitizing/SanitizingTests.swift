import SignalVocabulary
import Testing
import TestSupport

@testable import Signalbook

@Suite struct SanitizingTests {
    @Test func `redacting writes its mark whole or not at all`() {
        #expect(writtenText("secret") { Sanitizing.redact(into: $1) } == "[redacted]")
        #expect(writtenText("secret", room: 9) { Sanitizing.redact(into: $1) } == "")
    }

    @Test(
        "masking keeps four scalars of more than eight",
        arguments: [
            ("", ""), ("a", "*"), ("12345678", "********"), ("123456789", "*****6789"),
            ("4111111111111111", "********1111"), ("ééééééééüüüü", "********üüüü"), ("日本語", "***"),
        ])
    func mask(value: String, expected: String) {
        #expect(writtenText(value, Sanitizing.mask) == expected)
    }

    @Test func `masking follows the limits of the vocabulary`() {
        let (longest, kept) = (PropertyLimits.maskLength, PropertyLimits.unmaskedLength)
        for count in 1...4 * longest {
            let value = String(repeating: "é", count: count)
            let masked = writtenText(value, Sanitizing.mask) ?? ""
            let shown = count > longest ? kept : 0
            #expect(
                masked == String(repeating: "*", count: min(longest, count - shown))
                    + String(repeating: "é", count: shown))
        }
    }

    @Test(
        "truncating keeps as many scalars as it is told, or an address's network",
        arguments: [
            ("", ""), ("12345678", "12345678"), ("123456789", "12345678"), ("ééééééééé", "éééééééé"),
            ("203.0.113.77", "203.0.113.0"), ("9.100.0.1", "9.100.0.0"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1::"),
            ("2001:0DB8:00a0::1", "2001:db8:a0::"), ("2001:db8::1", "2001:db8::"), ("::1", "::"),
            ("fe80::1%eth0", "fe80::"), ("::ffff:203.0.113.77", "203.0.113.0"), ("0:0:5::", "0:0:5::"),
        ])
    func truncate(value: String, expected: String) {
        #expect(writtenText(value) { Sanitizing.truncate($0, scalars: 8, into: $1) } == expected)
    }

    @Test func `a cut never splits a scalar`() {
        for room in 0..<12 {
            let text = writtenText("aé日😀x", room: room, Sanitizing.cut)
            #expect(text.map { "aé日😀x".hasPrefix($0) } == true)
        }
        #expect(writtenText("aé日😀x", room: 9, Sanitizing.cut) == "aé日")
        #expect(writtenText("aé日😀x", room: 11, Sanitizing.cut) == "aé日😀x")
    }

    @Test func `a prefix holds as many scalars as asked for`() {
        var text = Array("aé日😀x".utf8)
        let ends = text.withUnsafeMutableBufferPointer { region in
            (0...6).map { Sanitizing.prefix(region, count: region.count, scalars: $0) }
        }
        #expect(ends == [0, 1, 3, 6, 10, 11, 11])
    }

    @Test(
        "a URL loses its user information, query and fragment",
        arguments: [
            ("https://example.com/a/b?c=d#e", "https://example.com/a/b"),
            ("https://u:p@example.com:8080/a@b?x", "https://example.com:8080/a@b"),
            ("https://u:p@x@example.com", "https://example.com"),
            ("https://[2001:db8::1]:443/x#y", "https://[2001:db8::1]:443/x"),
            ("https://[2001:db8::1]", "https://[2001:db8::1]"),
            ("https://example.com", "https://example.com"),
            ("https://example.com?x=a@b", "https://example.com"), ("/path?x", "/path"), ("", ""),
            ("mailto:bob@example.com?subject=x", "mailto:example.com"), ("urn:isbn:123", "urn:isbn:123"),
            ("//u@h/p", "//h/p"), ("https://user:p#ss@example.com/", "https://user"),
            ("file:///tmp/x", "file:///tmp/x"),
        ])
    func url(value: String, expected: String) {
        #expect(writtenText(value, Sanitizing.stripURL) == expected)
    }

    @Test func `whatever the bytes and the region, nothing is written past it`() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<3000 {
            let input = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                Bool.random(using: &generator)
                    ? UInt8.random(in: 0...255, using: &generator)
                    : Array("./:@%?#[]1af".utf8).randomElement(using: &generator) ?? 0
            }
            let room = Int.random(in: 0...24, using: &generator)
            #expect(written(input, room: room, Sanitizing.mask) != nil)
            #expect(written(input, room: room) { Sanitizing.truncate($0, scalars: 8, into: $1) } != nil)
            #expect(written(input, room: room, Sanitizing.cut) != nil)
            #expect(written(input, room: room, Sanitizing.stripURL) != nil)
            #expect(
                written(input, room: 64) { Sanitizing.prefix($1, count: min($0.count, 64), scalars: room) }
                    != nil)
        }
    }
}
