package import Foundation

/// Where requests are sent: an absolute `http` or `https` URL, checked byte by byte.
///
/// User information (`https://user:password@host/`) is taken out when it is read and sent as `Authorization: Basic`, so neither
/// ``url`` nor ``description`` holds it. What is not allowed in a URL by RFC 3986 is refused and not repaired: two readers that
/// repair differently are how requests go astray.
package struct HTTPEndpoint: Sendable, Hashable {
    /// Whether requests go over TLS.
    package let isSecure: Bool
    /// The host in lower case; an IPv6 address between brackets.
    package let host: String
    /// The port, also when the text does not say it.
    package let port: Int
    /// The path, from its first `/`.
    package let path: String
    /// What is behind the question mark; nil without one. May hold keys: keep it out of messages.
    package let query: String?
    /// `Authorization` for the user information that the text held.
    package let authorization: HTTPHeaderField?

    /// The longest URL that is read, in bytes.
    package static let maximumLength = 4096

    /// The endpoint that `text` names.
    package init(_ text: String) throws(InvalidEndpoint) {
        var parser = try HTTPEndpointParser(text)
        isSecure = parser.isSecure
        (authorization, host, port) = try parser.authority()
        (path, query) = try parser.target()
    }

    /// Scheme, host and port.
    package var origin: String {
        let port = self.port == (isSecure ? 443 : 80) ? "" : ":\(self.port)"
        return "\(isSecure ? "https" : "http")://\(host)\(port)"
    }

    /// Whether the host is this machine.
    package var isLoopback: Bool {
        if host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// The URL as the URL loading system is given it; nil if that does not take it.
    package var url: URL? { URL(string: origin + path + (query.map { "?" + $0 } ?? "")) }
}

extension HTTPEndpoint: CustomStringConvertible {
    /// Scheme, host, port and path; fit for messages.
    package var description: String { origin + path }
}
