import SignalVocabulary
import Foundation

/// Takes a URL apart (RFC 3986, section 3), strictly.
struct HTTPEndpointParser {
    /// Whether the scheme is `https`.
    let isSecure: Bool
    /// What has not been read yet.
    private var rest: ArraySlice<UInt8>

    /// Reads the scheme.
    init(_ text: String) throws(InvalidEndpoint) {
        let bytes = Array(text.utf8.prefix(HTTPEndpoint.maximumLength + 1))
        guard bytes.count <= HTTPEndpoint.maximumLength else {
            throw InvalidEndpoint("is longer than \(HTTPEndpoint.maximumLength) bytes")
        }
        let start = String(decoding: bytes.prefix(8), as: UTF8.self).lowercased()
        if start.hasPrefix("https://") {
            (isSecure, rest) = (true, bytes.dropFirst(8))
        } else if start.hasPrefix("http://") {
            (isSecure, rest) = (false, bytes.dropFirst(7))
        } else {
            throw InvalidEndpoint("does not begin with http:// or https://")
        }
    }

    /// Reads user information, host and port.
    mutating func authority() throws(InvalidEndpoint) -> (HTTPHeaderField?, String, Int) {
        let end = rest.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? rest.endIndex
        var authority = rest[..<end]
        rest = rest[end...]
        var authorization: HTTPHeaderField?
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            authorization = try Self.authorization(authority[..<at])
            authority = authority[authority.index(after: at)...]
        }
        var port = isSecure ? 443 : 80
        let isAddress = authority.first == UInt8(ascii: "[")
        let hostEnd =
            isAddress
            ? authority.firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? authority.endIndex
            : authority.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
        let host = authority[..<hostEnd]
        let portText = authority[hostEnd...]
        let digits = portText.dropFirst()
        // RFC 3986, section 3.2.3: the port may be empty, and is the scheme's own then.
        if !digits.isEmpty || portText.first ?? UInt8(ascii: ":") != UInt8(ascii: ":") {
            guard portText.first == UInt8(ascii: ":"), digits.count <= 5,
                digits.allSatisfy(ASCII.isDigit),
                let number = Int(String(decoding: digits, as: UTF8.self)), (1...65535).contains(number)
            else { throw InvalidEndpoint("has no port from 1 to 65535 behind its host") }
            port = number
        }
        guard isAddress ? Self.isAddressLiteral(host) : Self.isName(host) else {
            throw InvalidEndpoint("has no host name or address that can be used")
        }
        return (authorization, String(decoding: host, as: UTF8.self).lowercased(), port)
    }

    /// Reads path and query; a fragment is left out, for it is never sent.
    mutating func target() throws(InvalidEndpoint) -> (path: String, query: String?) {
        let target = rest.prefix { $0 != UInt8(ascii: "#") }
        var index = target.startIndex
        while index < target.endIndex {
            if target[index] == UInt8(ascii: "%") {
                guard target.endIndex - index > 2, ASCII.isHex(target[index + 1]),
                    ASCII.isHex(target[index + 2])
                else { throw InvalidEndpoint("has a % without two hexadecimal digits behind it") }
            } else if !Self.isTargetByte(target[index]) {
                throw InvalidEndpoint("has a character that must be percent-encoded")
            }
            index += 1
        }
        let mark = target.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
        let path = String(decoding: target[..<mark], as: UTF8.self)
        let query = mark < target.endIndex ? String(decoding: target[(mark + 1)...], as: UTF8.self) : nil
        return (path.isEmpty ? "/" : path, query)
    }

    /// RFC 7617, section 2.
    private static func authorization(_ userInfo: ArraySlice<UInt8>) throws(InvalidEndpoint)
        -> HTTPHeaderField?
    {
        guard !userInfo.isEmpty else { return nil }
        guard var decoded = percentDecoded(userInfo) else {
            throw InvalidEndpoint("has user information that is not percent-encoded properly")
        }
        if !decoded.contains(UInt8(ascii: ":")) { decoded.append(UInt8(ascii: ":")) }
        return HTTPHeaderField("Authorization", "Basic " + Data(decoded).base64EncodedString())
    }

    private static func isName(_ host: ArraySlice<UInt8>) -> Bool {
        (1...253).contains(host.count)
            && host.allSatisfy { ASCII.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
    }

    /// An IPv6 address in brackets (RFC 3986, section 3.2.2). It has no zone, because a zone would have to be percent-encoded.
    private static func isAddressLiteral(_ host: ArraySlice<UInt8>) -> Bool {
        let address = Array(host.dropFirst().dropLast())
        return host.last == UInt8(ascii: "]") && !address.contains(UInt8(ascii: "%"))
            && address.withUnsafeBufferPointer { IPAddressSyntax.ipv6($0) != nil }
    }

    /// `pchar`, `/` and `?` but for `%`, which the caller looks at.
    private static func isTargetByte(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || "-._~!$&'()*+,;=:@/?".utf8.contains(byte)
    }
}
