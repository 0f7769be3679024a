import SignalVocabulary

/// A place in the site: a page relative to the one that links to it, and perhaps an anchor in it.
///
/// Everything but letters, digits and `_.-/` is percent-encoded (RFC 3986, section 2.1), so no link can name a scheme.
struct Link {
    /// The reference as the attribute has it.
    let text: String

    /// A link to a page.
    ///
    /// - Parameters:
    ///   - root: the way from the linking page to the site's folder, such as `../`; empty there.
    ///   - page: the page's path in the site; empty: the linking page itself.
    ///   - anchor: the identifier in it.
    init(root: String = "", page: String, anchor: String? = nil) {
        var text = root + Link.encoded(page)
        if let anchor { text += "#" + Link.encoded(anchor) }
        self.text = text
    }

    /// A link to the list of events with one filter set.
    init(root: String, filter key: StaticString, value: String) {
        text = root + "events.html#" + key.description + "=" + Link.encoded(value)
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
