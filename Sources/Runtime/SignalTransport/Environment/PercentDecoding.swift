import SignalVocabulary

/// The bytes that a percent-encoded text stands for (RFC 3986, section 2.1). Nil if a `%` is not followed by two hexadecimal digits.
package func percentDecoded(_ bytes: some Collection<UInt8>) -> [UInt8]? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var iterator = bytes.makeIterator()
    while let byte = iterator.next() {
        guard byte == UInt8(ascii: "%") else {
            decoded.append(byte)
            continue
        }
        guard let high = iterator.next(), let low = iterator.next(), ASCII.isHex(high), ASCII.isHex(low)
        else { return nil }
        decoded.append(UInt8(ASCII.hexValue(high) << 4 | ASCII.hexValue(low)))
    }
    return decoded
}
