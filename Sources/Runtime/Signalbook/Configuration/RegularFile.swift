#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// At most `maximumSize` bytes of the file at `path`.
///
/// A pipe, a device or a directory is refused: reading one may wait for ever.
func readRegularFile(_ path: String, maximumSize: Int) throws(SystemError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .current }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .current }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw SystemError(code: EISDIR) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw SystemError(code: EINVAL) }
    var bytes = [UInt8](repeating: 0, count: max(min(maximumSize, Int(status.st_size)), 0))
    var count = 0
    while count < bytes.count {
        let got = bytes.withUnsafeMutableBytes {
            read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count)
        }
        if got == 0 { break }
        if got < 0 {
            guard errno == EINTR else { throw .current }
        } else {
            count += got
        }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
}
