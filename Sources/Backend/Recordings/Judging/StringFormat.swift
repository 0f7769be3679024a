/// The forms of strings that the runtime writes for values of other types.
enum StringFormat {
    /// Whether a text may be a URL: it is not empty and has no space, control character or quote (RFC 3986, section 3, in part).
    ///
    /// It need not have a scheme, because the runtime writes references without one as they are.
    static func isURL(_ bytes: ByteSpan) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") }
    }

    /// Whether a URL has user information, a query or a fragment, which the runtime leaves out.
    static func hasPrivateParts(_ bytes: ByteSpan) -> Bool {
        if bytes.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) { return true }
        guard let slashes = bytes.firstIndex(of: UInt8(ascii: "/")), slashes + 1 < bytes.count,
            bytes[slashes + 1] == UInt8(ascii: "/")
        else { return false }
        let authority = bytes[(slashes + 2)...].prefix { $0 != UInt8(ascii: "/") }
        return authority.contains(UInt8(ascii: "@"))
    }
}
