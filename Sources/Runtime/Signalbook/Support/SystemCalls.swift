#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// `write(2)` and what stands in for it in tests: how many bytes were taken, or -1 and `errno`.
typealias WriteCall = @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int

/// `write(2)`.
let systemWrite: WriteCall = { write($0, $1.baseAddress, $1.count) }

/// Writes all of `bytes`, over interruptions and short writes.
///
/// - Returns: How many bytes were written and, if that is not all, why.
func writeAll(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, using write: WriteCall
) -> (written: Int, error: SystemError?) {
    var written = 0
    while written < bytes.count {
        let count = write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[written...]))
        if count > 0 {
            written += count
        } else if count < 0, errno == EINTR {
            continue
        } else {
            // Nothing taken and no error: no file does that, and asking again might never end.
            return (written, count < 0 ? .current : SystemError(code: EIO))
        }
    }
    return (written, nil)
}
