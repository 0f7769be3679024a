import SignalVocabulary

/// The names of events, groups, properties and context properties as they are written and sent:
/// `[A-Za-z][A-Za-z0-9]*([_.-][A-Za-z0-9]+)*`, at most ``DeclarationLimits/nameLength`` bytes.
package enum WireName {
    /// Why the name is not legal, to be put behind it; nil when it is.
    package static func problem(in name: String) -> String? {
        var name = name
        let verdict: Verdict = name.withUTF8 { bytes in
            guard let base = bytes.baseAddress, bytes.count > 0 else { return .empty }
            let count = bytes.count
            if count > DeclarationLimits.nameLength { return .tooLong(count) }
            if !ASCII.isLetter(base[0]) { return .start }
            var index = 1
            var afterSeparator = false
            while index < count {
                let byte = base[index]
                if ASCII.isAlphanumeric(byte) {
                    afterSeparator = false
                } else if byte == 0x5F || byte == 0x2E || byte == 0x2D {
                    if afterSeparator { return .doubleSeparator(index) }
                    afterSeparator = true
                } else {
                    return .character(index)
                }
                index += 1
            }
            return afterSeparator ? .end : .legal
        }
        return verdict.explanation(of: name)
    }

    private enum Verdict {
        case legal, empty, start, end
        case tooLong(Int)
        case doubleSeparator(Int)
        case character(Int)

        func explanation(of name: String) -> String? {
            switch self {
            case .legal: return nil
            case .empty: return "is empty"
            case .tooLong(let count): return "has \(count) bytes, more than \(DeclarationLimits.nameLength)"
            case .start: return "does not begin with a letter of ASCII"
            case .end: return "ends with a separator"
            case .doubleSeparator(let offset): return "has two separators in a row at byte \(offset + 1)"
            case .character(let offset):
                let scalars = name.unicodeScalars
                let scalar = scalars[name.utf8.index(name.startIndex, offsetBy: offset)]
                return "has \(Quoted.text(String(scalar))) at byte \(offset + 1)"
            }
        }
    }

    /// What a legal name looks like, for hints.
    static let expectation = "use letters and digits of ASCII with single \"_\", \".\" or \"-\" between them"
}
