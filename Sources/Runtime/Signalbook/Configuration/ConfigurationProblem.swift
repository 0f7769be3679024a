/// Something in the configuration that could not be used, and what is used instead.
///
/// A problem never stops anything; the runtime puts each on its diagnostic channel once.
public struct ConfigurationProblem: Sendable, Hashable {
    /// How bad it is: a warning where a default replaces what was asked for, else a note.
    public var severity: RuntimeDiagnostic.Severity
    /// What kind of problem it is.
    public var code: RuntimeDiagnostic.Code
    /// The variable, setting or line that it is about.
    public var subject: String
    /// One line: what is wrong, what was expected, what is used. Contains no secret.
    public var message: String

    /// A problem with the given parts.
    public init(
        severity: RuntimeDiagnostic.Severity = .warning, code: RuntimeDiagnostic.Code = .invalidConfiguration,
        subject: String, message: String
    ) {
        self.severity = severity
        self.code = code
        self.subject = subject
        self.message = message
    }
}

extension ConfigurationProblem: CustomStringConvertible {
    /// Severity, message and code, in one line.
    public var description: String { "\(severity): \(message) [\(code)]" }
}

extension DiagnosticChannel {
    /// Says what is wrong with the configuration, each problem under a subject of its own.
    public func report(_ problems: [ConfigurationProblem]) {
        for problem in problems {
            report(problem.severity, problem.code, subject: problem.subject, problem.message)
        }
    }
}
