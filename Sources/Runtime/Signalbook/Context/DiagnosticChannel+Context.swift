// What can be wrong with a context. Messages name properties and constraints, never values.
extension DiagnosticChannel {
    /// A context property broke its catalog's constraints and was left out.
    func reportContext(_ violations: [ConstraintViolation]) {
        report(
            .warning, .contextRejected,
            "a context property breaks its catalog and was left out: \(ConstraintViolation.list(violations))")
    }

    /// A context has more bytes than it may.
    func reportContextSize(limit: Int) {
        report(
            .warning, .contextRejected, subject: "size",
            "context properties take more than \(limit) bytes; what did not fit was left out")
    }
}

extension RuntimeDiagnostic.Code {
    /// A context property broke its catalog's constraints and was left out.
    public static let contextRejected = RuntimeDiagnostic.Code(rawValue: "context-rejected")
}
