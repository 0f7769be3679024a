#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Where the bytes of a recording come from.
package protocol ByteSource {
    /// Fills the buffer as far as there is anything now; 0 at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordingError) -> Int
}

/// A file, or what the process is given on its standard input.
///
/// Safety: the descriptor belongs to this object alone and is closed with it, standard input's excepted.
package final class FileSource: ByteSource {
    private let path: String
    private let descriptor: Int32
    private let isOwned: Bool
    /// The file's size when it was opened; 0 when it is none that has one.
    package let size: Int

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: What is opened.
    ///   - name: What to call it in messages; the path if nil.
    package init(opening path: String, named name: String? = nil) throws(RecordingError) {
        self.path = name ?? path
        var opened: Int32
        repeat { opened = open(path, O_RDONLY | O_CLOEXEC) } while opened < 0 && errno == EINTR
        guard opened >= 0 else { throw RecordingError("open", self.path, code: errno) }
        descriptor = opened
        isOwned = true
        var status = stat()
        size = fstat(opened, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    }

    /// Standard input.
    package init(standardInputNamed name: String) {
        path = name
        descriptor = 0
        isOwned = false
        size = 0
    }

    deinit { if isOwned { _ = close(descriptor) } }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordingError) -> Int {
        while true {
            #if canImport(Darwin)
                let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Glibc)
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
                let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
            #else
                let count = Android.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
            if count >= 0 { return count }
            if errno != EINTR { throw RecordingError("read", path, code: errno) }
        }
    }
}

/// Bytes that are in memory already.
package struct MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0
    private let most: Int

    /// A source of these bytes, of which one read gives `most` at the most.
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
