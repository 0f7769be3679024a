package import SignalVocabulary

extension Handling {
    /// Whether the handling can be applied to values of the type.
    ///
    /// | handling | types |
    /// |---|---|
    /// | `drop` | all |
    /// | `redact` | all but `double`, `bool`, `timestamp`, `duration`, `bytes` and lists of numbers: receivers expect a number there |
    /// | `hash` | the same |
    /// | `mask` | `string`, `text`, `url`, `uuid`, `ip` and lists of `string` or `text` |
    /// | `truncate` | `string`, `text`, `url`, `ip` and lists of `string` or `text` |
    ///
    /// An `int` may be hashed or redacted, because it is often an identifier. It is a string on the wire then.
    package func fits(_ type: PropertyType) -> Bool {
        switch self {
        case .drop: return true
        case .hash, .redact:
            switch type {
            case .string, .text, .int, .enumeration, .uuid, .url, .ip: return true
            case .list(let element): return element == .string || element == .text
            default: return false
            }
        case .mask:
            switch type {
            case .string, .text, .uuid, .url, .ip: return true
            case .list(let element): return element == .string || element == .text
            default: return false
            }
        case .truncate:
            switch type {
            case .string, .text, .url, .ip: return true
            case .list(let element): return element == .string || element == .text
            default: return false
            }
        }
    }
}
