import SignalVocabulary

// Tokens and keys that their own form tells.
extension TextScan {
    /// What a dash may belong to: a private key, a UUID, or the prefix of a service's tokens, as of `sk-…`, `xoxb-…`, `glpat-…`.
    mutating func findAroundDash(at index: Int) {
        if byte(index &+ 1) == UInt8(ascii: "-") {
            if stands("-----BEGIN ", at: index) { findPrivateKey(at: index) }
            return
        }
        if findUUID(at: index) { return }
        switch byte(index &- 1) {
        case UInt8(ascii: "k"):
            // Keys of language model services: `sk-…`, `sk-proj-…`, `sk-ant-…`.
            if byte(index &- 2) == UInt8(ascii: "s"), beginsWord(at: index &- 2),
                looksRandom(from: index &+ 1, atLeast: 16)
            {
                replaceToken(index &- 2, body: index &+ 1, atLeast: 16)
            }
        case UInt8(ascii: "t"), UInt8(ascii: "s"):
            if stands("xox", at: index &- 4) {
                replaceToken(index &- 4, body: index &+ 1, atLeast: 8)
            } else {
                findGitLabToken(at: index)
            }
        case UInt8(ascii: "p") where stands("xapp", at: index &- 4):
            replaceToken(index &- 4, body: index &+ 1, atLeast: 8)
        case UInt8(ascii: "i"): if stands("pypi", at: index &- 4) { replaceRow(index &- 4, after: index) }
        case UInt8(ascii: "x"):
            if stands("pplx", at: index &- 4) { replaceRow(index &- 4, after: index, letters: 48) }
        case UInt8(ascii: "l"): if stands("pul", at: index &- 3) { replaceRow(index &- 3, after: index) }
        case UInt8(ascii: "K"):
            if stands("PMAK", at: index &- 4) {
                replaceRow(index &- 4, after: index)
            } else if stands("FLWSECK", at: index &- 7) {
                replaceRow(index &- 7, after: index)
            }
        case UInt8(ascii: "T"):
            if stands("FLWSECK_TEST", at: index &- 12) { replaceRow(index &- 12, after: index) }
        case UInt8(ascii: "I"):
            if stands("API", at: index &- 3) { replaceRow(index &- 3, after: index, of: 26) }
        case UInt8(ascii: "X"):
            if stands("GOCSPX", at: index &- 6) { replaceToken(index &- 6, body: index &+ 1, atLeast: 24) }
        case UInt8(ascii: "Y"):
            if stands("AGE-SECRET-KEY", at: index &- 14) { replaceRow(index &- 14, after: index) }
        case UInt8(ascii: "U"):
            if stands("HRKU", at: index &- 4) { replaceToken(index &- 4, body: index &+ 1, atLeast: 32) }
        case UInt8(ascii: "b") where stands("xkeysib", at: index &- 7): replaceRow(index &- 7, after: index)
        case let letter where ASCII.isLower(letter):
            if stands("xox", at: index &- 4) { replaceToken(index &- 4, body: index &+ 1, atLeast: 8) }
        default: break
        }
    }

    /// GitLab's tokens: `glpat-…` and its kin.
    private mutating func findGitLabToken(at index: Int) {
        let first = beginning(before: index, limit: 8, while: ASCII.isLower)
        guard index &- first >= 4, stands("gl", at: first) else { return }
        let isKnown =
            switch index &- first {
            case 4: stands("glrt", at: first) || stands("gldt", at: first) || stands("glft", at: first)
            case 5:
                stands("glpat", at: first) || stands("glptt", at: first) || stands("glcbt", at: first)
                    || stands("glimt", at: first) || stands("gloas", at: first)
            case 6: stands("glsoat", at: first) || stands("glffct", at: first)
            case 7: stands("glagent", at: first)
            default: false
            }
        if isKnown { replaceToken(first, body: index &+ 1, atLeast: 16) }
    }

