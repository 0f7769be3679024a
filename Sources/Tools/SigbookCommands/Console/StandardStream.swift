#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// A standard stream of this process.
enum StandardStream: Int32 {
    case output = 1
    case error = 2

    /// Writes all of a text.
    ///
    /// - Returns: why it could not, as the system says it; nil when it could.
    func put(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            var offset = 0
            while offset < bytes.count {
                let count = write(rawValue, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return String(cString: strerror(errno)) }
                offset += count
            }
            return nil
        }
    }
}
