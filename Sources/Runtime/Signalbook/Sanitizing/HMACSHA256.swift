/// HMAC-SHA-256 (RFC 2104) under one key, whose two padded blocks are hashed once.
struct HMACSHA256: Sendable {
    private let inner: SHA256.Digest
    private let outer: SHA256.Digest

    /// Prepares a key of any length; one longer than a block is hashed first (RFC 2104, section 2).
    init(key: UnsafeBufferPointer<UInt8>) {
        var block = (UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0))
        var inner = SHA256().state
        var outer = inner
        withUnsafeMutableBytes(of: &block) { raw in
            if key.count > SHA256.blockSize {
                var hash = SHA256()
                hash.update(key)
                let digest = hash.digest()
                for index in 0..<8 {
                    raw.storeBytes(of: digest[index].bigEndian, toByteOffset: index &* 4, as: UInt32.self)
                }
            } else {
                raw.copyBytes(from: key)
            }
            guard let base = raw.baseAddress else { return }
            for index in raw.indices { raw[index] ^= 0x36 }
            SHA256.compress(&inner, base)
            for index in raw.indices { raw[index] ^= 0x36 ^ 0x5C }
            SHA256.compress(&outer, base)
        }
        self.inner = inner
        self.outer = outer
    }

    /// The authentication code of `bytes`: two compressions for up to 55 bytes.
    func code(of bytes: UnsafeBufferPointer<UInt8>) -> SHA256.Digest {
        var hash = SHA256(resuming: inner, afterBlocks: 1)
        hash.update(bytes)
        let digest = hash.digest()
        hash = SHA256(resuming: outer, afterBlocks: 1)
        hash.update(digest)
        return hash.digest()
    }
}