    /// What an underscore may belong to: the prefix of a service's tokens, as of `ghp_…`, `sk_live_…`, `npm_…`.
    mutating func findAroundUnderscore(at index: Int) {
        switch byte(index &- 1) {
        case UInt8(ascii: "p"):
            if stands("ghp", at: index &- 3) {
                replaceWord(index &- 3, body: index &+ 1, atLeast: 16)
            } else if stands("sgp", at: index &- 3) {
                replaceRow(index &- 3, after: index)
            }
        case UInt8(ascii: "o"), UInt8(ascii: "r"):
            if stands("gh", at: index &- 3) { replaceWord(index &- 3, body: index &+ 1, atLeast: 16) }
        case UInt8(ascii: "u"):
            if stands("ghu", at: index &- 3) {
                replaceWord(index &- 3, body: index &+ 1, atLeast: 16)
            } else if stands("sntryu", at: index &- 6) {
                replaceRow(index &- 6, after: index)
            } else if stands("pnu", at: index &- 3) {
                replaceRow(index &- 3, after: index)
            }
        case UInt8(ascii: "s"):
            if stands("ghs", at: index &- 3) {
                replaceWord(index &- 3, body: index &+ 1, atLeast: 16)
            } else if stands("rubygems", at: index &- 8) {
                replaceRow(index &- 8, after: index)
            } else if stands("shpss", at: index &- 5) {
                replaceRow(index &- 5, after: index)
            } else if stands("sntrys", at: index &- 6) {
                replaceRow(index &- 6, after: index)
            }
        case UInt8(ascii: "t"):
            if stands("github_pat", at: index &- 10) {
                replaceToken(index &- 10, body: index &+ 1, atLeast: 16)
            } else if stands("sk_test", at: index &- 7) || stands("rk_test", at: index &- 7) {
                replaceWord(index &- 7, body: index &+ 1, atLeast: 8)
            } else if stands("shpat", at: index &- 5) {
                replaceRow(index &- 5, after: index)
            } else if stands("dckr_pat", at: index &- 8) {
                replaceToken(index &- 8, body: index &+ 1, atLeast: 20)
            } else if stands("shippo_test", at: index &- 11) || stands("duffel_test", at: index &- 11) {
                replaceToken(index &- 11, body: index &+ 1, atLeast: 40)
            } else if stands("secret", at: index &- 6) {
                replaceRow(index &- 6, after: index, of: 32, letters: 43)
            }
        case UInt8(ascii: "e"):
            if stands("sk_live", at: index &- 7) || stands("rk_live", at: index &- 7) {
                replaceWord(index &- 7, body: index &+ 1, atLeast: 8)
            } else if stands("shippo_live", at: index &- 11) || stands("duffel_live", at: index &- 11) {
                replaceToken(index &- 11, body: index &+ 1, atLeast: 40)
            } else if stands("rdme", at: index &- 4) {
                replaceRow(index &- 4, after: index)
            }
        case UInt8(ascii: "d"):
            if stands("sk_prod", at: index &- 7) || stands("rk_prod", at: index &- 7) {
                replaceWord(index &- 7, body: index &+ 1, atLeast: 8)
            }
        case UInt8(ascii: "m"): if stands("npm", at: index &- 3) { replaceRow(index &- 3, after: index) }
        case UInt8(ascii: "f"):
            if stands("hf", at: index &- 2) { replaceRow(index &- 2, after: index, letters: 34) }
        case UInt8(ascii: "g"):
            if stands("api_org", at: index &- 7) { replaceRow(index &- 7, after: index, letters: 34) }
        case UInt8(ascii: "a"):
            if stands("glsa", at: index &- 4) {
                replaceRow(index &- 4, after: index, letters: 32)
            } else if stands("shpca", at: index &- 5) || stands("shppa", at: index &- 5) {
                replaceRow(index &- 5, after: index)
            }
        case UInt8(ascii: "c"):
            if stands("whsec", at: index &- 5) { replaceRow(index &- 5, after: index, letters: 32) }
        case UInt8(ascii: "i"):
            if stands("lin_api", at: index &- 7) { replaceRow(index &- 7, after: index, letters: 40) }
        case UInt8(ascii: "n"):
            if stands("ntn", at: index &- 3) {
                replaceRow(index &- 3, after: index)
            } else if stands("pscale_tkn", at: index &- 10) {
                replaceToken(index &- 10, body: index &+ 1, atLeast: 16, withStops: true)
            }
        case UInt8(ascii: "w") where stands("pscale_pw", at: index &- 9):
            replaceToken(index &- 9, body: index &+ 1, atLeast: 16, withStops: true)
        case UInt8(ascii: "h") where stands("pscale_oauth", at: index &- 12):
            replaceToken(index &- 12, body: index &+ 1, atLeast: 16, withStops: true)
        case UInt8(ascii: "1"):
            // DigitalOcean's: `dop_v1_…`, `doo_v1_…`, `dor_v1_…`.
            if stands("_v1", at: index &- 3), stands("do", at: index &- 6) {
                replaceRow(index &- 6, after: index)
            }
        default: break
        }
    }

