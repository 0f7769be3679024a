import SignalVocabulary

// Values that are not written as they are.
extension PropertyWriter {
    /// A string with a handling, or one whose bytes do not lie in one piece.
    @inline(never)
    mutating func sanitizedString(
        _ key: AttributeKey, _ value: String, handling: Handling?,
        maxLength: Int = PropertyLimits.truncatedLength
    ) {
        var value = value
        value.withUTF8 { sanitized(key, $0, handling: handling, maxLength: maxLength) }
    }

    /// Bytes with a handling.
    @inline(never)
    mutating func sanitized(
        _ key: AttributeKey, _ bytes: UnsafeBufferPointer<UInt8>, handling: Handling?,
        maxLength: Int = PropertyLimits.truncatedLength
    ) {
        guard let environment, !replaced(key, handling) else { return }
        guard handling != nil else { return plainString(key, bytes) }
        attribute(key) {
            environment.pointee.writeBytes(bytes, handling: handling, maxLength: maxLength, to: &$0)
        }
    }

    /// A free text without a handling of its own.
    @inline(never)
    mutating func scrubbedText(_ key: AttributeKey, _ value: String, maxLength: Int) {
        guard let environment else { return }
        attribute(key) { environment.pointee.writeText(value, maxLength: maxLength, to: &$0) }
    }

    /// A URL without what may be private in it.
    @inline(never)
    mutating func strippedURL(_ key: AttributeKey, _ value: String, handling: Handling?) {
        guard isWriting, !replaced(key, handling) else { return }
        var value = value
        value.withUTF8 { bytes in
            if handling == nil {
                attribute(key, most: bytes.count) { Sanitizing.stripURL(bytes, into: $0) }
            } else {
                sanitized(key, bytes, handling: handling)
            }
        }
    }
}
