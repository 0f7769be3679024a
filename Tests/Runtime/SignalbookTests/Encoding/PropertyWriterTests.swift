import Foundation
import Testing

@testable import Signalbook

@Suite struct PropertyWriterTests {
    @Test func `every kind of property arrives as it was given`() async throws {
        let uuid = try #require(UUID(uuidString: "0B3CDD3E-5B3C-4B0E-9B0E-0B3CDD3E5B3C"))
        let url = try #require(URL(string: "https://user:secret@example.com/path?token=abc#top"))
        let signal = try await signal(configure: { $0.privacy.hashesIPAddresses = false }) { properties in
            properties.string("string", "a word")
            properties.integer("int", -5)
            properties.integer("largest", .max)
            properties.integer("smallest", .min)
            properties.double("double", 0.25)
            properties.boolean("true", true)
            properties.boolean("false", false)
            properties.enumeration("enum", "POST")
            properties.openEnumeration("open", "anthropic")
            properties.timestamp("timestamp", Date(timeIntervalSince1970: 1_770_285_600.5))
            properties.duration("ms", .milliseconds(45), unit: .milliseconds)
            properties.duration("seconds", .milliseconds(1_500), unit: .seconds)
            properties.bytes("bytes", .kibibytes(2), unit: .bytes)
            properties.bytes("kib", .bytes(1_536), unit: .kibibytes)
            properties.uuid("uuid", uuid)
            properties.url("url", url)
            properties.ip("ip", "2001:db8::1")
            properties.strings("strings", ["a", "b"])
            properties.integers("integers", [1, -2])
            properties.doubles("doubles", [0.5])
            properties.booleans("booleans", [true, false])
            properties.strings("empty", [])
        }
        let expected: [String: SignalValue] = [
            "string": "a word", "int": -5, "largest": .integer(.max), "smallest": .integer(.min),
            "double": 0.25,
            "true": true, "false": false, "enum": "POST", "open": "anthropic",
            "timestamp": "2026-02-05T10:00:00.500000Z", "ms": 45.0, "seconds": 1.5, "bytes": 2048, "kib": 1.5,
            "uuid": "0b3cdd3e-5b3c-4b0e-9b0e-0b3cdd3e5b3c", "url": "https://example.com/path",
            "ip": "2001:db8::1",
            "strings": ["a", "b"], "integers": [1, -2], "doubles": [0.5], "booleans": [true, false],
            "empty": [],
        ]
        for (name, value) in expected { #expect(signal[name] == value, "\(name)") }
        #expect(signal.attributeNames.suffix(22).first == "string")
    }

    @Test func `nil is left out`() async throws {
        let signal = try await signal { properties in
            properties.string("a", nil)
            properties.text("b", nil)
            properties.integer("c", nil)
            properties.strings("d", nil)
            properties.duration("e", nil, unit: .seconds)
            properties.string("last", "x")
        }
        #expect(signal.attributeNames.last == "last")
        #expect(signal.attributes.count == 5)
    }

    @Test(arguments: [
        0, 1, 3, 4, 7, 8, 15, 16, 17, 31, 32, 33, 100, 115, 116, 117, 120, 127, 128, 129, 300, 1_000, 20_000,
    ])
    func `strings of every length arrive whole`(count: Int) async throws {
        let text = String(
            String(repeating: "abcdefghijklmnopqrstuvwxyz", count: count / 26 + 1).prefix(count))
        let signal = try await signal { $0.string("value", text, maxLength: .max) }
        #expect(signal["value"] == .string(text))
    }

    @Test(arguments: [5_000_000, 45, 0, 1, 999_999, 86_400_000_000])
    func `durations are exact in every unit that can hold them`(microseconds: Int) async throws {
        let duration = Duration.microseconds(microseconds)
        let units: [(DurationUnit, Double)] = [
            (.nanoseconds, 1e-3), (.microseconds, 1), (.milliseconds, 1e3), (.seconds, 1e6), (.minutes, 60e6),
            (.hours, 3600e6), (.days, 86_400e6),
        ]
        for (unit, size) in units {
            #expect(unit.count(of: duration) == Double(microseconds) / size)
            #expect(unit.count(of: .zero - duration) == -Double(microseconds) / size)
        }
    }

    @Test func `bounds are part of what is allowed`() throws {
        try Custom { $0.integer("a", 5, minimum: 5, maximum: 5) }.validate()
        try Custom { $0.double("a", 5, minimum: 5, maximum: 5) }.validate()
        try Custom { $0.duration("a", .seconds(5), unit: .seconds, minimum: 5, maximum: 5) }.validate()
        try Custom { $0.string("a", "äöü", maxLength: 3) }.validate()
        let broken: [@Sendable (inout PropertyWriter) -> Void] = [
            { $0.integer("a", 6, maximum: 5) }, { $0.double("a", 4.9, minimum: 5) },
            { $0.duration("a", .seconds(-1), unit: .seconds) }, { $0.bytes("a", .bytes(-1), unit: .bytes) },
            { $0.string("a", "äöü!", maxLength: 3) }, { $0.ip("a", "999.1.1.1") },
            { $0.double("a", .infinity) },
            { $0.timestamp("a", Date(timeIntervalSince1970: .nan)) },
            { $0.strings("a", ["long"], maxLength: 3) },
            { $0.string("a", "UPPER", pattern: Pattern("[a-z]+")) },
        ]
        for write in broken {
            #expect(throws: InvalidEventError.self) { try Custom(write: write).validate() }
        }
    }

    @Test func `each handling does what it says, to every kind of value`() async throws {
        let signal = try await signal { properties in
            properties.string("hash", "ada", handling: .hash)
            properties.integer("hash_int", 42, handling: .hash)
            properties.string("redact", "ada", handling: .redact)
            properties.double("redact_double", 1, handling: .redact)
            properties.string("mask", "sk-1234567890", handling: .mask)
            properties.string("truncate", "abcdefghijkl", maxLength: 3, handling: .truncate)
            properties.string("truncate_short", "ab", maxLength: 3, handling: .truncate)
            properties.string("hash_long", String(repeating: "a", count: 5_000), handling: .hash)
            properties.ip("network", "203.0.113.77", handling: .truncate)
            properties.string("drop", "ada", handling: .drop)
            properties.boolean("drop_bool", true, handling: .drop)
            properties.strings("hashes", ["ada", "bob"], handling: .hash)
        }
        #expect(signal["hash"]?.stringValue?.hasPrefix("k1:") == true)
        #expect(signal["hash_int"]?.stringValue?.hasPrefix("k1:") == true)
        #expect(signal["redact"] == "[redacted]")
        #expect(signal["redact_double"] == "[redacted]")
        #expect(signal["mask"]?.stringValue?.hasSuffix("*7890") == true)
        #expect(signal["truncate"] == "abc")
        #expect(signal["truncate_short"] == "ab")
        #expect(signal["hash_long"]?.stringValue?.hasPrefix("k1:") == true)
        #expect(signal["network"] == "203.0.113.0")
        #expect(signal.attributes.keys.contains("drop") == false)
        #expect(signal.attributes.keys.contains("drop_bool") == false)
        #expect(signal["hashes"]?.listValue?.first == signal["hash"])
    }

    @Test func `free text is scrubbed, then cut by scalars`() async throws {
        let signal = try await signal { properties in
            properties.text("message", "mail ada@example.com from 203.0.113.77")
            properties.text("short", "ünïcödé and more", maxLength: 7)
            properties.texts("list", ["ok", "mail ada@example.com"])
        }
        let message = try #require(signal["message"]?.stringValue)
        #expect(message.hasPrefix("mail [email] from [ip:k1:"))
        #expect(signal["short"] == "ünïcödé")
        #expect(signal["list"] == ["ok", "mail [email]"])
    }

    @Test func `privacy settings change how free text is treated, and nothing else`() async throws {
        let raw = try await signal(configure: { $0.privacy.scrubsText = false }) { properties in
            properties.text("message", "mail ada@example.com")
            properties.string("user", "ada", handling: .hash)
        }
        #expect(raw["message"] == "mail ada@example.com")
        #expect(raw["user"]?.stringValue?.hasPrefix("k1:") == true)
        let hashed = try await signal { $0.ip("address", "203.0.113.77") }
        #expect(hashed["address"]?.stringValue?.hasPrefix("k1:") == true)
        let kept = try await signal(configure: { $0.privacy.hashesIPAddresses = false }) {
            $0.ip("address", "203.0.113.77")
            $0.text("message", "from 203.0.113.77")
        }
        #expect(kept["address"] == "203.0.113.77")
        #expect(kept["message"] == "from [ip]")
        let cut = try await signal(configure: { $0.privacy.maximumPayloadSize = 20 }) {
            $0.text("message", String(repeating: "a", count: 100))
        }
        #expect(cut["message"]?.stringValue?.count == 20)
    }

    @Test func `a date that takes milliseconds for seconds is bounded, and no trap`() async throws {
        let far = try await signal { $0.timestamp("at", Date(timeIntervalSince1970: 1_700_000_000_000)) }
        #expect(far["at"] == "9999-12-31T23:59:59.999999Z")
        let early = try await signal { $0.timestamp("at", Date(timeIntervalSince1970: -1e15)) }
        #expect(early["at"] == "0001-01-01T00:00:00.000000Z")
    }

    @Test func `texts take the room they need and not the most they could`() async throws {
        let text = String(repeating: "n", count: 9_000)
        let signal = try await signal {
            for key in ["a", "b", "c", "d"] as [AttributeKey] { $0.text(key, text) }
        }
        #expect(signal.attributes.filter { $0.value == .string(text) }.count == 4)
    }

    @Test func `text that is to be truncated is scrubbed as well`() async throws {
        let long = "login of ada@example.com failed " + String(repeating: "z", count: 20_000)
        let signal = try await signal {
            $0.text("message", long, handling: .truncate)
            $0.text("short", long, maxLength: 16, handling: .truncate)
            $0.texts("list", [long], maxLength: 16, handling: .truncate)
        }
        #expect(signal["message"]?.stringValue?.hasPrefix("login of [email] failed zzz") == true)
        #expect(signal["message"]?.stringValue?.count == 1_024)
        #expect(signal["short"] == "login of [email]")
        #expect(signal["list"] == ["login of [email]"])
    }

    @Test func `what is not written of a URL does not count against its length`() async throws {
        let url = URL(string: "https://a.example/p?q=" + String(repeating: "x", count: 1_100))
        #expect(try await signal { $0.url("url", url) }["url"] == "https://a.example/p")
    }
}