    /// What a number before a full stop may end: `ya29.…`, `dt0c01.…`, `….atlasv1.…`.
    ///
    /// - Parameter index: the full stop.
    mutating func findNumberedToken(at index: Int) {
        if stands("ya29", at: index &- 4) {
            replaceToken(index &- 4, body: index &+ 1, atLeast: 20)
        } else if stands("dt0c01", at: index &- 6) {
            replaceToken(index &- 6, body: index &+ 1, atLeast: 40, withStops: true)
        } else if stands(".atlasv1", at: index &- 8) {
            let first = beginning(before: index &- 8, limit: 20, while: ASCII.isAlphanumeric)
            replaceToken(first, body: index &+ 1, atLeast: 40, withStops: true)
        }
    }

    /// What a tilde may belong to: secrets of Azure's (`…8Q~…`), tokens of OpenShift's (`sha256~…`).
    mutating func findAroundTilde(at index: Int) {
        if byte(index &- 1) == UInt8(ascii: "Q"), ASCII.isDigit(byte(index &- 2)) {
            let first = beginning(before: index &- 2, limit: 3, while: ASCII.isToken)
            replaceToken(first, body: index &+ 1, atLeast: 30, withStops: true)
        } else if stands("sha256", at: index &- 6) {
            replaceToken(index &- 6, body: index &+ 1, atLeast: 40)
        }
    }

    /// A JSON web token in compact form (RFC 7519, section 3): `eyJ…` and one to four parts more.
    mutating func findWebToken(at index: Int) {
        let first = index &- 2
        guard first >= max(copied, triedTokens), byte(first) == UInt8(ascii: "e"),
            byte(index &- 1) == UInt8(ascii: "y")
        else { return }
        var end = end(from: index, while: ASCII.isToken)
        // The header does not end before `end`, whichever `eyJ` of it one begins with.
        triedTokens = end
        guard end &- first >= 10, byte(end) == UInt8(ascii: ".") else { return }
        let claims = self.end(from: end &+ 1, while: ASCII.isToken)
        guard claims &- end >= 8 else { return }
        end = claims
        for _ in 0..<3 where byte(end) == UInt8(ascii: ".") {
            let part = self.end(from: end &+ 1, while: ASCII.isToken)
            // A full stop after the token is the sentence's.
            guard part > end &+ 1 || byte(part) == UInt8(ascii: ".") else { break }
            end = part
        }
        replace(first, end, with: "[token]")
    }

    /// What a capital K may be the second letter or the fourth of: `AKIA…`, `AKCp…`, `EZAK…`, `EZTK…`.
    mutating func findKeyWithK(at index: Int) {
        if byte(index &+ 1) == UInt8(ascii: "I") {
            findAWSKey(at: index)
        } else if byte(index &+ 1) == UInt8(ascii: "C") {
            if stands("AKCp", at: index &- 1) { replaceRow(index &- 1, after: index &+ 2, of: 60) }
        } else if stands("EZA", at: index &- 3) || stands("EZT", at: index &- 3) {
            replaceRow(index &- 3, after: index, of: 50)
        }
    }

    /// What a capital S may belong to: `ASIA…`, `SG.….…`, `SK` and 32 hexadecimal digits, `hvs.CAES…`.
    mutating func findKeyWithS(at index: Int) {
        switch byte(index &+ 1) {
        case UInt8(ascii: "I"): findAWSKey(at: index)
        case UInt8(ascii: "G"):
            if byte(index &+ 2) == UInt8(ascii: "."), !ASCII.isAlphanumeric(byte(index &- 1)) {
                replaceToken(index, body: index &+ 3, atLeast: 32, withStops: true)
            }
        case UInt8(ascii: "K") where !ASCII.isAlphanumeric(byte(index &- 1)):
            let end = end(from: index &+ 2, limit: 33, while: ASCII.isHex)
            if end &- index == 34, !ASCII.isAlphanumeric(byte(end)) {
                replace(index, end, with: "[token]")
            }
        default:
            if byte(index &- 1) == UInt8(ascii: "E"), stands("hvs.CAE", at: index &- 7) {
                replaceToken(index &- 7, body: index &+ 1, atLeast: 20)
            }
        }
    }

    /// An AWS access key identifier, told by its second letter: `AKIA`, `ASIA` or `ABIA` and sixteen capitals and digits.
    private mutating func findAWSKey(at index: Int) {
        let first = index &- 1
        guard first >= copied, byte(first) == UInt8(ascii: "A"), byte(index &+ 2) == UInt8(ascii: "A") else {
            return
        }
        let end = end(from: index &+ 3) { ASCII.isUpper($0) || ASCII.isDigit($0) }
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

    /// What a B may belong to: `Bearer` and `Basic`, the address of a webhook, `ABIA…`.
    mutating func findAroundB(at index: Int) {
        let before = byte(index &- 1)
        if before == UInt8(ascii: "/"), findSlackWebhook(at: index) { return }
        switch byte(index &+ 1) {
        case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "a"), UInt8(ascii: "A"):
            if !ASCII.isAlphanumeric(before) { findScheme(at: index) }
        case UInt8(ascii: "h"), UInt8(ascii: "H"): findDiscordWebhook(at: index)
        case UInt8(ascii: "I"): findAWSKey(at: index)
        default: break
        }
    }

