#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Why a file could not be read.
package struct RecordingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What could not be done, and why: lower case, no full stop.
    package var description: String

    /// An error in these words.
    package init(_ description: String) { self.description = description }

    /// What the system said when `action` was tried on the file.
    init(_ action: String, _ path: String, code: Int32) {
        description = "cannot \(action) \"\(path)\": \(String(cString: strerror(code)))"
    }
}
