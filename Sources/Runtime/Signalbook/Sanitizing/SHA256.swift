/// SHA-256 of bytes given in any number of pieces (FIPS 180-4, section 6.2), without allocating.
struct SHA256: Sendable {
    /// The eight words of a digest, the most significant first.
    typealias Digest = SIMD8<UInt32>

    /// The bytes of a block (FIPS 180-4, section 1).
    static var blockSize: Int { 64 }

    /// The hash value so far, of the whole blocks.
    private(set) var state: Digest
    /// The bytes taken so far.
    private var count: UInt64
    /// What came after the last whole block.
    private var pending = Block()

    /// Nothing hashed yet (FIPS 180-4, section 5.3.3).
    init() {
        state = Digest(
            0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
            0x5BE0_CD19)
        count = 0
    }

    /// Goes on after `blocks` whole blocks that led to `state`.
    init(resuming state: Digest, afterBlocks blocks: Int) {
        self.state = state
        count = UInt64(truncatingIfNeeded: blocks) &* 64
    }

    /// Takes more bytes.
    mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard var next = UnsafeRawPointer(bytes.baseAddress) else { return }
        var left = bytes.count
        let filled = Int(truncatingIfNeeded: count & 63)
        count &+= UInt64(truncatingIfNeeded: left)
        if filled > 0 {
            let taken = min(left, 64 &- filled)
            withUnsafeMutableBytes(of: &pending) {
                $0.baseAddress?.advanced(by: filled).copyMemory(from: next, byteCount: taken)
            }
            next += taken
            left &-= taken
            guard filled &+ taken == 64 else { return }
            compressPending()
        }
        while left >= 64 {
            SHA256.compress(&state, next)
            next += 64
            left &-= 64
        }
        guard left > 0 else { return }
        withUnsafeMutableBytes(of: &pending) { $0.baseAddress?.copyMemory(from: next, byteCount: left) }
    }

    /// Takes the eight words of another digest, as HMAC's outer hash does.
    mutating func update(_ digest: Digest) {
        var words = digest
        for index in 0..<8 { words[index] = digest[index].bigEndian }
        withUnsafeBytes(of: words) { update($0.bindMemory(to: UInt8.self)) }
    }

    /// The digest of all bytes taken; the value itself does not change.
    func digest() -> Digest {
        var last = self
        return last.finish()
    }

    /// Pads (FIPS 180-4, section 5.1.1) and hashes what is pending.
    private mutating func finish() -> Digest {
        let filled = Int(truncatingIfNeeded: count & 63)
        withUnsafeMutableBytes(of: &pending) { raw in
            raw[filled] = 0x80
            for index in (filled &+ 1)..<64 { raw[index] = 0 }
        }
        if filled >= 56 {
            compressPending()
            pending = Block()
        }
        pending.h = (count &<< 3).bigEndian
        compressPending()
        return state
    }

    private mutating func compressPending() {
        withUnsafeBytes(of: pending) { raw in
            if let base = raw.baseAddress { SHA256.compress(&state, base) }
        }
    }

    /// 64 bytes in one piece.
    private struct Block {
        var a: UInt64 = 0
        var b: UInt64 = 0
        var c: UInt64 = 0
        var d: UInt64 = 0
        var e: UInt64 = 0
        var f: UInt64 = 0
        var g: UInt64 = 0
        var h: UInt64 = 0
    }
}
