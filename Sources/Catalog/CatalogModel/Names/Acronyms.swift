import SignalVocabulary

/// The acronyms that Swift names write in capitals.
enum Acronyms {
    /// Singulars, in lower case, at most eight letters. `ipv` stands for `ipv4` and `ipv6`.
    private static let packed: [UInt64] = [
        "id", "url", "http", "api", "uuid", "ip", "uri", "https", "json", "sql", "xml", "tls", "ssl", "html",
        "css",
        "dns", "tcp", "udp", "cpu", "gpu", "jwt", "os", "io",
    ].map(pack)

    /// How many letters at the beginning of the word are an acronym that makes up all of it, but for digits or a plural `s`
    /// at its end (`http2`, `ids`); 0 when it is none.
    static func prefixLength(_ word: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var letters = count
        while letters > 0, ASCII.isDigit(word[letters - 1]) { letters -= 1 }
        if letters < 2 || letters > 6 { return 0 }
        var value: UInt64 = 0
        var index = 0
        while index < letters - 1 {
            value = value << 8 | UInt64(ASCII.lowercased(word[index]))
            index += 1
        }
        let last = ASCII.lowercased(word[index])
        if contains(value << 8 | UInt64(last)) { return letters }
        if last == 0x73, contains(value) { return letters - 1 }
        // `ipv4` is written `IPv4`.
        return value == 0x6970 && last == 0x76 && letters < count ? 2 : 0
    }

    private static func contains(_ value: UInt64) -> Bool {
        packed.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return false }
            var index = 0
            while index < buffer.count {
                if base[index] == value { return true }
                index += 1
            }
            return false
        }
    }

    private static func pack(_ text: String) -> UInt64 {
        text.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
