import SignalVocabulary

/// Text of a catalog made safe for Swift source.
package enum EscapedText {
    /// The content of a string literal, without its quotes.
    ///
    /// Quotes, backslashes and everything invisible or reordering (control and format characters, line separators) are
    /// escaped; other characters stay as they are, in whatever script.
    package static func literal(_ value: String) -> String {
        if isPlainLiteral(value) { return value }
        var result = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result += shown(scalar)
            }
        }
        return result
    }

    /// The lines of a comment, without the slashes: split at line breaks, wrapped at spaces past `width` bytes, with invisible and
    /// reordering characters shown as escapes. Empty lines at the beginning and the end are left out.
    static func lines(_ value: String, width: Int) -> [String] {
        if value.utf8.count <= width, HiddenCharacters.isPrintableASCII(value) { return [value] }
        var lines: [String] = []
        var line = ""
        var previous: Unicode.Scalar = " "
        for scalar in value.unicodeScalars {
            defer { previous = scalar }
            if isLineBreak(scalar) {
                if scalar == "\n", previous == "\r" { continue }
                wrap(line, width: width, into: &lines)
                line = ""
            } else if scalar == "\t" {
                line += " "
            } else {
                line += shown(scalar)
            }
        }
        wrap(line, width: width, into: &lines)
        while lines.first == "" { lines.removeFirst() }
        while lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Text on one line, for the middle of a comment: line breaks become spaces.
    static func oneLine(_ value: String) -> String {
        if HiddenCharacters.isPrintableASCII(value) { return value }
        return lines(value, width: .max).joined(separator: " ")
    }

    private static func wrap(_ line: String, width: Int, into lines: inout [String]) {
        var current = ""
        for word in line.split(separator: " ") {
            if !current.isEmpty, current.utf8.count + 1 + word.utf8.count > width {
                lines.append(current)
                current = ""
            }
            if !current.isEmpty { current += " " }
            current += word
        }
        // One empty line ends a paragraph; more say no more.
        if !current.isEmpty || lines.last != "" { lines.append(current) }
    }

    /// Whether it is printable ASCII throughout, without quotes and backslashes.
    private static func isPlainLiteral(_ value: String) -> Bool {
        guard HiddenCharacters.isPrintableASCII(value) else { return false }
        var value = value
        return value.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return true }
            let count = bytes.count
            var index = 0
            while index < count {
                if base[index] == 0x22 || base[index] == 0x5C { return false }
                index += 1
            }
            return true
        }
    }

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func shown(_ scalar: Unicode.Scalar) -> String {
        HiddenCharacters.contains(scalar) ? HiddenCharacters.escape(of: scalar) : String(scalar)
    }
}
