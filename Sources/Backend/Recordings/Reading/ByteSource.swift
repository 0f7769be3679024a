/// Where the bytes of a recording come from.
package protocol ByteSource {
    /// Fills the buffer as far as there is anything now; 0 at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordingError) -> Int
}
