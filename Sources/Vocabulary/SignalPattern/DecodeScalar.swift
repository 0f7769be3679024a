/// Decodes the scalar of two to four bytes at `index` and moves `index` behind it; nil for anything that is not
/// well-formed UTF-8 (The Unicode Standard, table 3-7): overlong forms, surrogates, values past U+10FFFF.
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32? {
    let lead = bytes[index]
    let length: Int
    var value: UInt32
    let minimum: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value, minimum) = (2, UInt32(lead & 0x1F), 0x80)
    case 0xE0...0xEF: (length, value, minimum) = (3, UInt32(lead & 0x0F), 0x800)
    case 0xF0...0xF4: (length, value, minimum) = (4, UInt32(lead & 0x07), 0x10000)
    default: return nil
    }
    guard bytes.count - index >= length else { return nil }
    for distance in 1..<length {
        let byte = bytes[index + distance]
        guard byte & 0xC0 == 0x80 else { return nil }
        value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= minimum, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
    index += length
    return value
}
