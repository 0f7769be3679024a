/// Something the runtime has to say about itself: a setting it could not use, an exporter that failed, events it dropped.
///
/// Diagnostics never travel through the telemetry pipeline (STYLE 25); they go to the handler in
/// ``Configuration/diagnosticHandler`` or, by default, to standard error.
public struct RuntimeDiagnostic: Sendable, Hashable {
    /// How bad it is.
    public var severity: Severity
    /// What kind of thing it is: stable, fit for a `switch` or a metric.
    public var code: Code
    /// What it concerns, such as an exporter's or a variable's name; empty if it concerns the runtime as a whole.
    public var subject: String
    /// One line for people: what was wrong and what was done instead. Never contains secrets or personal data.
    public var message: String
    /// How often this code has come up for this subject in this process, this time included.
    public var occurrences: Int

    /// A diagnostic with the given parts.
    public init(severity: Severity, code: Code, subject: String = "", message: String, occurrences: Int = 1) {
        self.severity = severity
        self.code = code
        self.subject = subject
        self.message = message
        self.occurrences = occurrences
    }
}

extension RuntimeDiagnostic: CustomStringConvertible {
    /// `warning: <message> [<code>]`, with a count from the second occurrence on; one line without its end.
    public var description: String {
        let count = occurrences > 1 ? " (\(occurrences) times so far)" : ""
        return "\(severity): \(message)\(count) [\(code)]"
    }
}

extension RuntimeDiagnostic {
    /// How bad a diagnostic is.
    public struct Severity: Sendable, Hashable, Comparable, CustomStringConvertible {
        private enum Backing: UInt8 {
            case note, warning, error
        }
        private let backing: Backing

        /// Worth knowing; nothing is lost.
        public static let note = Severity(backing: .note)
        /// Something was done otherwise than asked, such as a default used.
        public static let warning = Severity(backing: .warning)
        /// Events are lost or will be.
        public static let error = Severity(backing: .error)

        /// `note`, `warning` or `error`.
        public var description: String { "\(backing)" }

        /// Whether `left` is less bad than `right`.
        public static func < (left: Severity, right: Severity) -> Bool {
            left.backing.rawValue < right.backing.rawValue
        }
    }

    /// What kind of thing a diagnostic is about. Open: an exporter of one's own may bring codes of its own.
    public struct Code: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
        /// The stable name, in kebab-case.
        public let rawValue: String

        /// A code with the given stable name, in kebab-case.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The stable name.
        public var description: String { rawValue }

        /// A variable, a line of `.env` or a value set in code cannot be used; the default is.
        public static let invalidConfiguration = Code(rawValue: "invalid-configuration")
        /// A variable is not one of ours, though its name looks like it.
        public static let unknownVariable = Code(rawValue: "unknown-variable")
        /// No hash key is configured; hashed values can be compared within this process only.
        public static let missingHashKey = Code(rawValue: "missing-hash-key")
        /// A setting asks for an exporter that this version does not have.
        public static let missingExporter = Code(rawValue: "missing-exporter")
        /// An exporter could not deliver a batch; it will be tried again.
        public static let exportFailed = Code(rawValue: "export-failed")
        /// An exporter delivered a batch but for some records, which will not be tried again.
        public static let recordsRejected = Code(rawValue: "records-rejected")
    }
}
