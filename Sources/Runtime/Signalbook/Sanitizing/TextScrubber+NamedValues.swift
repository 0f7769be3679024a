import SignalVocabulary

// Secrets that their name tells: `password=…`, `"token": "…"`, `Authorization: …`, `https://user:password@…`.
extension TextScan {
    /// The user information of a URL (RFC 3986, section 3.2.1) whose scheme's colon stands at `index`.
    ///
    /// - Returns: whether there was some.
    mutating func findURLUser(at index: Int) -> Bool {
        guard byte(index &+ 1) == UInt8(ascii: "/"), byte(index &+ 2) == UInt8(ascii: "/") else {
            return false
        }
        let first = index &+ 3
        if findSlackURL(at: first) { return true }
        var at = 0
        let end = end(from: first) { byte in
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""),
                UInt8(ascii: "<"), UInt8(ascii: ">"):
                false
            default: !ASCII.isSpace(byte)
            }
        }
        var place = end
        while place > first, at == 0 {
            place &-= 1
            if byte(place) == UInt8(ascii: "@") { at = place }
        }
        count(steps: end &- place)
        guard at > first else { return false }
        replace(first, at, with: "[token]")
        return true
    }

    /// A value whose name, before the separator at `index`, is that of a secret.
    ///
    /// - Returns: whether there was one.
    mutating func findNamedValue(at index: Int) -> Bool {
        guard let isAuthorization = secretName(before: index),
            let value = value(after: index, isAuthorization)
        else { return false }
        replace(value.first, value.end, with: "[token]")
        return true
    }

    /// Whether a secret's name ends before the separator: nil if not, else whether it is that of an HTTP header with a scheme.
    private mutating func secretName(before index: Int) -> Bool? {
        var end = beginning(before: index, limit: 2) { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        // A quote, maybe escaped, and a bracket (`form["token"] = …`).
        end = beginning(before: end, limit: 3) { byte in
            byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
                || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "]")
        }
        let first = beginning(before: end, limit: 64) {
            ASCII.isToken($0) || $0 == UInt8(ascii: ".")
        }
        guard end &- first >= 3 else { return nil }
        for place in first..<end {
            let beginsWord = place == first || !ASCII.isAlphanumeric(byte(place &- 1))
            switch byte(place) | 0x20 {
            case UInt8(ascii: "p"):
                if names("password", at: place, end, alsoInside: true)
                    || names("passwd", at: place, end, alsoInside: true)
                    || names("passphrase", at: place, end, alsoInside: true)
                    || names("pwd", at: place, end, alsoInside: false)
                    || names("privatekey", at: place, end, alsoInside: false)
                    || beginsWord && names("pass", at: place, end, alsoInside: false)
                {
                    return false
                }
            case UInt8(ascii: "s"):
                if names("secret", at: place, end, alsoInside: true)
                    || names("secretkey", at: place, end, alsoInside: true)
                    || beginsWord && names("sig", at: place, end, alsoInside: false)
                {
                    return false
                }
            case UInt8(ascii: "t"): if names("token", at: place, end, alsoInside: false) { return false }
            case UInt8(ascii: "c"):
                if names("credential", at: place, end, alsoInside: false)
                    || names("cookie", at: place, end, alsoInside: false)
                {
                    return false
                }
            case UInt8(ascii: "a"):
                if names("apikey", at: place, end, alsoInside: false)
                    || names("accesskey", at: place, end, alsoInside: false)
                    || names("accountkey", at: place, end, alsoInside: false)
                {
                    return false
                }
                if names("authorization", at: place, end, alsoInside: false) { return true }
            default: break
            }
        }
        return nil
    }

    /// Whether `word` stands at `index` of a name, with `_`, `-` and `.` ignored, and either ends the name (maybe as a plural), or
    /// `alsoInside` is true and another word follows it.
    private mutating func names(_ word: StaticString, at index: Int, _ end: Int, alsoInside: Bool) -> Bool {
        var next = index
        var same = 0
        let size = word.utf8CodeUnitCount
        while same < size, next < end {
            let byte = self.byte(next)
            if byte | 0x20 == word.utf8Start[same] {
                same &+= 1
            } else if same == 0 || ASCII.isAlphanumeric(byte) {
                break
            }
            next &+= 1
        }
        count(steps: next &- index &+ 1)
        guard same == size else { return false }
        if next == end { return true }
        // `tokens` are counted, `secrets` are kept.
        if byte(next) | 0x20 == UInt8(ascii: "s"), word.utf8Start[size &- 1] != UInt8(ascii: "n") {
            next &+= 1
        }
        if next == end { return true }
        guard alsoInside else { return false }
        return ASCII.isLower(byte(next &- 1))
            ? !ASCII.isLower(byte(next)) : !ASCII.isLetter(byte(next))
    }

    /// Where the value after the separator at `index` is; nil if there is none, or one that says so (`null`, `true`).
    private mutating func value(after index: Int, _ isAuthorization: Bool) -> (first: Int, end: Int)? {
        var first = index &+ 1
        // `:=`, `==`, `=>`
        if byte(first) == UInt8(ascii: "=") || byte(first) == UInt8(ascii: ">") { first &+= 1 }
        first = end(from: first, limit: 8) { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        if byte(first) == UInt8(ascii: "["), isQuote(byte(first &+ 1)) { first &+= 1 }
        let isEscaped = byte(first) == UInt8(ascii: "\\") && isQuote(byte(first &+ 1))
        if isEscaped { first &+= 1 }
        let quote = byte(first)
        guard isQuote(quote) else {
            first = skipScheme(at: first, isAuthorization)
            let end = endOfBareValue(from: first)
            return end > first && !isNothing(first, end) ? (first, end) : nil
        }
        first = skipScheme(at: first &+ 1, isAuthorization)
        let end = endOfQuotedValue(from: first, quote: quote, isEscaped: isEscaped)
        return end > first ? (first, end) : nil
    }

    private func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
    }

    /// Skips the name of an authentication scheme and the spaces after it.
    private mutating func skipScheme(at index: Int, _ isAuthorization: Bool) -> Int {
        var after = 0
        if standsInAnyCase("bearer", at: index) {
            after = index &+ 6
        } else if standsInAnyCase("basic", at: index) {
            after = index &+ 5
        } else if isAuthorization {
            // `Digest`, `Token`, `AWS4-HMAC-SHA256`: a word with something after it.
            after = end(from: index, limit: 24, while: ASCII.isToken)
        }
        let spaces = end(from: after, limit: 4) { $0 == UInt8(ascii: " ") }
        guard after > 0, spaces > after, !ASCII.isSpace(byte(spaces)), spaces < count else {
            return index
        }
        return spaces
    }

    /// The closing quote, or the end of the text.
    private mutating func endOfQuotedValue(from index: Int, quote: UInt8, isEscaped: Bool) -> Int {
        var end = index
        while end < count {
            if byte(end) == UInt8(ascii: "\\") {
                if isEscaped, byte(end &+ 1) == quote { break }
                end = min(count, end &+ 2)
            } else if byte(end) == quote, !isEscaped {
                break
            } else {
                end &+= 1
            }
        }
        count(steps: end &- index &+ 1)
        return end
    }

    /// The end of a value without quotes: a space, `&`, a quote or angle bracket; a comma or semicolon if another name follows, or
    /// nothing; a closing bracket if no value goes on after it.
    private mutating func endOfBareValue(from index: Int) -> Int {
        var end = index
        while end < count {
            let byte = self.byte(end)
            if ASCII.isSpace(byte) || isQuote(byte) { break }
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"):
                count(steps: end &- index &+ 1)
                return end
            case UInt8(ascii: ","), UInt8(ascii: ";"):
                if endsValue(at: end) {
                    count(steps: end &- index &+ 1)
                    return end
                }
            case UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "]"):
                let next = self.byte(end &+ 1)
                if !ASCII.isAlphanumeric(next), next < 0x80 {
                    // `[token]` of an earlier scrubbing keeps its bracket.
                    let isOwn = byte == UInt8(ascii: "]") && self.byte(index) == UInt8(ascii: "[")
                    count(steps: end &- index &+ 1)
                    return isOwn ? end &+ 1 : end
                }
            default: break
            }
            end &+= 1
        }
        count(steps: end &- index &+ 1)
        return end
    }

    /// Whether nothing or another name stands after the comma or semicolon.
    private mutating func endsValue(at index: Int) -> Bool {
        let next = byte(index &+ 1)
        if ASCII.isSpace(next) || isQuote(next) { return true }
        let end = end(from: index &+ 1, limit: 32) { ASCII.isToken($0) || $0 == UInt8(ascii: ".") }
        return end > index &+ 1 && (byte(end) == UInt8(ascii: "=") || byte(end) == UInt8(ascii: ":"))
    }

    /// Whether the value is a word for none, or a truth.
    private mutating func isNothing(_ first: Int, _ end: Int) -> Bool {
        switch end &- first {
        case 3: standsInAnyCase("nil", at: first)
        case 4:
            standsInAnyCase("null", at: first) || standsInAnyCase("none", at: first)
                || standsInAnyCase("true", at: first)
        case 5: standsInAnyCase("false", at: first)
        default: false
        }
    }
}
