/// Growing memory that is kept for the next time.
///
/// What `[UInt8]` does, without its check for uniqueness at each byte: room is reserved once for a whole value and then
/// written without further ado.
///
/// Safety: `base..<base + capacity` is allocated by this value alone, which cannot be copied, and freed with it. Only `0..<count`
/// has been written.
package struct ByteBuffer: ~Copyable {
    /// How many bytes have been written.
    package private(set) var count = 0
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int

    /// An empty buffer with room for `capacity` bytes.
    package init(capacity: Int = 4096) {
        self.capacity = max(capacity, 64)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// Makes room for `count` more bytes; where the next byte goes. Follow with ``advance(to:)``.
    @inline(__always)
    mutating func reserve(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        if _slowPath(capacity - self.count < count) { grow(by: count) }
        return base + self.count
    }

    /// Takes in what was written between the last ``reserve(_:)`` and `end`.
    @inline(__always)
    mutating func advance(to end: UnsafeMutablePointer<UInt8>) { count = end - base }

    /// Adds one byte.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        let target = reserve(1)
        target.pointee = byte
        advance(to: target + 1)
    }

    /// Adds bytes as they are.
    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        let target = reserve(bytes.count)
        target.update(from: source, count: bytes.count)
        advance(to: target + bytes.count)
    }

    /// Takes back everything after the first `count` bytes; the memory stays.
    package mutating func truncate(to count: Int) { self.count = min(max(count, 0), self.count) }

    /// Gives the memory back if it is more than `capacity` bytes, so that one huge batch does not cost for ever.
    package mutating func trim(to capacity: Int) {
        guard self.capacity > max(capacity, count, 64) else { return }
        move(to: max(capacity, count, 64))
    }

    /// What has been written; valid inside `body` only.
    package borrowing func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(start: base, count: count))
    }

    private mutating func grow(by needed: Int) { move(to: max(capacity * 2, count + needed)) }

    private mutating func move(to newCapacity: Int) {
        let target = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
        target.update(from: base, count: count)
        base.deallocate()
        base = target
        capacity = newCapacity
    }
}
