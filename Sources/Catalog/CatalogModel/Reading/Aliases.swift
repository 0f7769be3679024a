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

    /// The level of a rule meant by a word.
    static func ruleLevel(_ word: String) -> String? {
        switch word.lowercased() {
        case "warn": "warning"
        case "err", "fail": "error"
        case "none", "never", "disabled", "ignore", "no": "off"
        default: nil
        }
    }

    /// The key of a property meant by a word.
    static func propertyKey(_ word: String) -> String? {
        switch word.lowercased() {
        case "severity", "privacy", "classification", "pii": "sensitivity"
        case "desc", "doc", "docs", "comment": "description"
        case "min": "minimum"
        case "max": "maximum"
        case "maxlength", "length", "size": "max_length"
        case "maxitems": "max_items"
        case "regex", "regexp", "format": "pattern"
        case "enum", "cases", "options": "values"
        case "mandatory": "required"
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
