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
        if text.utf8.allSatisfy(isPlain) { return text }
        var result = ""
        for byte in text.utf8 {
            if isPlain(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
    }
}
