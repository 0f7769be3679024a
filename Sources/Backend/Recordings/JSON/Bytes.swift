#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Bytes of a line, where they stand. Valid as long as the line.
package typealias ByteSpan = UnsafeBufferPointer<UInt8>

/// Small work on bytes.
enum Bytes {
    /// Whether two places hold the same bytes. For short texts, which keys and values are.
    @inline(__always)
    static func equal(_ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>, count: Int) -> Bool {
        let left = UnsafeRawPointer(first)
        let right = UnsafeRawPointer(second)
        if count >= 8 {
            var offset = 0
            while offset &+ 8 <= count {
                guard
                    left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                        == right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                else { return false }
                offset &+= 8
            }
            // The last eight, which may overlap those before.
            return left.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
                == right.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
        }
        if count >= 4 {
            return left.loadUnaligned(as: UInt32.self) == right.loadUnaligned(as: UInt32.self)
                && left.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
                    == right.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
        }
        var index = 0
        while index < count {
            guard first[index] == second[index] else { return false }
            index &+= 1
        }
        return true
    }

    /// Whether the bytes are those of an ASCII word.
    @inline(__always)
    static func equal(_ bytes: ByteSpan, _ word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        guard let base = bytes.baseAddress else { return true }
        return equal(base, word.utf8Start, count: bytes.count)
    }

    /// A hash of a short text: its length and its first, middle and last eight bytes, well mixed.
    ///
    /// Not made against people who look for collisions: whoever uses it bounds how many names one table takes.
    @inline(__always)
    static func hash(_ bytes: ByteSpan) -> UInt32 {
        let count = bytes.count
        guard let base = bytes.baseAddress, count > 0 else { return 0 }
        let raw = UnsafeRawPointer(base)
        var first: UInt64
        var last: UInt64 = 0
        if count >= 8 {
            first = raw.loadUnaligned(as: UInt64.self)
            last = raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
            if count > 16 {
                last ^=
                    raw.loadUnaligned(fromByteOffset: count / 2 &- 4, as: UInt64.self)
                    &* 0x9E37_79B9_7F4A_7C15
            }
        } else if count >= 4 {
            first =
                UInt64(raw.loadUnaligned(as: UInt32.self)) &<< 32
                | UInt64(raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
        } else {
            first = UInt64(base[0]) | UInt64(base[count / 2]) &<< 8 | UInt64(base[count &- 1]) &<< 16
        }
        var mixed = (first ^ UInt64(truncatingIfNeeded: count)) &* 0xFF51_AFD7_ED55_8CCD
        mixed = (mixed ^ (mixed &>> 32) ^ last) &* 0xC4CE_B9FE_1A85_EC53
        return UInt32(truncatingIfNeeded: mixed ^ (mixed &>> 32))
    }

    /// The index of the first line feed among the bytes; nil if there is none.
    @inline(__always)
    static func lineFeed(_ start: UnsafePointer<UInt8>, count: Int) -> Int? {
        guard count > 0, let found = memchr(start, 0x0A, count) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }
}
