/// What people write who know the idea but not our word for it: the hint then says ours.
enum Aliases {
    /// The severity meant by a word.
    static func severity(_ word: String) -> String? {
        switch word.lowercased() {
        case "warning": "warn"
        case "err": "error"
        case "critical", "panic", "emergency", "alert": "fatal"
        case "information", "notice": "info"
        case "verbose": "trace"
        default: nil
        }
    }

    /// The property type meant by a word.
    static func type(_ word: String) -> String? {
        switch word.lowercased() {
        case "integer", "int64", "long", "number": "int"
        case "float", "decimal", "real": "double"
        case "boolean": "bool"
        case "str": "string"
        case "date", "datetime", "time": "timestamp"
        case "array", "set": "list"
        case "enumeration": "enum"
        case "byte", "size": "bytes"
        case "uri": "url"
        case "guid": "uuid"
        case "interval", "timedelta": "duration"
        default: nil
        }
    }

    /// The handling meant by a word.
    static func handling(_ word: String) -> String? {
        switch word.lowercased() {
        case "remove", "omit", "discard": "drop"
        case "hashed", "pseudonymize", "anonymize": "hash"
        case "scrub", "redacted": "redact"
        case "cut": "truncate"
        default: nil
        }
    }

    /// The sensitivity meant by a word.
    static func sensitivity(_ word: String) -> String? {
        switch word.lowercased() {
        case "pii", "private", "sensitive": "personal"
        case "confidential", "credential": "secret"
        default: nil
        }
    }
}
