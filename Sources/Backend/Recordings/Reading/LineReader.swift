/// Reads a recording line by line, in blocks, with memory for a block and the longest line allowed.
///
/// Safety: it owns its buffer and cannot be copied; a line's bytes are valid until the next one is read.
package struct LineReader<Source: ByteSource>: ~Copyable {
    /// One line.
    package struct Line {
        /// Its bytes, without the line feed; of one that is too long, its beginning.
        package var bytes: ByteSpan
        /// Its number, from 1.
        package var number: Int
        /// Whether it has more than the most bytes that a line may have.
        package var isTooLong: Bool
        /// Whether a line feed ends it; only a file's last line may have none.
        package var isTerminated: Bool
    }

    /// The most bytes of a line: 16 MiB, which is more than the requests that OpenTelemetry senders make.
    package static var defaultMaximumLineLength: Int { 16 << 20 }

    private var source: Source
    private let blockSize: Int
    private let maximumLineLength: Int
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    // What was read and not handed out yet: `buffer[start..<end]`, of which the first `searched` bytes hold no line feed.
    private var start = 0
    private var end = 0
    private var searched = 0
    private var hasEnded = false
    private var number = 0
    /// How many bytes were read from the source.
    package private(set) var byteCount = 0

    /// A reader of the given source.
    package init(
        _ source: Source, blockSize: Int = 1 << 20,
        maximumLineLength: Int = LineReader.defaultMaximumLineLength
    ) {
        self.source = source
        self.blockSize = max(blockSize, 1)
        self.maximumLineLength = min(max(maximumLineLength, 1), 1 << 30)
        capacity = self.blockSize
        buffer = .allocate(capacity: capacity)
    }

    deinit { buffer.deallocate() }

    /// The next line, nil after the last one.
    package mutating func next() throws(RecordingError) -> Line? {
        while true {
            if let feed = Bytes.lineFeed(buffer + start + searched, count: end - start - searched) {
                let length = searched + feed
                defer { consume(length + 1) }
                return line(length: length, isTooLong: length > maximumLineLength, isTerminated: true)
            }
            searched = end - start
            if searched > maximumLineLength {
                let line = line(length: maximumLineLength, isTooLong: true, isTerminated: false)
                try skipLine()
                return line
            }
            if hasEnded {
                guard searched > 0 else { return nil }
                defer { consume(searched) }
                return line(length: searched, isTooLong: false, isTerminated: false)
            }
            try fill()
        }
    }

    private mutating func line(length: Int, isTooLong: Bool, isTerminated: Bool) -> Line {
        number += 1
        var bytes = ByteSpan(start: buffer + start, count: min(length, maximumLineLength))
        // A byte order mark may begin a file.
        if number == 1, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
            bytes = ByteSpan(rebasing: bytes[3...])
        }
        return Line(bytes: bytes, number: number, isTooLong: isTooLong, isTerminated: isTerminated)
    }

    private mutating func consume(_ count: Int) {
        start += count
        searched = 0
    }

    /// Reads a block behind what is there.
    private mutating func fill() throws(RecordingError) {
        let count = end - start
        if start > 0 {
            (buffer).update(from: buffer + start, count: count)
            start = 0
            end = count
        }
        if capacity - end < max(blockSize / 2, 1) {
            let larger = min(max(capacity * 2, blockSize), maximumLineLength + 2 * blockSize)
            if larger > capacity {
                let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
                grown.update(from: buffer, count: end)
                buffer.deallocate()
                buffer = grown
                capacity = larger
            }
        }
        let room = UnsafeMutableRawBufferPointer(start: buffer + end, count: capacity - end)
        let read = try source.read(into: room)
        if read == 0 { hasEnded = true }
        end += read
        byteCount += read
    }

    /// Drops the rest of a line that is too long, but for its first bytes, which stay where they are.
    private mutating func skipLine() throws(RecordingError) {
        // The rest is read over what is behind the first bytes.
        let kept = start + maximumLineLength
        while true {
            if let feed = Bytes.lineFeed(buffer + kept, count: end - kept) {
                start = kept + feed + 1
                searched = 0
                return
            }
            end = kept
            guard !hasEnded else { break }
            let read = try source.read(
                into: UnsafeMutableRawBufferPointer(start: buffer + end, count: capacity - end))
            if read == 0 { hasEnded = true }
            end += read
            byteCount += read
        }
        start = end
        searched = 0
    }
}
