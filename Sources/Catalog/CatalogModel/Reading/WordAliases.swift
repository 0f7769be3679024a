import SignalVocabulary

/// Words that people write who know the idea but not our word for a value: the hint then names ours. Those for keys and
/// types are in their tables.
enum WordAliases {
    /// The severity meant by a word.
    static func severity(_ word: String) -> String? {
        switch word.lowercased() {
        case "err": Severity.error.name
        case "critical", "panic", "emergency", "alert": Severity.fatal.name
        case "information", "notice": Severity.info.name
        case "verbose": Severity.trace.name
        case let word: Severity(name: word)?.name
        }
    }

    /// The level of a rule meant by a word.
    static func ruleLevel(_ word: String) -> String? {
        switch word.lowercased() {
        case "warn": "warning"
        case "err", "fail": "error"
        case "none", "never", "disabled", "ignore", "no": "off"
        default: nil
        }
    }

    /// The handling meant by a word.
    static func handling(_ word: String) -> String? {
        switch word.lowercased() {
        case "remove", "omit", "discard": Handling.drop.rawValue
        case "hashed", "pseudonymize", "anonymize": Handling.hash.rawValue
        case "scrub", "redacted": Handling.redact.rawValue
        case "cut": Handling.truncate.rawValue
        default: nil
        }
    }

    /// The sensitivity meant by a word.
    static func sensitivity(_ word: String) -> String? {
        switch word.lowercased() {
        case "pii", "private", "sensitive": Sensitivity.personal.rawValue
        case "confidential", "credential": Sensitivity.secret.rawValue
        default: nil
        }
    }
}
