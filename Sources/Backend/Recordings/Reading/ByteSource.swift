/// Where the bytes of a recording come from.
package protocol ByteSource {
    /// Fills the buffer with the bytes that are available now, and returns how many; 0 at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordingError) -> Int
}
