/// Embedded messages whose length is known only once they are written.
extension ProtobufWriter {
    /// Where an open message's content starts.
    ///
    /// Valid for the writer that gave it until its message is ended.
    public struct OpenMessage {
        @usableFromInline let content: UnsafeMutablePointer<UInt8>

        @inlinable @inline(__always)
        init(content: UnsafeMutablePointer<UInt8>) { self.content = content }
    }

    /// Starts an embedded message: writes its tag and keeps one byte for its length.
    ///
    /// End it with ``endMessage(_:)``; messages end in the reverse of the order in which they began.
    @inlinable @inline(__always)
    public mutating func beginMessage(_ field: UInt32) -> OpenMessage {
        tag(field, .lengthDelimited)
        byte(0)
        return OpenMessage(content: position)
    }

    /// Ends the embedded message by writing its length in the shortest form.
    ///
    /// Content of 128 bytes or more is moved up to make room for a longer length; that costs one `memmove` and keeps
    /// the encoding canonical. After an overflow this does nothing.
    @inlinable @inline(__always)
    public mutating func endMessage(_ message: OpenMessage) {
        // An overflow may have kept the length byte itself from being written, so nothing is patched after one.
        guard !hasOverflowed else { return }
        let count = position - message.content
        if _fastPath(count < 0x80) {
            (message.content - 1).pointee = UInt8(truncatingIfNeeded: count)
        } else {
            endLongMessage(message, count: count)
        }
    }

    /// ``endMessage(_:)`` where the length takes more than one byte.
    @inlinable
    mutating func endLongMessage(_ message: OpenMessage, count: Int) {
        let extra = varintLength(count) - 1
        guard ensure(extra) else { return }
        (message.content + extra).update(from: message.content, count: count)
        position = message.content - 1
        varint(UInt64(truncatingIfNeeded: count))
        position += count
    }
}
