/// Something that ends the command, in words for whoever called it.
struct Problem: Error {
    let message: String
    /// 1: what it found; see `sysexits.h` for others.
    let exitCode: Int32

    init(_ message: String, exitCode: Int32 = 1) {
        self.message = message
        self.exitCode = exitCode
    }
}
