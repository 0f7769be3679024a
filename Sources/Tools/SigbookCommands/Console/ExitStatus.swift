/// What the process ends with; the numbers of 64 and above are those of `sysexits.h`.
package enum ExitStatus: Int32, Sendable {
    /// Nothing was found.
    case success = 0
    /// Something was found, or a file could not be read or written.
    case findings = 1
    /// The command line is not valid.
    case usage = 64
    /// A fault of this program.
    case internalError = 70
}
