import Testing
import TestSupport

@testable import Signalbook

@Suite struct TextScrubberPropertyTests {
    @Test(
        "the work is linear in the text, however hostile",
        arguments: [
            "a@a@a@", "1", "eyJ", ":", "1:", "1:1::", "eyJ.", "eyJaaaaaaaaaaaa.", "4111 ", "411-", "1.1.",
            "-", "-----BEGIN ",
            "-----BEGIN PRIVATE KEY-----", "-aaaa-aaaa-aaaa-", "ghp_", "sk-", "AKIA", "AIza", "Bearer ",
            "Basic a",
            "token:", "token=\"", "token:'a\" ", "password=,a", "password", "://", "a://b", "a@a.", "%40",
            "a%40", "'", "a'a'@",
            "é@", "=", "_", "xoxb-", "a.b.c@d.e.", "::1%", "aaaa:", "4111111111111111 ", "token=a]",
            "token=a,a", "\\\":",
            "secretsecret=", "pass_", "p_p_", "sk-a", "eyJ-eyJ", "12345678-", "1111 1111-",
            "npm_", "npm_a", "xoxs-", "glpat-a", "SG.", "SG.a", "hvs.CAES", "SK", "SK0", "AKCp", "EZAK", "~",
            "8Q~", "ya29.",
            "a.atlasv1.", "dt0c01.", "API-", "sha256~a", "\\n1:", "\\n::", "://hooks.slack.com/", "secret_",
            "hf_", "EZAK", "1mEZAK", "[1mEZAK", "%20EZAK", "\\nEZAK", "\\u0041npm_a", ";1mnpm_", "/B",
            "webhooks/",
            "/api/v1/webhooks/", "discord.com/api/webhooks/", "hooks.slack.com/services/T/", "/services/T/B",
        ])
    func linear(unit: String) {
        let size = 1 << LongTests.count(14, long: 17)
        let text = Array(String(repeating: unit, count: size / unit.utf8.count + 1).utf8)
        for scrubber in [TextScrubber(), TextScrubber(ipAddresses: .keep)] {
            let steps = text.withUnsafeBufferPointer { input in
                let region = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size * 2 + 4096)
                defer { region.deallocate() }
                return scrubber.scan(input, into: region).steps
            }
            #expect(steps <= 40 * text.count, "\(steps / text.count) steps a byte")
        }
    }

    @Test func `one long run of each byte costs a few steps a byte, wherever it breaks off`() {
        for opener in [
            "a@", "eyJ", "eyJaaaaaaaaa.", "token=", "token=\"", "Bearer ", "://",
            "-----BEGIN PRIVATE KEY-----", "4", "npm_", "hf_a1", "AKCp", "/api/webhooks/", "[1mnpm_",
            "discord.com/api/webhooks/", "hooks.slack.com/services/T0/B",
        ] {
            for filler in ["a", "A", "1", "-", ".", "\\", "é", ",", "]", "a,"] {
                let text = Array(
                    (String(repeating: opener + String(repeating: filler, count: 2000), count: 20)).utf8)
                let steps = text.withUnsafeBufferPointer { input in
                    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count * 2 + 64) {
                        TextScrubber().scan(input, into: $0).steps
                    }
                }
                #expect(steps <= 40 * text.count, "\(opener) \(filler): \(steps / text.count)")
            }
        }
    }

    @Test func `a small region bounds the work`() {
        let text = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)
        let steps = text.withUnsafeBufferPointer { input in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 100) {
                TextScrubber().scan(input, into: $0).steps
            }
        }
        #expect(steps < 1000)
    }

    /// Secrets, each with the parts that must not be left.
    private static let secrets: [(text: String, telling: String)] = [
        ("zq.wv@example.com", "zq.wv"), ("4111 1111 1111 1111", "1111 1111"),
        ("5555555555554444", "55555555"),
        ("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "7e42F2"), ("AKIAIOSFODNN7EXAMPLE", "FODNN7"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3", "zdWIiOi"),
        ("xoxb-123456789012-AbCdEfGhIjKl", "AbCdEf"),
        ("sk_live_4eC39HqLyjWDarjtT1zdp7dc", "HqLyjW"), ("AIzaSyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe", "GmWKa4"),
        ("550e8400-e29b-41d4-a716-446655440000", "e29b-41"), ("203.0.113.77", "0.113.77"),
        ("2001:db8:85a3::8a2e:370:7334", "8a2e:370"), ("password=Zx9hunter2", "Zx9hunter2"),
        (#""token":"Zx9hunter2""#, "Zx9hunter2"), ("Bearer Zx9hunter2abc", "Zx9hunter2"),
        ("discord.com/api/v10/webhooks/12/Zx9hunter2", "Zx9hunter2"),
        ("hooks.slack.com/services/T00/B00/Zx9hunter2", "Zx9hunter2"),
        ("npm_16C7e42F292c6912E7710c838347Ae178B4a", "7e42F2"),
        ("https://bob:Zx9hunter2@h.example/", "Zx9hunter2"), ("sk-abc123def456ghi789jkl", "c123def4"),
    ]

    /// What may stand around a secret: anything that is no part of a word, and invalid UTF-8.
    private static let separators: [[UInt8]] = [
        [0x20], [0x0A], [0x28], [0x22], [0x2C], [0x3B], [0x3C], [0x7C], [0xFF], [0xC3, 0x28],
        [0xE3, 0x81, 0x82], [0x80], [0x3E],
    ]

    @Test
    func `a planted secret never comes through, whatever stands around it and wherever the region ends`() {
        var generator = SeededGenerator(seed: 42)
        for round in 0..<LongTests.count(8_000, long: 50_000) {
            let noise: (inout SeededGenerator) -> [UInt8] = { generator in
                let kind = Int.random(in: 0...2, using: &generator)
                return (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                    switch kind {
                    case 0: UInt8.random(in: 0...255, using: &generator)
                    case 1: Array("abc xyz., ".utf8).randomElement(using: &generator) ?? 0
                    default: Array("a1:-_@=%.eyJBb/K4 ".utf8).randomElement(using: &generator) ?? 0
                    }
                }
            }
            guard let secret = Self.secrets.randomElement(using: &generator),
                let before = Self.separators.randomElement(using: &generator),
                let after = Self.separators.randomElement(using: &generator)
            else { return }
            let input = noise(&generator) + before + Array(secret.text.utf8) + after + noise(&generator)
            let needed = input.count * TextScrubber.maximumGrowth + 64
            let room = Bool.random(using: &generator) ? needed : Int.random(in: 0...needed, using: &generator)
            guard let output = written(input, room: room, { TextScrubber().scrub($0, into: $1).written })
            else {
                Issue.record("written past the region in round \(round)")
                return
            }
            #expect(
                !contains(output, Array(secret.telling.utf8)),
                "round \(round): \(String(decoding: input, as: UTF8.self)) → \(String(decoding: output, as: UTF8.self))"
            )
        }
    }

    @Test func `valid UTF-8 stays valid, wherever the region ends`() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                ["a", "é", "日", "😀", " ", "bob@example.com", "10.0.0.1", "token=é", "%40"].randomElement(
                    using: &generator)
                    ?? ""
            }.joined()
            let room = Int.random(in: 0...80, using: &generator)
            let output =
                written(text.utf8, room: room) { TextScrubber().scrub($0, into: $1).written } ?? [0xFF]
            #expect(String(validating: output, as: UTF8.self) != nil, "\(text)")
        }
    }

    @Test func `a scrubbed text scrubbed again stays as it is`() {
        for secret in Self.secrets {
            let once = scrubbed("a \(secret.text) b; \(secret.text)") ?? ""
            #expect(scrubbed(once) == once)
        }
    }

    private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard bytes.count >= part.count else { return false }
        return (0...(bytes.count - part.count)).contains { bytes[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
