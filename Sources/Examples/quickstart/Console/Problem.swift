/// Why the command ends, in words for its user.
struct Problem: Error {
    let message: String
    /// 1 for something that was found; see `sysexits.h` for others.
    let exitCode: Int32

    init(_ message: String, exitCode: Int32 = 1) {
        self.message = message
        self.exitCode = exitCode
    }
}
