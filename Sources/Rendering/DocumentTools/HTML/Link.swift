import SignalVocabulary

/// A place in a site: the path of a page relative to the page that links to it, and perhaps a place on that page. Or a page of the web.
///
/// In a place of the site all bytes but letters, digits and `_.-/` are percent-encoded (RFC 3986, section 2.1), so it can name no scheme.
package struct Link: Sendable {
    /// The reference as the attribute has it.
    package let text: String

    /// A link to a page.
    ///
    /// - Parameters:
    ///   - root: the way from the linking page to the site's folder, such as `../`; empty for a page in that folder.
    ///   - page: the page's path in the site; if it is empty, the link is to the linking page itself.
    ///   - anchor: the identifier of an element on the page.
    package init(root: String = "", page: String, anchor: String? = nil) {
        var text = root + Link.encoded(page)
        if let anchor { text += "#" + Link.encoded(anchor) }
        self.text = text
    }

    /// A link to a page that reads a key and its value behind the `#`, such as a filter.
    ///
    /// - Parameters:
    ///   - root: the way from the linking page to the site's folder.
    ///   - page: the page's path in the site.
    ///   - key: the key.
    ///   - value: the key's value.
    package init(root: String, page: String, key: StaticString, value: String) {
        text = root + Link.encoded(page) + "#" + key.description + "=" + Link.encoded(value)
    }

    /// A link to a page of the web. Nil if the address does not begin with `https://` or `http://`, or has anything but printable ASCII.
    package init?(web address: String) {
        guard address.hasPrefix("https://") || address.hasPrefix("http://"),
            address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        text = address
    }

    private static func encoded(_ text: String) -> String {
        let bytes = text.utf8
        let others = bytes.count { !isPlain($0) }
        if others == 0 { return text }
        // Each of the others is written as three bytes.
        return String(unsafeUninitializedCapacity: bytes.count + 2 * others) { buffer in
            var end = 0
            func put(_ byte: UInt8) {
                buffer[end] = byte
                end += 1
            }
            for byte in bytes {
                if isPlain(byte) {
                    put(byte)
                } else {
                    put(UInt8(ascii: "%"))
                    put(digit(byte >> 4))
                    put(digit(byte & 15))
                }
            }
            return end
        }
    }

    /// A hexadecimal digit (RFC 3986, section 2.1: in upper case).
    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
    }
}
