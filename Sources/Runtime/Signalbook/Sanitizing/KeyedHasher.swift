import SignalVocabulary

/// Turns personal values into pseudonyms: HMAC-SHA-256 under the deployment's key, cut to 128 bits, with the key's name.
///
/// Keyed, for an unkeyed hash of an e-mail or IP address is a table that anybody can compute.
struct KeyedHasher: Sendable {
    /// The most bytes of a key's name that are written.
    static var maximumKeyIDSize: Int { HandledText.keyNameLength }
    /// The most bytes that ``hash(_:into:)`` writes.
    static var maximumSize: Int { maximumKeyIDSize + 1 + HandledText.hashDigitCount }

    private let hmac: HMACSHA256
    private let keyID: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)
    private let keyIDSize: Int

    /// Prepares a key; a name over 64 bytes is cut at a scalar boundary.
    init(key: [UInt8], keyID: String) {
        hmac = key.withUnsafeBufferPointer { HMACSHA256(key: $0) }
        var name = keyID
        var size = 0
        var bytes = (UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0))
        withUnsafeMutableBytes(of: &bytes) { target in
            name.withUTF8 { size = Sanitizing.cut($0, into: target.bindMemory(to: UInt8.self)) }
        }
        self.keyID = bytes
        keyIDSize = size
    }

    /// How many bytes ``hash(_:into:)`` writes.
    var size: Int { keyIDSize &+ 1 &+ HandledText.hashDigitCount }

    /// Writes `<keyID>:<32 lower-case hexadecimal digits>`, whole or, where the region has not ``size`` bytes, not at all.
    ///
    /// - Returns: how many bytes were written.
    func hash(_ bytes: UnsafeBufferPointer<UInt8>, into region: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard let start = region.baseAddress, region.count >= size else { return 0 }
        let code = hmac.code(of: bytes)
        let target = UnsafeMutableRawPointer(start)
        withUnsafeBytes(of: keyID) { name in
            if let base = name.baseAddress { target.copyMemory(from: base, byteCount: keyIDSize) }
        }
        target.storeBytes(of: UInt8(ascii: ":"), toByteOffset: keyIDSize, as: UInt8.self)
        for index in 0..<4 {
            target.storeBytes(
                of: LowercaseHex.text(code[index]).littleEndian,
                toByteOffset: keyIDSize &+ 1 &+ index &* 8, as: UInt64.self)
        }
        return size
    }
}