    /// `Bearer` or `Basic` and a credential (RFC 9110, section 11.4); the scheme's name stays.
    ///
    /// Not inlined, so that the many bytes that tell nothing cost no prologue; likewise the finders of webhooks.
    @inline(never)
    private mutating func findScheme(at index: Int) {
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
            ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: " ")
        }
        guard stands("-----", at: label),
            stands("PRIVATE KEY", at: label &- 11) || stands("PRIVATE KEY BLOCK", at: label &- 17)
        else { return }
        var next = label &+ 5
        while next < count {
            next = end(from: next) { $0 != UInt8(ascii: "-") }
            if stands("-----END ", at: next) {
                let closing = end(from: next &+ 9, limit: 48) {
                    ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: " ")
                }
                return replace(
                    index, end(from: closing, limit: 5) { $0 == UInt8(ascii: "-") }, with: "[token]")
            }
            next &+= 1
        }
        replace(index, count, with: "[token]")
    }

    /// Replaces from `first`, where a word must begin, to the end of the token that goes on behind the separator at `index`, if its first
    /// row of letters and digits has some of each, as names of things seldom have, and is of that length at least.
    ///
    /// - Parameter letters: how long a row of letters only, in both cases, is taken for a token likewise; none where tokens as good as
    ///   always have a digit.
    private mutating func replaceRow(
        _ first: Int, after index: Int, of length: Int = 16, letters: Int? = nil
    ) {
        guard beginsWord(at: first) else { return }
        let end = end(from: index &+ 1, limit: 96, while: ASCII.isAlphanumeric)
        guard end &- index > length else { return }
        var hasDigit = false
        var hasUpper = false
        var hasLower = false
        for place in (index &+ 1)..<end {
            let byte = self.byte(place)
            if ASCII.isDigit(byte) {
                hasDigit = true
            } else if ASCII.isUpper(byte) {
                hasUpper = true
            } else {
                hasLower = true
            }
        }
        count(steps: end &- index)
        guard
            hasDigit
                ? hasUpper || hasLower : hasUpper && hasLower && end &- index &- 1 == letters
        else { return }
        replaceToken(first, body: index &+ 1, atLeast: length)
    }

    /// As ``replaceToken(_:body:atLeast:withStops:)``, where a word begins at `first`: for prefixes that words end with, as `task_test_…`
    /// with `sk_test_`.
    private mutating func replaceWord(_ first: Int, body: Int, atLeast length: Int) {
        if beginsWord(at: first) { replaceToken(first, body: body, atLeast: length) }
    }

    /// Whether no letter or digit stands directly before, but for what quoting made of another sign (`\n`, `\u003d`, `%3D`) and the end
    /// of a terminal's colour (`[31m`).
    mutating func beginsWord(at first: Int) -> Bool {
        let last = byte(first &- 1)
        if !ASCII.isAlphanumeric(last) || isEscape(before: first) { return true }
        if byte(first &- 3) == UInt8(ascii: "%") || stands("\\u", at: first &- 6) {
            return ASCII.isHex(last) && ASCII.isHex(byte(first &- 2))
        }
        guard last == UInt8(ascii: "m") else { return false }
        let colour = beginning(before: first &- 1, limit: 12) {
            ASCII.isDigit($0) || $0 == UInt8(ascii: ";")
        }
        return byte(colour &- 1) == UInt8(ascii: "[")
    }

    /// Replaces from `first` to the end of the token that goes on at `body`, if that has the given length.
    ///
    /// - Parameter withStops: whether full stops, tildes and equals signs are part of it, but for a stop at its end.
    private mutating func replaceToken(_ first: Int, body: Int, atLeast length: Int, withStops: Bool = false)
    {
        guard first >= copied else { return }
        var end = end(from: body) {
            ASCII.isToken($0)
                || withStops
                    && ($0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "="))
        }
        while end > body, withStops, byte(end &- 1) == UInt8(ascii: ".") { end &-= 1 }
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
            if ASCII.isDigit(byte) { return true }
            if ASCII.isUpper(byte), place > index, ASCII.isLower(self.byte(place &- 1)) {
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
        default: ASCII.isToken(byte)
        }
    }
}
