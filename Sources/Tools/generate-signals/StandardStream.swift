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
///
/// NOTE: `sigbook` compiles this file and `Files.swift` through symbolic links, so that both tools treat files alike.
enum StandardStream: Int32 {
    case output = 1
    case error = 2

    /// Writes all of a text.
    ///
    /// - Returns: why it could not, as the system says it; nil when it could.
    func put(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            Files.writeAll(UnsafeRawBufferPointer(bytes), to: rawValue).map { String(cString: strerror($0)) }
        }
    }
}
