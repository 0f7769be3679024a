/// The text of UUIDs.
package enum UUIDSyntax {
    /// Whether the whole text is a UUID (RFC 9562, section 4): 8, 4, 4, 4 and 12 hexadecimal digits, in either case.
    package static func isUUID(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count == 36 else { return false }
        for index in 0..<36 {
            switch index {
            case 8, 13, 18, 23: if bytes[index] != UInt8(ascii: "-") { return false }
            default: if !ASCII.isHex(bytes[index]) { return false }
            }
        }
        return true
    }

    /// Whether the whole text is a UUID.
    package static func isUUID(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isUUID($0) }
    }
}
