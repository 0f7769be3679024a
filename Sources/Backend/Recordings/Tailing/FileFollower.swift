/// Reads the lines of a file that grows, across rotation and truncation.
///
/// A file that takes the place of another is read from its beginning once the other one is read to its end. A file that has become
/// shorter than what was read of it has been truncated and is read from its beginning; one that was truncated and has grown past that
/// since the last look cannot be told from one that has only grown.
package struct FileFollower<File: FollowedFile> {
    /// What happened besides lines.
    package enum Notice: Sendable, Equatable {
        /// There is no file yet.
        case missing
        /// A file has come to where there was none.
        case appeared
        /// Another file has taken the place.
        case replaced
        /// The file has become shorter.
        case truncated
        /// A line was left out, for it is longer than lines may be.
        case lineTooLong
    }

    /// The most bytes of a line.
    private static var maximumLineLength: Int { 16 << 20 }

    private var file: File
    private var identity: FollowedIdentity?
    private var offset = 0
    /// The beginning of a line of which the end is not there yet.
    private var rest: [UInt8] = []
    private var isSkipping = false
    private var isFirst = true
    /// How many lines at the end of what is there at first are read; nil: all.
    private let lastLines: Int?
    private var block = [UInt8](repeating: 0, count: 1 << 16)

    /// A follower.
    ///
    /// - Parameter lastLines: How many lines at the end of what is there at first are read; nil: all.
    package init(_ file: File, lastLines: Int?) {
        self.file = file
        self.lastLines = lastLines
    }

    /// Reads what has come since the last time, line by line, without their line feeds.
    package mutating func poll(
        notice: (Notice) -> Void, line: (ByteSpan) -> Void
    ) throws(RecordingError) {
        if identity == nil {
            guard try openAnew(notice) else { return }
        }
        while true {
            try readToEnd(notice, line)
            if file.size() < offset {
                notice(.truncated)
                offset = 0
                rest.removeAll(keepingCapacity: true)
                isSkipping = false
                continue
            }
            guard let identity else { return }
            let now = file.atPath()
            if now?.number == identity.number { return }
            // Another file, or none. What was written to the old one before it was moved is read first.
            try readToEnd(notice, line)
            endLine(line)
            self.identity = nil
            guard now != nil else { return }
            notice(.replaced)
            guard try openAnew(notice) else { return }
        }
    }

    /// Hands out what stands at the end without a line feed, as a line.
    package mutating func endLine(_ line: (ByteSpan) -> Void) {
        if !rest.isEmpty, !isSkipping { rest.withUnsafeBufferPointer { line($0) } }
        rest.removeAll(keepingCapacity: true)
        isSkipping = false
    }

    /// Opens the file; false if there is none.
    private mutating func openAnew(_ notice: (Notice) -> Void) throws(RecordingError) -> Bool {
        identity = try file.open()
        guard let identity else {
            if isFirst { notice(.missing) }
            isFirst = false
            return false
        }
        offset = 0
        if isFirst, let lastLines { offset = try start(ofLast: lastLines, size: identity.size) }
        if !isFirst { notice(.appeared) }
        isFirst = false
        return true
    }

    private mutating func readToEnd(_ notice: (Notice) -> Void, _ line: (ByteSpan) -> Void)
        throws(RecordingError)
    {
        while true {
            let count = try readBlock(at: offset, most: block.count)
            if count == 0 { return }
            offset += count
            split(count, notice, line)
        }
    }

    private mutating func readBlock(at offset: Int, most: Int) throws(RecordingError) -> Int {
        var result: Result<Int, RecordingError> = .success(0)
        block.withUnsafeMutableBytes { buffer in
            do throws(RecordingError) {
                let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(most, buffer.count)])
                result = .success(try file.read(at: offset, into: part))
            } catch {
                result = .failure(error)
            }
        }
        return try result.get()
    }

    /// Hands out the lines that the block's first bytes end, and keeps what is left.
    private mutating func split(_ count: Int, _ notice: (Notice) -> Void, _ line: (ByteSpan) -> Void) {
        var start = 0
        for index in 0..<count where block[index] == 0x0A {
            if isSkipping {
                isSkipping = false
                rest.removeAll(keepingCapacity: true)
            } else if rest.isEmpty {
                block.withUnsafeBufferPointer { line(ByteSpan(rebasing: $0[start..<index])) }
            } else {
                rest.append(contentsOf: block[start..<index])
                rest.withUnsafeBufferPointer { line($0) }
                rest.removeAll(keepingCapacity: true)
            }
            start = index + 1
        }
        guard start < count, !isSkipping else { return }
        rest.append(contentsOf: block[start..<count])
        if rest.count > Self.maximumLineLength {
            notice(.lineTooLong)
            rest.removeAll()
            isSkipping = true
        }
    }

    /// Where the last lines begin, read backwards in blocks.
    private mutating func start(ofLast lines: Int, size: Int) throws(RecordingError) -> Int {
        guard lines > 0 else { return size }
        var end = size
        var feeds = 0
        while end > 0 {
            let length = min(block.count, end)
            let count = try readBlock(at: end - length, most: length)
            guard count == length else { return 0 }
            for index in stride(from: count - 1, through: 0, by: -1) where block[index] == 0x0A {
                // The line feed at the very end ends the last line and begins none.
                if end - length + index == size - 1 { continue }
                feeds += 1
                if feeds == lines { return end - length + index + 1 }
            }
            end -= length
        }
        return 0
    }
}
