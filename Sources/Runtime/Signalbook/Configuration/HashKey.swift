import Foundation

/// The key with which personal values are hashed (HMAC-SHA-256), and the name under which hashes remember it.
///
/// Whoever knows the key can find out by trial which value a hash stands for, so it belongs into the deployment's secret
/// store, and one deployment has one. Change it by giving the new one another ``id``: hashes of different keys can then be told apart.
public struct HashKey: Sendable, Hashable {
    /// The fewest bytes of a key: as many as SHA-256 gives (RFC 2104, section 3).
    public static let minimumLength = 32

    /// The key itself. Keep it out of messages, logs and errors.
    public let bytes: [UInt8]

    /// The key's name, written beside hashes; not secret.
    public let id: String

    /// A key of the given bytes; nil if they are fewer than ``minimumLength``.
    public init?(bytes: some Sequence<UInt8>, id: String = HashKey.defaultID) {
        let bytes = Array(bytes)
        guard bytes.count >= Self.minimumLength else { return nil }
        self.bytes = bytes
        self.id = id
    }

    /// A key from text, as `TELEMETRY_HASH_KEY` takes it; nil if it gives fewer than ``minimumLength`` bytes.
    ///
    /// Read as hexadecimal if it is that throughout and long enough, else as Base64 (standard or URL-safe alphabet, padding
    /// optional) if it is that and long enough, else as it stands, in UTF-8. A prefix `hex:`, `base64:` or `text:` leaves no choice.
    public init?(text: String, id: String = HashKey.defaultID) {
        for candidate in Self.readings(of: text) {
            guard let bytes = candidate, let key = HashKey(bytes: bytes, id: id) else { continue }
            self = key
            return
        }
        return nil
    }

    /// A key from the system's secure randomness, for a process without one of its own.
    public static func random() -> HashKey {
        var generator = SystemRandomNumberGenerator()
        return HashKey(
            unchecked: (0..<minimumLength).map { _ in UInt8.random(in: 0...255, using: &generator) },
            id: processID)
    }

    /// The ``id`` of a configured key without a name: `default`.
    public static let defaultID = "default"

    /// The ``id`` of a random key: `process`.
    public static let processID = "process"

    private init(unchecked bytes: [UInt8], id: String) {
        self.bytes = bytes
        self.id = id
    }
}

extension HashKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The key's ``id``, never its bytes.
    public var description: String { "HashKey(id: \(id))" }

    /// The key's ``id``, never its bytes.
    public var debugDescription: String { description }

    /// A mirror of the ``id`` alone.
    public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}

extension HashKey {
    /// What `text` may mean, best first.
    private static func readings(of text: String) -> [[UInt8]?] {
        let readers: [(prefix: String, read: (Substring) -> [UInt8]?)] = [
            ("hex:", hexadecimal), ("base64:", base64), ("text:", { Array($0.utf8) }),
        ]
        for reader in readers where text.hasPrefix(reader.prefix) {
            return [reader.read(text.dropFirst(reader.prefix.count))]
        }
        return [hexadecimal(text[...]), base64(text[...]), Array(text.utf8)]
    }

    private static func hexadecimal(_ text: Substring) -> [UInt8]? {
        guard text.utf8.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in text.unicodeScalars {
            guard digit.isASCII, let value = Character(digit).hexDigitValue.map(UInt8.init) else {
                return nil
            }
            if let upper = high { bytes.append(upper << 4 | value) }
            high = high == nil ? value : nil
        }
        return bytes
    }

    private static func base64(_ text: Substring) -> [UInt8]? {
        var standard = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        while standard.hasSuffix("=") { standard.removeLast() }
        standard += String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        return Data(base64Encoded: standard).map { Array($0) }
    }
}
