import SignalVocabulary

/// One header field of a request. Its value is never shown: it may be a key.
package struct HTTPHeaderField: Sendable, Hashable {
    /// The name as it is sent.
    package let name: String
    /// The value as it is sent. Keep it out of messages.
    package let value: String

    /// A field, or nil if its name is no token or its value could end the line early (RFC 9110, sections 5.1 and 5.5).
    package init?(_ name: String, _ value: String) {
        let trimmed = value.utf8.drop { $0 == 0x20 || $0 == 0x09 }
        guard (1...256).contains(name.utf8.count), name.utf8.allSatisfy(Self.isTokenByte),
            value.utf8.count <= Self.maximumValueLength,
            trimmed.allSatisfy({ $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F })
        else { return nil }
        self.name = name
        self.value = String(Substring(trimmed))
    }

    /// The longest value, in bytes.
    package static let maximumValueLength = 16_384

    /// Whether both are fields of the same name, whatever its case.
    package func hasName(_ other: String) -> Bool { name.lowercased() == other.lowercased() }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
}

extension HTTPHeaderField: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name alone.
    package var description: String { name }

    /// The name alone.
    package var debugDescription: String { name }

    /// A mirror of the name alone.
    package var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}
