import SignalVocabulary

extension SwiftNames {
    /// The name in camel case, with or without a capital at its beginning.
    ///
    /// Bytes that are neither letters nor digits of ASCII only separate words. Linear; the result is never longer than `text`.
    static func camelCase(_ text: String, capitalized: Bool) -> String {
        var text = text
        let name: String? = text.withUTF8 { bytes in
            guard let source = bytes.baseAddress else { return "" }
            let count = bytes.count
            if !capitalized, isLowerCaseWord(source, count) { return nil }
            return String(unsafeUninitializedCapacity: count) { buffer in
                guard let target = buffer.baseAddress else { return 0 }
                return writeCamelCase(source, count, to: target, capitalized: capitalized)
            }
        }
        return name ?? text
    }

    /// Whether all of it is one word in lower case, which is what most values of enumerations and many properties are called.
    private static func isLowerCaseWord(_ source: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var index = 0
        while index < count {
            if !ASCII.isLower(source[index]) { return false }
            index += 1
        }
        return true
    }

    /// A lower-camel-case name with its first word capitalized: `urlOpened` is `URLOpened`.
    static func capitalized(_ name: String) -> String {
        var name = name
        return name.withUTF8 { bytes in
            guard let source = bytes.baseAddress else { return "" }
            let count = bytes.count
            return String(unsafeUninitializedCapacity: count) { buffer in
                guard let target = buffer.baseAddress else { return 0 }
                var end = 0
                while end < count, ASCII.isLower(source[end]) || ASCII.isDigit(source[end]) { end += 1 }
                writeWord(source, from: 0, to: end, to: target, style: .capitalized)
                while end < count {
                    target[end] = source[end]
                    end += 1
                }
                return count
            }
        }
    }

    /// Writes at most `count` bytes, and says how many.
    ///
    /// Safe for `target` has room for `count` bytes: a word is as long in the name as in the text, and a `_` is only
    /// written for a separator that was left out.
    private static func writeCamelCase(
        _ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>,
        capitalized: Bool
    ) -> Int {
        var index = 0
        var written = 0
        while true {
            while index < count, !ASCII.isAlphanumeric(source[index]) { index += 1 }
            if index == count { return written }
            let end = endOfWord(source, from: index, count)
            if written > 0, ASCII.isDigit(target[written - 1]), ASCII.isDigit(source[index]) {
                target[written] = 0x5F
                written += 1
            }
            writeWord(
                source, from: index, to: end, to: target + written,
                style: written > 0 || capitalized ? .capitalized : .lower)
            written += end - index
            index = end
        }
    }

    /// The end of the word that begins at `start`.
    static func endOfWord(_ source: UnsafePointer<UInt8>, from start: Int, _ count: Int) -> Int {
        var end = start + 1
        while end < count {
            let byte = source[end]
            if ASCII.isLower(byte) {
                end += 1
                continue
            }
            if ASCII.isUpper(byte) {
                if !ASCII.isUpper(source[end - 1]) { return end }
                // The last capital of a run begins a word, `HTTPServer`, unless the run is a plural, `IDs`.
                if end + 1 < count, ASCII.isLower(source[end + 1]) {
                    let isPlural =
                        source[end + 1] == 0x73 && (end + 2 == count || !ASCII.isLower(source[end + 2]))
                    if !isPlural { return end }
                }
            } else if !ASCII.isDigit(byte) {
                return end
            }
            end += 1
        }
        return end
    }

    /// How a word is written.
    private enum WordStyle { case lower, capitalized }

    /// Writes one word; acronyms in capitals where the style has a capital at all.
    private static func writeWord(
        _ source: UnsafePointer<UInt8>, from start: Int, to end: Int, to target: UnsafeMutablePointer<UInt8>,
        style: WordStyle
    ) {
        var index = start
        var capitals = 0
        if style == .capitalized { capitals = max(1, Acronyms.prefixLength(source + start, end - start)) }
        while index < start + capitals {
            target[index - start] = ASCII.uppercased(source[index])
            index += 1
        }
        while index < end {
            target[index - start] = ASCII.lowercased(source[index])
            index += 1
        }
    }
}
