import Signalbook
import Foundation
import SignalHTTPServer
import SignalTransport
import Testing
import TestSupport

/// Whatever bytes come in, something that can be reasoned about comes out.
@Suite struct HostileInputTests {
    private static let fragments = [
        "http://", "https://", "//", "%", "%41", "%zz", "[", "]", "::1", "@", ":", "4318",
        "99999999999999999999", "/", "?", "#", "=", ",", ";",
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94", "Sun Nov  6 08:49:37 1994", "GMT", "127.0.0.1",
        "localhost", "\r\n", "\u{0}",
        "\u{E9}", "😀", " ", "\t", "true", "gzip", "-1",
    ]

    private func randomTexts(_ count: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { number in
            let length = Int.random(in: 0...12, using: &generator)
            if number.isMultiple(of: 3) {
                let bytes = (0..<length * 4).map { _ in UInt8.random(in: 0...255, using: &generator) }
                return String(decoding: bytes, as: UTF8.self)
            }
            return (0..<length).map { _ in Self.fragments.randomElement(using: &generator) ?? "" }.joined()
        }
    }

    @Test func `an endpoint that is accepted is a URL with the same host and port`() throws {
        let texts = randomTexts(3_000, seed: 1)
        var accepted = 0
        for text in texts + texts.map({ "http://h" + $0 }) + texts.map({ "https://" + $0 }) {
            guard let endpoint = try? HTTPEndpoint(text) else { continue }
            accepted += 1
            let url = try #require(endpoint.url, "\(text)")
            #expect(url.absoluteString.hasPrefix(endpoint.origin + endpoint.path))
            #expect(url.user == nil && url.password == nil)
            #expect((1...65535).contains(endpoint.port) && !endpoint.origin.contains("@"))
            _ = try? endpoint.resolving(texts[accepted % texts.count])
        }
        #expect(accepted > 500)
    }

    @Test func `a delay is between nothing and a day`() {
        var understood = 0
        for text in randomTexts(20_000, seed: 2) {
            guard let delay = RetryAfter.delay(text.utf8, now: 784_111_000) else { continue }
            understood += 1
            #expect(delay >= .zero && delay <= RetryAfter.maximum)
        }
        #expect(understood > 100)
    }

    @Test func `every member of a list is read or named`() {
        for text in randomTexts(5_000, seed: 3) {
            let list = BaggageList(text)
            let parts = text.utf8.split(separator: UInt8(ascii: ",")).filter {
                !$0.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            }
            #expect(
                list.members.count + list.errors.count == min(parts.count, BaggageList.maximumMembers + 1))
            #expect(list.members.allSatisfy { !$0.key.isEmpty })
        }
    }

    @Test func `a header field that is accepted is one line`() {
        for text in randomTexts(5_000, seed: 4) {
            guard let field = HTTPHeaderField("name", text) else { continue }
            #expect(!field.value.utf8.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F })
            #expect(HTTPHeaderField(text, "value").map { !$0.name.utf8.contains(0x3A) } ?? true)
        }
    }

    @Test func `a shown text is one short line`() {
        for text in randomTexts(5_000, seed: 5) {
            let line = plainLine(text.utf8, maximumLength: 20)
            #expect(line.unicodeScalars.count <= 20)
            #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
        }
    }

    @Test func `no variable traps`() {
        for text in randomTexts(5_000, seed: 6) {
            var reader = VariableReader(["A": text])
            _ = reader.boolean("A")
            if let number = reader.integer("A") { #expect(number >= 0) }
            _ = reader.choice("A", of: ["gzip"])
            for problem in reader.problems { #expect(problem.message.unicodeScalars.count < 200) }
        }
    }
}
