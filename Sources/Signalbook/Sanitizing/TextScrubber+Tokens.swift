// Tokens and keys that their own form tells.
extension TextScan {
    /// What a dash may belong to: a private key, a UUID, `xoxb-…`, `sk-…`, `glpat-…`.
    mutating func findAroundDash(at index: Int) {
        if byte(index &+ 1) == UInt8(ascii: "-") {
            if stands("-----BEGIN ", at: index) { findPrivateKey(at: index) }
            return
        }
        if findUUID(at: index) { return }
        switch byte(index &- 1) {
        case UInt8(ascii: "k"):
            // Keys of language model services: `sk-…`, `sk-proj-…`, `sk-ant-…`.
            if byte(index &- 2) == UInt8(ascii: "s"), !ByteClass.isAlphanumeric(byte(index &- 3)),
                looksRandom(from: index &+ 1, atLeast: 16)
            {
                replaceToken(index &- 2, body: index &+ 1, atLeast: 16)
            }
        case UInt8(ascii: "t"):
            if stands("glpat", at: index &- 5) { replaceToken(index &- 5, body: index &+ 1, atLeast: 16) }
        case UInt8(ascii: "p") where stands("xapp", at: index &- 4):
            replaceToken(index &- 4, body: index &+ 1, atLeast: 8)
        case let letter where ByteClass.isLower(letter):
            if stands("xox", at: index &- 4) { replaceToken(index &- 4, body: index &+ 1, atLeast: 8) }
        default: break
        }
    }

    /// What an underscore may belong to: `ghp_…`, `github_pat_…`, `sk_live_…`.
    mutating func findAroundUnderscore(at index: Int) {
        switch byte(index &- 1) {
        case UInt8(ascii: "p"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "s"), UInt8(ascii: "r"):
            if stands("gh", at: index &- 3) { replaceToken(index &- 3, body: index &+ 1, atLeast: 16) }
        case UInt8(ascii: "t"):
            if stands("github_pat", at: index &- 10) {
                replaceToken(index &- 10, body: index &+ 1, atLeast: 16)
            } else if stands("sk_test", at: index &- 7) || stands("rk_test", at: index &- 7) {
                replaceToken(index &- 7, body: index &+ 1, atLeast: 8)
            }
        case UInt8(ascii: "e"):
            if stands("sk_live", at: index &- 7) || stands("rk_live", at: index &- 7) {
                replaceToken(index &- 7, body: index &+ 1, atLeast: 8)
            }
        default: break
        }
    }

    /// A JSON web token in compact form (RFC 7519, section 3): `eyJ…` and one to four parts more.
    mutating func findWebToken(at index: Int) {
        let first = index &- 2
        guard first >= max(copied, triedTokens), byte(first) == UInt8(ascii: "e"),
            byte(index &- 1) == UInt8(ascii: "y")
        else { return }
        var end = end(from: index, while: ByteClass.isToken)
        // The header does not end before `end`, whichever `eyJ` of it one begins with.
        triedTokens = end
        guard end &- first >= 10, byte(end) == UInt8(ascii: ".") else { return }
        let claims = self.end(from: end &+ 1, while: ByteClass.isToken)
        guard claims &- end >= 8 else { return }
        end = claims
        for _ in 0..<3 where byte(end) == UInt8(ascii: ".") {
            let part = self.end(from: end &+ 1, while: ByteClass.isToken)
            // A full stop after the token is the sentence's.
            guard part > end &+ 1 || byte(part) == UInt8(ascii: ".") else { break }
            end = part
        }
        replace(first, end, with: "[token]")
    }

    /// An AWS access key identifier, told by its second letter: `AKIA` or `ASIA` and sixteen capitals and digits.
    mutating func findAWSKey(at index: Int) {
        let first = index &- 1
        guard first >= copied, byte(first) == UInt8(ascii: "A"), byte(index &+ 1) == UInt8(ascii: "I"),
            byte(index &+ 2) == UInt8(ascii: "A")
        else { return }
        let end = end(from: index &+ 3) { ByteClass.isUpper($0) || ByteClass.isDigit($0) }
        if end &- index >= 19 {
            replace(first, end, with: "[token]")
        } else {
            position = max(position, end &- 3)
        }
    }

    /// A Google API key, told by its third letter: `AIza` and 35 more.
    mutating func findGoogleKey(at index: Int) {
        guard byte(index &+ 1) == UInt8(ascii: "a"), index &- 2 >= copied, stands("AI", at: index &- 2) else {
            return
        }
        replaceToken(index &- 2, body: index &+ 2, atLeast: 30)
    }

    /// `Bearer` or `Basic` and a credential (RFC 9110, section 11.4); the scheme's name stays.
    mutating func findScheme(at index: Int) {
        let second = byte(index &+ 1) | 0x20
        guard second == UInt8(ascii: "e") || second == UInt8(ascii: "a"),
            !ByteClass.isAlphanumeric(byte(index &- 1))
        else { return }
        let after =
            standsInAnyCase("bearer", at: index)
            ? index &+ 6 : standsInAnyCase("basic", at: index) ? index &+ 5 : 0
        guard after > 0 else { return }
        let body = end(from: after, limit: 4) {
            $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=")
        }
        guard body > after, body >= copied, looksRandom(from: body, atLeast: 6) else { return }
        let end = end(from: body, while: isCredential)
        replace(body, end, with: "[token]")
    }

    /// A private key in PEM (RFC 7468, section 10), up to its end line or else the end of the text.
    private mutating func findPrivateKey(at index: Int) {
        let label = end(from: index &+ 11, limit: 48) {
            ByteClass.isAlphanumeric($0) || $0 == UInt8(ascii: " ")
        }
        guard stands("-----", at: label),
            stands("PRIVATE KEY", at: label &- 11) || stands("PRIVATE KEY BLOCK", at: label &- 17)
        else { return }
        var next = label &+ 5
        while next < count {
            next = end(from: next) { $0 != UInt8(ascii: "-") }
            if stands("-----END ", at: next) {
                let closing = end(from: next &+ 9, limit: 48) {
                    ByteClass.isAlphanumeric($0) || $0 == UInt8(ascii: " ")
                }
                return replace(
                    index, end(from: closing, limit: 5) { $0 == UInt8(ascii: "-") }, with: "[token]")
            }
            next &+= 1
        }
        replace(index, count, with: "[token]")
    }

    /// Replaces from `first` to the end of the token that goes on at `body`, if that has the given length.
    private mutating func replaceToken(_ first: Int, body: Int, atLeast length: Int) {
        guard first >= copied else { return }
        let end = end(from: body, while: ByteClass.isToken)
        if end &- body >= length { replace(first, end, with: "[token]") }
    }

    /// Whether a credential of at least that length begins here that is no word: it has a digit, a sign, or a capital after a small
    /// letter, or is longer than words are.
    private mutating func looksRandom(from index: Int, atLeast length: Int) -> Bool {
        let end = end(from: index, limit: 24, while: isCredential)
        guard end &- index >= length else { return false }
        if end &- index >= 24 { return true }
        for place in index..<end {
            let byte = self.byte(place)
            if ByteClass.isDigit(byte) { return true }
            if ByteClass.isUpper(byte), place > index, ByteClass.isLower(self.byte(place &- 1)) {
                return true
            }
            if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "_") {
                return true
            }
        }
        return false
    }

    /// `token68` of RFC 9110, section 11.2.
    private func isCredential(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
            true
        default: ByteClass.isToken(byte)
        }
    }
}
