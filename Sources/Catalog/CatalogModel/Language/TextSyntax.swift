import SignalVocabulary

/// How the texts of a property type must be written.
package struct TextSyntax: Sendable {
    /// What one is called: `a UUID`.
    package let title: String
    /// Whether a text in a catalog is one.
    package let isValid: @Sendable (String) -> Bool
    /// What the runtime writes, each a format of JSON Schema or a pattern or both. Empty: a text of which a schema says no more.
    package let written: [(format: String?, pattern: String?)]

    /// A moment (RFC 3339). The runtime writes microseconds in UTC.
    static let timestamp = TextSyntax(
        title: "an RFC 3339 timestamp", isValid: { DateSyntax.isTimestamp($0) },
        written: [
            (
                "date-time",
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z$"
            )
        ])

    /// A UUID (RFC 9562). The runtime writes lower case.
    static let uuid = TextSyntax(
        title: "a UUID", isValid: { UUIDSyntax.isUUID($0) },
        written: [(nil, "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")])

    /// A URL.
    static let url = TextSyntax(title: "a URL", isValid: { Formats.isURL($0) }, written: [])

    /// An IPv4 or IPv6 address, the latter perhaps with a zone (RFC 4007, section 11), such as `fe80::1%eth0`, which the format `ipv6` of
    /// JSON Schema does not have.
    static let address = TextSyntax(
        title: "an IP address", isValid: { IPAddressSyntax.isAddress($0) },
        written: [
            ("ipv4", nil), ("ipv6", nil), (nil, "^[0-9A-Fa-f:.]{2,45}%[0-9A-Za-z._~-]{1,64}$"),
        ])
}
