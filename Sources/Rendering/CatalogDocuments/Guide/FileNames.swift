/// Gives names of files: ASCII letters, digits, `_`, `.` and `-`, each once, ignoring case, whatever is asked for.
struct FileNames {
    private var taken: Set<String> = []

    /// A name for the text: other characters become `-`, and a name that is taken gets a number behind it.
    mutating func name(for text: String) -> String {
        var name = ""
        for byte in text.utf8 {
            let isPlain =
                byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte >= 0x30 && byte <= 0x39
                || byte == 0x5F || byte == 0x2E || byte == 0x2D
            name.unicodeScalars.append(isPlain ? Unicode.Scalar(byte) : "-")
        }
        // Not a name that a shell, a server or a file system reads in a way of its own.
        if name.isEmpty || name.hasPrefix(".") || name.hasPrefix("-") { name = "file" + name }
        if name.utf8.count > 150 { name = String(name.prefix(150)) }
        var candidate = name
        var number = 2
        while !taken.insert(candidate.lowercased()).inserted {
            candidate = name + "-" + String(number)
            number += 1
        }
        return candidate
    }
}
