/// One encoded attribute of a context, in the memory of a scope or of a writer.
struct ContextAttribute {
    /// Its bytes from the tag on; none for a property that is not written.
    var bytes: UnsafeBufferPointer<UInt8>
    /// Whether a scope gave the value, and not the process or the catalog.
    var isSet: Bool

    /// Whether the attribute has this key.
    func hasKey(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
        ContextAttribute.key(of: bytes)?.hasSameBytes(as: key) ?? false
    }

    /// Gives every attribute that a ``PropertyWriter`` wrote to `body`, with its key.
    static func forEach(
        in written: UnsafeBufferPointer<UInt8>,
        _ body: (_ attribute: UnsafeBufferPointer<UInt8>, _ key: UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var offset = 0
        while offset < written.count {
            let start = offset
            offset += 1
            let length = varint(written, &offset)
            let end = offset + length
            guard end <= written.count, end > start else { return }
            let attribute = UnsafeBufferPointer(rebasing: written[start..<end])
            guard let key = key(of: attribute) else { return }
            body(attribute, key)
            offset = end
        }
    }

    /// The key of an attribute; nil if it is not one.
    private static func key(of attribute: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        var offset = 1
        _ = varint(attribute, &offset)
        guard offset < attribute.count, attribute[offset] == 0x0A else { return nil }  // KeyValue.key
        offset += 1
        let count = varint(attribute, &offset)
        guard offset + count <= attribute.count else { return nil }
        return UnsafeBufferPointer(rebasing: attribute[offset..<offset + count])
    }

    private static func varint(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> Int {
        var value = 0
        var shift = 0
        while offset < bytes.count, shift < 35 {
            let byte = bytes[offset]
            offset += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return value
    }

    /// Whether the value is empty, as that of a property without a value is.
    private var isNull: Bool {
        bytes.count >= 2 && bytes[bytes.count - 1] == 0 && bytes[bytes.count - 2] == 0x12
    }

    /// FNV-1a over the attribute, with a finish that spreads it over all bits; 0 if it has no value.
    var samplingHash: UInt64 {
        if bytes.isEmpty || isNull { return 0 }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
        return (hash ^ (hash >> 32)) | 1
    }
}
