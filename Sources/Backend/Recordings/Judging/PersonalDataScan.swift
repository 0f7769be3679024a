import SignalVocabulary

/// Looks for personal data and secrets in strings where no property promises any.
///
/// It knows forms, not meanings: e-mail addresses, IPv4 addresses, payment card numbers with their check digit, and tokens of well-known
/// issuers. It finds no names and no telephone numbers, and takes a version of four numbers for an address. Linear in the text.
package enum PersonalDataScan {
    /// What a text seems to hold.
    package enum Kind: UInt8, Sendable, CaseIterable {
        case email, ipAddress, cardNumber, token

        /// What it is, with its article.
        package var name: String {
            switch self {
            case .email: "an e-mail address"
            case .ipAddress: "an IP address"
            case .cardNumber: "a card number"
            case .token: "a token or key"
            }
        }
    }

    // What a byte may be a part of; one look-up a byte tells texts that hold nothing apart.
    private static let isAt: UInt8 = 1
    private static let isDot: UInt8 = 2
    private static let isDigit: UInt8 = 4
    private static let isTokenMark: UInt8 = 8

    private static let classes: [UInt8] = (0...255).map { (byte: UInt8) -> UInt8 in
        switch byte {
        case UInt8(ascii: "@"): isAt
        case UInt8(ascii: "."): isDot
        case UInt8(ascii: "0")...UInt8(ascii: "9"): isDigit
        // One of these is in every prefix that is looked for, but for those of `AKIA…` and `AIza…`, which have digits.
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "): isTokenMark
        default: 0
        }
    }

    /// What the text seems to hold, if anything; of several kinds the first in the order of ``Kind``.
    package static func find(in text: ByteSpan) -> Kind? {
        // The shortest of them is an address such as `a@b.de`.
        guard text.count >= 6 else { return nil }
        var seen: UInt8 = 0
        classes.withUnsafeBufferPointer { classes in
            for byte in text { seen |= classes[Int(byte)] }
        }
        if seen & isAt != 0, hasEmail(text) { return .email }
        if seen & (isDot | isDigit) == isDot | isDigit, hasIPv4(text) { return .ipAddress }
        if seen & isDigit != 0, text.count >= 13, hasCard(text) { return .cardNumber }
        if text.count >= 16, seen & (isTokenMark | isDigit | isDot) != 0, hasToken(text) { return .token }
        return nil
    }

    // MARK: E-mail addresses

    /// Whether an `@` stands between a local part and a domain with a dot.
    private static func hasEmail(_ text: ByteSpan) -> Bool {
        for index in text.indices where text[index] == UInt8(ascii: "@") {
            guard index > 0, isLocal(text[index - 1]) else { continue }
            var end = index + 1
            var dot = -1
            while end < text.count, ASCII.isAlphanumeric(text[end]) || text[end] == 0x2D || text[end] == 0x2E
            {
                if text[end] == 0x2E, end > index + 1 { dot = end }
                end += 1
            }
            // At least two letters after the last dot.
            if dot > 0, end - dot > 2, isLetter(text[dot + 1]), isLetter(text[dot + 2]) { return true }
            if dot > 0, end == dot + 1, let last = text[index + 1..<dot].lastIndex(of: 0x2E), dot - last > 2,
                isLetter(text[last + 1])
            {
                return true
            }
        }
        return false
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte >= 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "%")
            || byte == UInt8(ascii: "\"")
    }

    // MARK: IPv4 addresses

    /// Whether there are four numbers to 255 with dots between them, and no other part next to them. Loopback and the unspecified address
    /// belong to no person.
    ///
    /// Inside of a text this is wider than ``IPAddressSyntax``, on purpose: `010.001.002.003` is not an address by its syntax, but names
    /// one to those who read it.
    private static func hasIPv4(_ text: ByteSpan) -> Bool {
        var index = 0
        while index < text.count {
            guard ASCII.isDigit(text[index]) else {
                index += 1
                continue
            }
            let isBegin = index == 0 || !ASCII.isAlphanumeric(text[index - 1]) && text[index - 1] != 0x2E
            var parts = 0
            var end = index
            var first = 0
            while parts < 4 {
                var value = 0
                var digits = 0
                while end < text.count, digits < 4, ASCII.isDigit(text[end]) {
                    value = value * 10 + Int(text[end] - 0x30)
                    digits += 1
                    end += 1
                }
                guard digits > 0, digits < 4, value <= 255 else { break }
                if parts == 0 { first = value }
                parts += 1
                guard parts < 4 else { break }
                guard end < text.count, text[end] == 0x2E else { break }
                end += 1
            }
            let isEnd =
                end >= text.count
                || !ASCII.isAlphanumeric(text[end])
                    && !(text[end] == 0x2E && end + 1 < text.count && ASCII.isDigit(text[end + 1]))
            if isBegin, parts == 4, isEnd, first != 127, first != 0 { return true }
            // Past this run of digits and dots, so that no byte is looked at twice.
            while index < text.count, ASCII.isDigit(text[index]) || text[index] == 0x2E { index += 1 }
        }
        return false
    }

    // MARK: Card numbers

    /// Whether 13 to 19 digits, perhaps in groups, stand alone, begin as cards do, and pass the check of ISO/IEC 7812-1 (Luhn).
    private static func hasCard(_ text: ByteSpan) -> Bool {
        var index = 0
        while index < text.count {
            guard ASCII.isDigit(text[index]), index == 0 || !isWord(text[index - 1]) else {
                index += 1
                continue
            }
            var end = index
            var count = 0
            var sum = 0
            var alternate = 0
            var first = 0
            while end < text.count {
                if ASCII.isDigit(text[end]) {
                    let digit = Int(text[end] - 0x30)
                    let doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2
                    // Which digits count twice depends on how many there are: both sums are kept.
                    (sum, alternate) = (alternate + digit, sum + doubled)
                    if count < 2 { first = first * 10 + digit }
                    count += 1
                } else if (text[end] == 0x20 || text[end] == 0x2D), end + 1 < text.count,
                    ASCII.isDigit(text[end + 1])
                {
                    // A separator within the number.
                } else {
                    break
                }
                end += 1
            }
            let isEnd = end >= text.count || !isWord(text[end]) && text[end] != 0x2E
            if isEnd, (13...19).contains(count), sum % 10 == 0, isIssuer(first) { return true }
            index = end
        }
        return false
    }

    /// Whether cards begin with these two digits: American Express, Diners, JCB, Visa, Mastercard, Maestro, Discover, UnionPay.
    private static func isIssuer(_ digits: Int) -> Bool {
        switch digits {
        case 22...27, 30, 34...38, 40...49, 50...58, 60, 62, 64, 65: true
        default: false
        }
    }

    // MARK: Tokens

    /// Whether a word begins as the tokens of well-known issuers do, and goes on for long enough.
    private static func hasToken(_ text: ByteSpan) -> Bool {
        // How far a run of letters was read that begins like a JSON web token and is none, so that it is read once only.
        var tried = 0
        for index in text.indices where index == 0 || !isWord(text[index - 1]) {
            switch text[index] {
            case UInt8(ascii: "e"):
                // The beginning of `{"` in Base64: a JSON web token has two such parts.
                guard index >= tried, stands("eyJ", at: index, in: text) else { continue }
                let head = wordEnd(from: index, in: text)
                tried = head
                if head - index >= 10, head < text.count, text[head] == 0x2E,
                    wordEnd(from: head + 1, in: text) - head >= 10
                {
                    return true
                }
            case UInt8(ascii: "g"):
                for prefix: StaticString in ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-"]
                where isToken(prefix, 16, at: index, in: text) { return true }
            case UInt8(ascii: "s"), UInt8(ascii: "r"):
                for prefix: StaticString in ["sk-", "sk_live_", "sk_test_", "rk_live_", "rk_test_"]
                where isToken(prefix, 16, at: index, in: text) { return true }
            case UInt8(ascii: "x"):
                for prefix: StaticString in ["xoxb-", "xoxp-", "xoxa-", "xoxs-", "xapp-"]
                where isToken(prefix, 10, at: index, in: text) { return true }
            case UInt8(ascii: "A"):
                for prefix: StaticString in ["AKIA", "ASIA", "AIza"]
                where isToken(prefix, 16, at: index, in: text) { return true }
            case UInt8(ascii: "B"), UInt8(ascii: "b"):
                if stands("earer ", at: index + 1, in: text),
                    wordEnd(from: index + 7, in: text) - index - 7 >= 8
                {
                    return true
                }
            case UInt8(ascii: "-"):
                if stands("-----BEGIN ", at: index, in: text) { return true }
            default: continue
            }
        }
        return false
    }

    private static func isToken(_ prefix: StaticString, _ least: Int, at index: Int, in text: ByteSpan)
        -> Bool
    {
        guard stands(prefix, at: index, in: text) else { return false }
        let start = index + prefix.utf8CodeUnitCount
        return wordEnd(from: start, in: text) - start >= least
    }

    private static func stands(_ word: StaticString, at index: Int, in text: ByteSpan) -> Bool {
        guard text.count - index >= word.utf8CodeUnitCount, let base = text.baseAddress else { return false }
        return Bytes.equal(base + index, word.utf8Start, count: word.utf8CodeUnitCount)
    }

    /// The end of the letters, digits, `_` and `-` that begin here.
    private static func wordEnd(from start: Int, in text: ByteSpan) -> Int {
        var end = start
        while end < text.count, ASCII.isAlphanumeric(text[end]) || text[end] == 0x5F || text[end] == 0x2D {
            end += 1
        }
        return end
    }

    // MARK: Bytes

    /// Whether it is a letter of any script: bytes of a scalar outside of ASCII are taken for one.
    private static func isLetter(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || byte >= 0x80 }

    private static func isWord(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte == 0x5F || byte >= 0x80
    }
}
