/// A path where a file grows, is truncated, and is replaced by another.
package protocol FollowedFile {
    /// What is at the path now; nil if there is nothing.
    mutating func atPath() -> FollowedIdentity?
    /// Opens what is at the path and closes what was open; nil if there is nothing.
    mutating func open() throws(RecordingError) -> FollowedIdentity?
    /// The size of what is open, whatever is at the path now.
    mutating func size() -> Int
    /// Reads from what is open; 0 at its end.
    mutating func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(RecordingError)
        -> Int
}
