/// Why a command did not do what it was asked for; printed as `sigbook: error: message; hint`.
package struct CommandFailure: Error, Hashable {
    /// What is wrong: lower case, no full stop, offending text in quotes.
    package var message: String
    /// What to do about it.
    package var hint: String?
    /// What the process ends with.
    package var status: ExitStatus

    /// A failure with the given parts.
    package init(_ message: String, hint: String? = nil, status: ExitStatus = .usage) {
        self.message = message
        self.hint = hint
        self.status = status
    }
}

/// What the process ends with; the numbers of 64 and above are those of `sysexits.h`.
package enum ExitStatus: Int32, Sendable {
    /// All is well.
    case success = 0
    /// Something was found, or a file could not be read or written.
    case findings = 1
    /// The command line makes no sense.
    case usage = 64
    /// A mistake of this program.
    case internalError = 70
}
