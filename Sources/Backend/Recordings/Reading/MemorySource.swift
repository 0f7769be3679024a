/// Bytes that are in memory already.
package struct MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0
    private let most: Int

    /// A source of these bytes. One read gives at most `most` of them.
    package init(_ bytes: [UInt8], most: Int = .max) {
        self.bytes = bytes
        self.most = max(most, 1)
    }

    package mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position, most)
        bytes.withUnsafeBytes { source in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[position..<position + count]))
        }
        position += count
        return count
    }
}
