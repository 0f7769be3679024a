#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// A file, or the standard input of the process.
///
/// Safety: only this object uses the descriptor, and closes it when it ends; the standard input is not closed.
package final class FileSource: ByteSource {
    private let path: String
    private let descriptor: Int32
    private let isOwned: Bool
    /// The file's size when it was opened; 0 when it is not a regular file.
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
