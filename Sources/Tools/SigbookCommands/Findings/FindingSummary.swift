import CatalogModel

/// How many findings there are of each severity.
struct FindingSummary {
    let errors: Int
    let warnings: Int
    let notes: Int

    /// Counts them.
    init(_ diagnostics: [Diagnostic]) {
        errors = diagnostics.count { $0.severity == .error }
        warnings = diagnostics.count { $0.severity == .warning }
        notes = diagnostics.count { $0.severity == .note }
    }

    /// The counts for people, such as `2 errors, 1 warning`.
    var sentence: String {
        let parts = [(errors, "error"), (warnings, "warning"), (notes, "note")].filter { $0.0 > 0 }
        if parts.isEmpty { return "nothing found" }
        return parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
    }
}
